// OLE compound files, which old Office formats are: a small file system of sectors. Only read where asked, and never twice over.
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';

export type CompoundEntry = { readonly name: string; readonly size: number; readonly start: number };
export type CompoundFile = {
  readonly entries: readonly CompoundEntry[];
  /** The bytes of an entry in pieces, from its byte `from` on. */
  readonly read: (entry: CompoundEntry, from?: number) => AsyncGenerator<Uint8Array>;
};

const damaged = () => new AppError('file', 'This file is damaged: its parts do not fit together. Nothing was read.');

/** Sector numbers from here on are marks: end of chain, free, and sectors of the tables themselves. */
const firstMark = 0xfffffffa;
const headerLength = 512;
/** Entries of a directory: a workbook with macros has some hundred. */
const mostEntries = 10_000;
const pieceSize = 1 << 18;

/** Opens a compound file ([MS-CFB]). Chains that run in circles, or out of the file, are refused. */
export async function openCompound(bytes: Bytes): Promise<CompoundFile> {
  const head = view(await bytes.at(0, headerLength));
  if (head.byteLength < headerLength) throw damaged();
  const shift = head.getUint16(30, true);
  const miniShift = head.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged();
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.size / sectorSize);
  const sectorAt = (sector: number) => (sector + 1) * sectorSize;
  const table = await readTable(bytes, head, sectorSize, sectors);

  /** Sectors of a chain, at most as many as `length` bytes take. */
  function chain(start: number, length: number, next: Uint32Array): number[] {
    const most = Math.ceil(length / (next === table ? sectorSize : 1 << miniShift));
    const found: number[] = [];
    for (let sector = start; sector < firstMark && found.length < most; sector = next[sector] ?? firstMark) {
      if (sector >= next.length || found.length > next.length) throw damaged();
      found.push(sector);
    }
    return found;
  }

  /** Neighbouring sectors are read together. */
  async function* pieces(chained: readonly number[], length: number, from: number): AsyncGenerator<Uint8Array> {
    const first = Math.floor(from / sectorSize);
    let skip = from % sectorSize;
    let left = length - from;
    for (let i = first; i < chained.length && left > 0; ) {
      const start = chained[i] as number;
      let count = 1;
      while (chained[i + count] === start + count && (count + 1) * sectorSize <= pieceSize) count++;
      const piece = await bytes.at(sectorAt(start) + skip, Math.min(count * sectorSize - skip, left));
      if (piece.length === 0) return;
      yield piece;
      left -= piece.length;
      skip = 0;
      i += count;
    }
  }

  const whole = async (start: number, length: number): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces(chain(start, length, table), length, 0)) parts.push(piece);
    return Buffer.concat(parts);
  };

  const directory = await whole(head.getUint32(48, true), Math.min(bytes.size, mostEntries * 128));
  const [root, ...entries] = entriesOf(directory);
  if (!root) throw damaged();
  const cutoff = head.getUint32(56, true);
  let mini: Promise<{ readonly bytes: Buffer; readonly next: Uint32Array }> | null = null;
  const readMini = async () => {
    const most = Math.min(bytes.size, head.getUint32(64, true) * sectorSize);
    const next = numbersOf(await whole(head.getUint32(60, true), most));
    return { bytes: await whole(root.start, Math.min(bytes.size, root.size)), next };
  };
  return {
    entries,
    async *read(entry, from = 0) {
      const length = Math.min(entry.size, bytes.size);
      if (entry.size >= cutoff) {
        yield* pieces(chain(entry.start, length, table), length, from);
        return;
      }
      mini ??= readMini();
      const small = await mini;
      const size = 1 << miniShift;
      const parts = chain(entry.start, length, small.next).map(sector =>
        small.bytes.subarray(sector * size, (sector + 1) * size),
      );
      yield Buffer.concat(parts).subarray(from, length);
    },
  };
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function numbersOf(bytes: Uint8Array): Uint32Array {
  const data = view(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => data.getUint32(i * 4, true));
}

/** For each sector the one that follows it; the header names the first 109 sectors of this table, others the rest. */
async function readTable(bytes: Bytes, head: DataView, sectorSize: number, sectors: number): Promise<Uint32Array> {
  const parts = numbersOf(new Uint8Array(head.buffer, head.byteOffset + 76, 436)).filter(sector => sector < firstMark);
  const inSector = sectorSize / 4;
  const named: number[] = [...parts];
  let more = head.getUint32(68, true);
  for (let read = 0; more < firstMark; read++) {
    if (more >= sectors || read > sectors) throw damaged();
    const list = numbersOf(await bytes.at((more + 1) * sectorSize, sectorSize));
    for (let i = 0; i < inSector - 1; i++) if ((list[i] ?? firstMark) < firstMark) named.push(list[i] as number);
    more = list[inSector - 1] ?? firstMark;
  }
  if (named.length > sectors / inSector + 1) throw damaged();
  const table = new Uint32Array(named.length * inSector).fill(0xffffffff);
  for (const [i, sector] of named.entries()) {
    if (sector >= sectors) throw damaged();
    table.set(numbersOf(await bytes.at((sector + 1) * sectorSize, sectorSize)), i * inSector);
  }
  return table;
}

function entriesOf(directory: Buffer): CompoundEntry[] {
  const entries: CompoundEntry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    const kind = directory[at + 66];
    if (length < 2 || length > 64 || (kind !== 1 && kind !== 2 && kind !== 5)) continue;
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}
