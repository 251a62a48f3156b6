// Writes old workbooks (.xls) and compound files of any content, honest ones and broken ones, for the reader's tests.

export type Part = { readonly name: string; readonly bytes: Uint8Array };

const sectorSize = 512;
const [endOfChain, free, fatSector, listSector] = [0xfffffffe, 0xffffffff, 0xfffffffd, 0xfffffffc];

/** A compound file of the parts. `spoil`: changes the table of sectors before it is written. */
export function compoundOf(parts: readonly Part[], spoil?: (table: Uint32Array) => void): Buffer {
  // Parts below 4,096 bytes would go into a stream of their own; here they are filled up to that.
  const padded = parts.map(({ name, bytes }) => ({
    name,
    bytes: Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4096 - bytes.length))]),
  }));
  const sectors: Buffer[] = [];
  const chains: number[][] = [];
  const add = (bytes: Buffer): number => {
    const first = sectors.length;
    const count = Math.ceil(bytes.length / sectorSize);
    for (let i = 0; i < count; i++) {
      const sector = Buffer.alloc(sectorSize);
      bytes.copy(sector, 0, i * sectorSize, (i + 1) * sectorSize);
      sectors.push(sector);
    }
    chains.push(Array.from({ length: count }, (_, i) => first + i));
    return first;
  };
  const starts = padded.map(({ bytes }) => add(bytes));
  const directory = Buffer.alloc(Math.ceil((parts.length + 1) / 4) * sectorSize);
  const entry = (at: number, name: string, kind: number, start: number, size: number) => {
    directory.write(name, at * 128, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at * 128 + 64);
    directory[at * 128 + 66] = kind;
    directory.writeUInt32LE(start, at * 128 + 116);
    directory.writeUInt32LE(size, at * 128 + 120);
  };
  entry(0, 'Root Entry', 5, endOfChain, 0);
  for (const [i, { name, bytes }] of padded.entries()) entry(i + 1, name, 2, starts[i] ?? 0, bytes.length);
  const directoryStart = add(directory);
  // 109 sectors of the table are named in the head, the others in sectors of their own, 127 in each.
  const lists = (tables: number) => Math.ceil(Math.max(0, tables - 109) / 127);
  let tables = 1;
  while (tables * 128 < sectors.length + tables + lists(tables)) tables++;
  const table = new Uint32Array(tables * 128).fill(free);
  for (const chain of chains) for (const [i, sector] of chain.entries()) table[sector] = chain[i + 1] ?? endOfChain;
  const tableStart = sectors.length;
  for (let i = 0; i < tables; i++) table[tableStart + i] = fatSector;
  for (let i = 0; i < lists(tables); i++) table[tableStart + tables + i] = listSector;
  spoil?.(table);
  add(Buffer.from(table.buffer));
  for (let i = 0; i < lists(tables); i++) {
    const list = Buffer.alloc(sectorSize, 0xff);
    for (let at = 0; at < 127 && 109 + i * 127 + at < tables; at++)
      list.writeUInt32LE(tableStart + 109 + i * 127 + at, at * 4);
    list.writeUInt32LE(i + 1 < lists(tables) ? tableStart + tables + i + 1 : endOfChain, 508);
    add(list);
  }
  const head = Buffer.alloc(sectorSize, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 24);
  head.writeUInt32LE(0x0003003e, 24);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt32LE(0x00060009, 30);
  head.fill(0, 34, 44);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(directoryStart, 48);
  head.writeUInt32LE(0, 52);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(endOfChain, 60);
  head.writeUInt32LE(0, 64);
  head.writeUInt32LE(lists(tables) > 0 ? tableStart + tables : endOfChain, 68);
  head.writeUInt32LE(lists(tables), 72);
  for (let i = 0; i < Math.min(tables, 109); i++) head.writeUInt32LE(tableStart + i, 76 + i * 4);
  return Buffer.concat([head, ...sectors]);
}

export const record = (type: number, data: Uint8Array = new Uint8Array(0)): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};
const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, i * 2);
  return bytes;
};
const u32 = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map(value => u16(value & 0xffff, value >>> 16)));
const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const isPlain = (text: string): boolean => /^[\x20-\xff]*$/.test(text);
const text8 = (text: string): Buffer =>
  Buffer.concat([Buffer.of(isPlain(text) ? 0 : 1), Buffer.from(text, isPlain(text) ? 'latin1' : 'utf16le')]);

/** A cell: a text (shared), a number, a number with the style of a date, the result of a formula, yes or no, an error. */
export type OldCell =
  | string
  | number
  | null
  | boolean
  | { readonly serial: number }
  | { readonly formula: string | number }
  | { readonly label: string }
  | { readonly packed: number }
  | { readonly error: true };

export type OldBook = {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden?: boolean;
    readonly rows: readonly (readonly OldCell[])[];
  }[];
  readonly epoch?: 1900 | 1904;
  readonly password?: boolean;
  /** Order in which the rows are written; left out: from the top. */
  readonly order?: (rows: number) => readonly number[];
  /** Most bytes of a record of shared texts before the next one continues it. */
  readonly cutTextsAt?: number;
  /** Versions before 97: texts of one byte a letter, in `codePage`. */
  readonly old?: { readonly codePage: number; readonly encode: (text: string) => Uint8Array };
  /** Further records of each sheet. */
  readonly more?: Buffer;
};

