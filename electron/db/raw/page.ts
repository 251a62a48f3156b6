// Decodes the pages of an SQLite file from their bytes (https://www.sqlite.org/fileformat.html, 1.6 and 2.1), without SQLite.
import type { SqlValue } from '../file/handle.ts';

/** What the first byte of a B-tree page says. */
export const pageKinds = { interiorIndex: 2, interiorTable: 5, leafIndex: 10, leafTable: 13 } as const;

export type FileShape = {
  /** Bytes of a page, and how many of them SQLite uses. */
  readonly pageSize: number;
  readonly usable: number;
};

/** Answers the bytes of a page, numbered from 1; null when the file has none of this number. */
export type ReadPage = (number: number) => Buffer | null;

export type RawRow = {
  readonly rowid: number;
  /** As they are stored: the column that stands for the rowid is null, and columns added later may be missing. */
  readonly values: readonly SqlValue[];
};

/** From the header of the file; null when it says nothing that can be. */
export function shapeOf(header: Buffer): FileShape | null {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  const told = header.readUInt16BE(16);
  const pageSize = told === 1 ? 65_536 : told;
  const usable = pageSize - (header[20] ?? 0);
  const isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
  return isPowerOfTwo && usable >= 480 ? { pageSize, usable } : null;
}

/** Where the header of a B-tree page begins: the first page has the header of the file before it. */
export const headerAt = (number: number): number => (number === 1 ? 100 : 0);

type Varint = { readonly value: number; readonly next: number };

/** A variable-length integer of up to nine bytes; beyond 2^53 it is rounded. Throws RangeError outside the buffer. */
export function readVarint(bytes: Buffer, at: number): Varint {
  let value = 0n;
  for (let n = 0; n < 8; n += 1) {
    const byte = bytes.readUInt8(at + n);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: at + n + 1 };
  }
  value = (value << 8n) | BigInt(bytes.readUInt8(at + 8));
  return { value: Number(BigInt.asIntN(64, value)), next: at + 9 };
}

