// Reads a WAL and a rollback journal as bytes (https://www.sqlite.org/fileformat.html, 3 and 4), without SQLite.
import { fstatSync, readSync } from 'node:fs';

export type StoredPage = { readonly page: number; readonly bytes: Buffer };

export type WalHeader = {
  readonly pageSize: number;
  readonly isBigEndian: boolean;
  /** Salts: frames of the log repeat them. */
  readonly salts: Buffer;
  readonly checksum: Checksum;
};

type Checksum = readonly [number, number];

const walHeaderBytes = 32;
const frameHeaderBytes = 24;

export function readBytes(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
}

function checksum(bytes: Buffer, isBigEndian: boolean, [first, second]: Checksum): Checksum {
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const isAt = (bytes: Buffer, at: number, [a, b]: Checksum): boolean =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;

/** Null: SQLite would not take it for a log, and would write over it. */
export function readWalHeader(handle: number): WalHeader | null {
  const bytes = readBytes(handle, 0, walHeaderBytes);
  if (bytes.length < walHeaderBytes) return null;
  const magic = bytes.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
  if (bytes.readUInt32BE(4) !== 3_007_000) return null;
  const isBigEndian = magic === 0x377f0683;
  const sum = checksum(bytes.subarray(0, 24), isBigEndian, [0, 0]);
  if (!isAt(bytes, 24, sum)) return null;
  return { pageSize: bytes.readUInt32BE(8), isBigEndian, salts: bytes.subarray(16, 24), checksum: sum };
}

/** A frame that SQLite would take after one with this checksum, and the checksum it has itself; null: it would end the log. */
function frameAt(
  handle: number,
  n: number,
  before: Checksum,
  { pageSize, isBigEndian, salts }: WalHeader,
): { readonly stored: StoredPage; readonly isCommit: boolean; readonly sum: Checksum } | null {
  const length = frameHeaderBytes + pageSize;
  const bytes = readBytes(handle, walHeaderBytes + n * length, length);
  if (bytes.length < length || !bytes.subarray(8, 16).equals(salts)) return null;
  const page = bytes.subarray(frameHeaderBytes);
  const sum = checksum(page, isBigEndian, checksum(bytes.subarray(0, 8), isBigEndian, before));
  if (!isAt(bytes, 16, sum)) return null;
  return { stored: { page: bytes.readUInt32BE(0), bytes: page }, isCommit: bytes.readUInt32BE(4) !== 0, sum };
}

/**
 * Whether the end of a commit stands behind the first frame that SQLite would not take: it was written later, so the log is damaged
 * and not cut off. A frame that is the log's last and a part of it only, or of a log before this one (other salts), is no damage.
 */
export function losesCommits(handle: number, header: WalHeader): boolean {
  const { pageSize, salts } = header;
  let n = 0;
  let { checksum: sum } = header;
  for (let frame = frameAt(handle, n, sum, header); frame; frame = frameAt(handle, n, sum, header)) {
    sum = frame.sum;
    n += 1;
  }
  const length = frameHeaderBytes + pageSize;
  const frames = Math.floor((fstatSync(handle).size - walHeaderBytes) / length);
  for (n += 1; n < frames; n += 1) {
    const bytes = readBytes(handle, walHeaderBytes + n * length, frameHeaderBytes);
    if (bytes.subarray(8, 16).equals(salts) && bytes.readUInt32BE(0) > 0 && bytes.readUInt32BE(4) > 0) return true;
  }
  return false;
}

/** Frames of the first commit that are looked at: one of ours is a page or two. */
const maxFrames = 16;

/** The pages of the log's first commit, of a long one its first; null: there is no whole commit that SQLite would take. */
export function firstCommit(handle: number, header: WalHeader): StoredPage[] | null {
  const frames: StoredPage[] = [];
  let { checksum: sum } = header;
  for (let n = 0; n < maxFrames; n += 1) {
    const frame = frameAt(handle, n, sum, header);
    if (!frame) return null;
    frames.push(frame.stored);
    if (frame.isCommit) return frames;
    sum = frame.sum;
  }
  return frames;
}

/** Every version of one page in the log, oldest first. */
export function* versionsInWal(handle: number, { pageSize, salts }: WalHeader, page: number): Generator<Buffer> {
  for (let at = walHeaderBytes; ; at += frameHeaderBytes + pageSize) {
    const header = readBytes(handle, at, frameHeaderBytes);
    if (header.length < frameHeaderBytes || !header.subarray(8, 16).equals(salts)) return;
    if (header.readUInt32BE(0) === page) yield readBytes(handle, at + frameHeaderBytes, pageSize);
  }
}

const journalMagic = Buffer.from('d9d505f920a163d7', 'hex');
/** Old pages of a rollback journal that are looked at: ours has the page with the id among the first. */
const maxRecords = 64;

/** Stands for a count of records that the size of the journal tells. */
const untilItsEnd = 0xffffffff;

export type OldPages = {
  /** Pages the file had then: SQLite cuts it off there, also where no page is to be put back. */
  readonly pageCount: number;
  readonly pageSize: number;
  readonly records: readonly StoredPage[];
};

/**
 * The old pages a rollback journal begins with, as many as its header counts: what stands behind them is of an earlier one. Null: SQLite
 * would not play it back.
 */
export function firstRecords(handle: number): OldPages | null {
  const header = readBytes(handle, 0, 28);
  if (header.length < 28 || !header.subarray(0, 8).equals(journalMagic)) return null;
  const [sector, pageSize] = [header.readUInt32BE(20), header.readUInt32BE(24)];
  if (sector < 32 || sector > 65_536 || pageSize < 512 || pageSize > 65_536) return null;
  const told = header.readUInt32BE(8);
  const count = told === untilItsEnd ? Math.floor((fstatSync(handle).size - sector) / (pageSize + 8)) : told;
  const records: StoredPage[] = [];
  for (let n = 0; n < Math.min(count, maxRecords); n += 1) {
    const record = readBytes(handle, sector + n * (pageSize + 8), pageSize + 8);
    const page = record.length < pageSize + 8 ? 0 : record.readUInt32BE(0);
    if (page === 0) break;
    records.push({ page, bytes: record.subarray(4, 4 + pageSize) });
  }
  return { pageCount: header.readUInt32BE(16), pageSize, records };
}