/** The workbook's stream, BIFF8 unless it is said to be older. */
export function biffOf({ sheets, epoch = 1900, password, order, cutTextsAt = 8000, old, more }: OldBook): Buffer {
  const texts: string[] = [];
  const shared = new Map<string, number>();
  const index = (text: string): number => {
    const known = shared.get(text);
    if (known !== undefined) return known;
    shared.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const begin = (kind: number) => record(0x0809, Buffer.concat([u16(old ? 0x0500 : 0x0600, kind, 0, 0), u32(0, 0)]));
  const end = record(0x000a);
  const cell = (row: number, column: number, value: OldCell): Buffer => {
    const at = (style: number) => u16(row, column, style);
    const label = (text: string) => {
      const bytes = old ? Buffer.from(old.encode(text)) : text8(text);
      return record(0x0204, Buffer.concat([at(0), u16(old ? bytes.length : text.length), bytes]));
    };
    if (value === null) return Buffer.alloc(0);
    if (typeof value === 'string')
      return old ? label(value) : record(0x00fd, Buffer.concat([at(0), u32(index(value))]));
    if (typeof value === 'number') return record(0x0203, Buffer.concat([at(0), f64(value)]));
    if (typeof value === 'boolean') return record(0x0205, Buffer.concat([at(0), Buffer.of(value ? 1 : 0, 0)]));
    if ('serial' in value) return record(0x0203, Buffer.concat([at(1), f64(value.serial)]));
    if ('label' in value) return label(value.label);
    if ('packed' in value)
      return record(0x00bd, Buffer.concat([u16(row, column, 0), u32(((value.packed * 100) << 2) | 3), u16(column)]));
    if ('error' in value) return record(0x0205, Buffer.concat([at(0), Buffer.of(0x2a, 1)]));
    const result = typeof value.formula === 'number' ? f64(value.formula) : Buffer.from('000000000000ffff', 'hex');
    const formula = record(0x0006, Buffer.concat([at(0), result, Buffer.alloc(8)]));
    if (typeof value.formula === 'number') return formula;
    return Buffer.concat([formula, record(0x0207, Buffer.concat([u16(value.formula.length), text8(value.formula)]))]);
  };
  const bodies = sheets.map(({ rows }) => {
    const places = order?.(rows.length) ?? rows.keys();
    const cells = [...places].flatMap(row => (rows[row] ?? []).map((value, column) => cell(row, column, value)));
    return Buffer.concat([begin(0x0010), ...cells, more ?? Buffer.alloc(0), end]);
  });
  const format = 'dd.mm.yyyy';
  const globals = (starts: readonly number[]): Buffer =>
    Buffer.concat([
      begin(0x0005),
      ...(password ? [record(0x002f, Buffer.alloc(54))] : []),
      record(0x0042, u16(old?.codePage ?? 1200)),
      record(0x0022, u16(epoch === 1904 ? 1 : 0)),
      old
        ? record(0x041e, Buffer.concat([u16(164), Buffer.of(format.length), Buffer.from(format)]))
        : record(0x041e, Buffer.concat([u16(164, format.length), text8(format)])),
      record(0x00e0, Buffer.concat([u16(0, 0), Buffer.alloc(16)])),
      record(0x00e0, Buffer.concat([u16(0, 164), Buffer.alloc(16)])),
      ...sheets.map(({ name, hidden }, i) => {
        const bytes = old ? Buffer.from(old.encode(name)) : text8(name);
        const flags = Buffer.of(hidden ? 1 : 0, 0, old ? bytes.length : name.length);
        return record(0x0085, Buffer.concat([u32(starts[i] ?? 0), flags, bytes]));
      }),
      ...sharedRecords(texts, cutTextsAt),
      end,
    ]);
  const length = globals([]).length;
  const starts: number[] = [];
  for (let at = length, i = 0; i < bodies.length; i++) {
    starts.push(at);
    at += bodies[i]?.length ?? 0;
  }
  return Buffer.concat([globals(starts), ...bodies]);
}

/** Shared texts, cut anywhere: the record that goes on begins with the flags of the text it goes on with. */
function sharedRecords(texts: readonly string[], most: number): Buffer[] {
  const found: Buffer[] = [];
  let now: Buffer[] = [u32(texts.length, texts.length)];
  let size = 8;
  let type = 0x00fc;
  const close = () => {
    found.push(record(type, Buffer.concat(now)));
    type = 0x003c;
    now = [];
    size = 0;
  };
  for (const text of texts) {
    const wide = isPlain(text) ? 0 : 1;
    const bytes = Buffer.from(text, wide ? 'utf16le' : 'latin1');
    if (size + 3 > most) close();
    now.push(u16(text.length), Buffer.of(wide));
    size += 3;
    for (let at = 0; at < bytes.length; ) {
      if (most - size < 2) {
        close();
        now.push(Buffer.of(wide));
        size = 1;
      }
      const room = wide ? (most - size) & ~1 : most - size;
      const some = bytes.subarray(at, at + room);
      now.push(some);
      size += some.length;
      at += some.length;
    }
  }
  close();
  return found;
}

/** A whole old workbook. */
export const writeXls = (book: OldBook): Buffer =>
  compoundOf([{ name: book.old ? 'Book' : 'Workbook', bytes: biffOf(book) }]);