/** Bytes of a row that lie in the leaf itself; the others lie in overflow pages. */
function localBytes(payload: number, usable: number): number {
  const most = usable - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** More than any row of ours has; a damaged length must not ask for gigabytes. */
const maxPayload = 64 * 1024 * 1024;

function overflow(first: number, bytes: number, { usable }: FileShape, readPage: ReadPage): Buffer {
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  let [number, left] = [first, bytes];
  while (left > 0) {
    const page = seen.has(number) ? null : readPage(number);
    if (!page) throw new RangeError('The chain of overflow pages is broken.');
    seen.add(number);
    const part = page.subarray(4, Math.min(4 + left, usable));
    parts.push(part);
    left -= part.length;
    number = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8] as const;

function integerAt(bytes: Buffer, at: number, length: number): number | bigint {
  if (length < 8) return bytes.readIntBE(at, length);
  const value = bytes.readBigInt64BE(at);
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

/** Fatal: bytes that are no text are damage. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The values of a record. Throws RangeError or TypeError when the bytes cannot be one. */
export function decodeRecord(record: Buffer): SqlValue[] {
  const { value: headerEnd, next: firstType } = readVarint(record, 0);
  if (headerEnd < firstType || headerEnd > record.length) throw new RangeError('A record has no sound header.');
  const values: SqlValue[] = [];
  let body = headerEnd;
  const take = (length: number): Buffer => {
    const end = body + length;
    if (end > record.length) throw new RangeError('A record ends too early.');
    const part = record.subarray(body, end);
    body = end;
    return part;
  };
  for (let at = firstType; at < headerEnd; ) {
    const { value: type, next } = readVarint(record, at);
    at = next;
    if (type === 0) values.push(null);
    else if (type >= 1 && type <= 6) {
      const length = integerBytes[type] ?? 0;
      values.push(integerAt(take(length), 0, length));
    } else if (type === 7) values.push(take(8).readDoubleBE(0));
    else if (type === 8 || type === 9) values.push(type - 8);
    else if (type >= 13 && type % 2 === 1) values.push(utf8.decode(take((type - 13) / 2)));
    else if (type >= 12) values.push(new Uint8Array(take((type - 12) / 2)));
    else throw new RangeError('A record holds a value of a kind that Ripen never writes.');
  }
  if (body !== record.length) throw new RangeError('A record is longer than it says.');
  return values;
}

/** Offsets of the cells of a B-tree page; those outside the page are left out. */
export function cellsOf(page: Buffer, number: number, { usable }: FileShape): number[] {
  const at = headerAt(number);
  const kind = page[at];
  const pointers = at + (kind === pageKinds.leafTable || kind === pageKinds.leafIndex ? 8 : 12);
  const count = Math.min(page.readUInt16BE(at + 3), Math.floor((usable - pointers) / 2));
  return Array.from({ length: count }, (_, n) => page.readUInt16BE(pointers + 2 * n)).filter(
    offset => offset >= pointers + 2 * count && offset < usable,
  );
}

/** One row of a leaf page of a table. Throws RangeError or TypeError when it cannot be read. */
export function rowAt(page: Buffer, offset: number, shape: FileShape, readPage: ReadPage): RawRow {
  const { value: payload, next } = readVarint(page, offset);
  const { value: rowid, next: start } = readVarint(page, next);
  if (payload < 1 || payload > maxPayload) throw new RangeError('A row has no sound length.');
  const local = localBytes(payload, shape.usable);
  if (start + local > shape.usable) throw new RangeError('A row ends outside its page.');
  const here = page.subarray(start, start + local);
  const rest =
    local === payload
      ? here
      : Buffer.concat([here, overflow(page.readUInt32BE(start + local), payload - local, shape, readPage)]);
  return { rowid, values: decodeRecord(rest) };
}

/** Every row of a leaf page of a table that can be read; `unread` hears of each that cannot. */
export function* rowsOf(
  page: Buffer,
  number: number,
  shape: FileShape,
  readPage: ReadPage,
  unread: () => void = () => undefined,
): Generator<RawRow> {
  if (page[headerAt(number)] !== pageKinds.leafTable) return;
  for (const offset of cellsOf(page, number, shape)) {
    let row: RawRow;
    try {
      row = rowAt(page, offset, shape, readPage);
    } catch {
      unread();
      continue;
    }
    yield row;
  }
}

/** All rows of a leaf page of a table; null: it is another page, or one that contradicts itself. */
export function soundRowsOf(page: Buffer, number: number, shape: FileShape, readPage: ReadPage): RawRow[] | null {
  const at = headerAt(number);
  if (page[at] !== pageKinds.leafTable) return null;
  const rows = [...rowsOf(page, number, shape, readPage)];
  const isWhole = rows.length === page.readUInt16BE(at + 3);
  return isWhole && rows.every(({ rowid }, n) => n === 0 || rowid > (rows[n - 1]?.rowid ?? 0)) ? rows : null;
}

/** The numbers of a table's leaf pages, from its root on. A page that is met twice or is of another kind is passed over. */
export function* leavesOf(root: number, shape: FileShape, readPage: ReadPage): Generator<number> {
  const seen = new Set<number>();
  const waiting = [root];
  while (waiting.length > 0) {
    const number = waiting.pop() ?? 0;
    const page = number > 0 && !seen.has(number) ? readPage(number) : null;
    seen.add(number);
    const kind = page?.[headerAt(number)];
    if (!page || kind === undefined) continue;
    if (kind === pageKinds.leafTable) yield number;
    if (kind !== pageKinds.interiorTable) continue;
    const children = cellsOf(page, number, shape).map(offset =>
      offset + 4 <= shape.usable ? page.readUInt32BE(offset) : 0,
    );
    waiting.push(page.readUInt32BE(headerAt(number) + 8), ...children.reverse());
  }
}
