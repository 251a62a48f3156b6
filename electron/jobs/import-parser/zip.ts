// Zip archives: their directory, and single entries inflated piece by piece while the bytes are counted.
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import { limits, tooBig } from './limits.ts';
import { rejected } from './refused-kinds.ts';

export type ZipEntry = {
  readonly name: string;
  /** As declared; nothing relies on it but an early refusal. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
};

/** Counts what all entries of one archive have inflated to. */
export type Budget = { used: number };

const damaged = () =>
  new AppError('file', 'This file is damaged: it starts like a workbook, but its file list is missing.');
const endLength = 22;
const longestComment = 65_535;

/** The directory of an archive. Throws an AppError when there is none, or when it is larger than anything honest. */
export async function readDirectory(bytes: Bytes): Promise<ZipEntry[]> {
  const tailFrom = Math.max(0, bytes.size - endLength - longestComment);
  const tail = view(await bytes.at(tailFrom, bytes.size - tailFrom));
  let end = tail.byteLength - endLength;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (count > limits.zipEntries || length > 4 * 1024 * 1024) throw new AppError('file', tooBig);
  const directory = await bytes.at(offset, length);
  return entriesOf(directory, count);
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function entriesOf(directory: Uint8Array, count: number): ZipEntry[] {
  const data = view(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || data.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replaceAll('\\', '/'),
      size: data.getUint32(at + 24, true),
      packed: data.getUint32(at + 20, true),
      method: data.getUint16(at + 10, true),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      offset: data.getUint32(at + 42, true),
    });
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of one entry. Throws an AppError as soon as the archive has inflated to more than `limits` allow. */
export async function* inflateEntry(bytes: Bytes, entry: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new AppError('file', rejected.archivePassword);
  if (entry.method !== 0 && entry.method !== 8)
    throw new AppError('file', 'This file uses a compression that Ripen does not read. Save it as CSV.');
  const declaredBomb = entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio;
  if (declaredBomb || budget.used + entry.size > limits.inflatedBytes) throw new AppError('file', tooBig);
  const head = view(await bytes.at(entry.offset, 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw damaged();
  const from = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = packedPieces(bytes, from, entry.packed);
  let inflated = 0;
  const count = (piece: Uint8Array) => {
    inflated += piece.length;
    budget.used += piece.length;
    const bomb = inflated > limits.ratioFrom && inflated > entry.packed * limits.ratio;
    if (bomb || budget.used > limits.inflatedBytes) throw new AppError('file', tooBig);
    return piece;
  };
  if (entry.method === 0) {
    for await (const piece of packed) yield count(piece);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  const source = Readable.from(packed);
  source.on('error', error => inflate.destroy(error));
  try {
    for await (const piece of source.pipe(inflate)) yield count(piece as Uint8Array);
  } catch (error) {
    throw error instanceof AppError
      ? error
      : new AppError('file', 'This file is damaged: part of it cannot be unpacked.');
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

const pieceSize = 1 << 18;

async function* packedPieces(bytes: Bytes, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceSize) {
    const piece = await bytes.at(from + at, Math.min(pieceSize, length - at));
    if (piece.length === 0) return;
    yield piece;
  }
}

/** One entry as the bytes of a file of its own, for a list inside an archive. */
export const entryBytes = (bytes: Bytes, entry: ZipEntry): Bytes => ({
  name: entry.name.split('/').at(-1) ?? entry.name,
  size: entry.size,
  pieces: () => inflateEntry(bytes, entry, { used: 0 }),
  async at(from, length) {
    const kept: Uint8Array[] = [];
    let have = 0;
    for await (const piece of inflateEntry(bytes, entry, { used: 0 })) {
      kept.push(piece);
      have += piece.length;
      if (have >= from + length) break;
    }
    return Buffer.concat(kept).subarray(from, from + length);
  },
});
