// Bulk inserts: one statement per row would make the search index flush each time.
import type { SqlValue, Writer } from '../file/handle.ts';

export type Bulk = {
  /** Values in the order of the columns, null for nothing; written when enough have come together. */
  readonly add: (values: readonly SqlValue[]) => void;
  /** Writes what is waiting, in as few statements as may be. */
  readonly flush: () => void;
  readonly isEmpty: () => boolean;
};

export type BulkOptions = {
  /** The rows that these refer to. They are written first, and not before they are many themselves. */
  readonly parents?: Bulk;
  /** Rows that are there already are left alone. */
  readonly orIgnore?: boolean;
};

/** Characters after which rows wait no longer: the search index takes a millisecond for some thousand of them. */
const mostText = 16_000;

/** Times `rowsAtOnce` that rows wait for their parents to be many. */
const patience = 8;

export function bulkInsert(
  db: Writer,
  table: string,
  columns: readonly string[],
  rowsAtOnce: number,
  { parents, orIgnore = false }: BulkOptions = {},
): Bulk {
  const width = columns.length;
  const most = rowsAtOnce * width;
  // Columns of which no row has said anything yet are left out: binding them is a third of an insert.
  const used = columns.map(() => false);
  let usedColumns: readonly number[] = [];
  // By the number of rows: a text of some thousand letters is put together, and looked up, in as long as a row takes.
  let statements: string[] = [];
  const statementOf = (rows: number): string => (statements[rows] ??= statement(rows));
  const statement = (rows: number): string => {
    const names = usedColumns.map(index => columns[index]).join(', ');
    const row = `(${usedColumns.map(() => '?').join(', ')})`;
    return `INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO ${table} (${names}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
  };
  let waiting: SqlValue[] = [];
  let text = 0;
  /** Binds what the rows say in the used columns. */
  const insert = (values: readonly SqlValue[], from: number, to: number): void => {
    const some: SqlValue[] = [];
    for (let row = from; row < to; row += width)
      for (const index of usedColumns) some.push(values[row + index] as SqlValue);
    db.run(statementOf((to - from) / width), some);
  };
  const noteUsed = (): void => {
    if (used.filter(Boolean).length === usedColumns.length) return;
    usedColumns = used.flatMap((isUsed, index) => (isUsed ? [index] : []));
    statements = [];
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    parents?.flush();
    const values = waiting;
    waiting = [];
    text = 0;
    noteUsed();
    for (let from = 0; from < values.length; from += most) insert(values, from, Math.min(from + most, values.length));
  };
  return {
    add: values => {
      for (let index = 0; index < width; index++) {
        const value = values[index] ?? null;
        waiting.push(value);
        if (value !== null) used[index] = true;
        if (typeof value === 'string') text += value.length;
      }
      if (text >= mostText * (parents ? patience : 1)) flush();
      if (waiting.length < most) return;
      if (!parents || parents.isEmpty() || waiting.length >= most * patience) flush();
    },
    flush,
    isEmpty: () => waiting.length === 0,
  };
}
