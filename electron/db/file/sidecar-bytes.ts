// Reads a WAL and a rollback journal as bytes (https://www.sqlite.org/fileformat.html, 3 and 4), without SQLite.
import { readSync } from 'node:fs';

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

/** Frames of the first commit that are looked at: one of ours is a page or two. */
const maxFrames = 16;

/** The pages of the log's first commit, of a long one its first; null: there is no whole commit that SQLite would take. */
export function firstCommit(
  handle: number,
  { pageSize, isBigEndian, salts, checksum: before }: WalHeader,
): StoredPage[] | null {
  const frames: StoredPage[] = [];
  let sum = before;
  for (let n = 0; n < maxFrames; n += 1) {
    const at = walHeaderBytes + n * (frameHeaderBytes + pageSize);
    const bytes = readBytes(handle, at, frameHeaderBytes + pageSize);
    if (bytes.length < frameHeaderBytes + pageSize || !bytes.subarray(8, 16).equals(salts)) return null;
    const page = bytes.subarray(frameHeaderBytes);
    sum = checksum(page, isBigEndian, checksum(bytes.subarray(0, 8), isBigEndian, sum));
    if (!isAt(bytes, 16, sum)) return null;
    frames.push({ page: bytes.readUInt32BE(0), bytes: page });
    if (bytes.readUInt32BE(4) !== 0) return frames;
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

/** The old pages a rollback journal begins with; null: SQLite would not play it back. */
export function firstRecords(handle: number): StoredPage[] | null {
  const header = readBytes(handle, 0, 28);
  if (header.length < 28 || !header.subarray(0, 8).equals(journalMagic)) return null;
  const [sector, pageSize] = [header.readUInt32BE(20), header.readUInt32BE(24)];
  if (sector < 32 || sector > 65_536 || pageSize < 512 || pageSize > 65_536) return null;
  const frames: StoredPage[] = [];
  for (let n = 0; n < maxRecords; n += 1) {
    const record = readBytes(handle, sector + n * (pageSize + 8), pageSize + 8);
    const page = record.length < pageSize + 8 ? 0 : record.readUInt32BE(0);
    if (page === 0) break;
    frames.push({ page, bytes: record.subarray(4, 4 + pageSize) });
  }
  return frames;
}
