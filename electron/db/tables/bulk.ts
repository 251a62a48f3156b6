// Bulk inserts: one statement per row would make the search index flush each time.
import type { SqlValue, Writer } from '../file/handle.ts';

export type Bulk = {
  /** Values in the order of the columns; written when enough have come together. */
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
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statement = (rows: number): string =>
    `INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
  const most = rowsAtOnce * columns.length;
  const many = statement(rowsAtOnce);
  let waiting: SqlValue[] = [];
  let text = 0;
  const flush = (): void => {
    if (waiting.length === 0) return;
    parents?.flush();
    const values = waiting;
    waiting = [];
    text = 0;
    for (let from = 0; from < values.length; from += most) {
      const some = values.length <= most ? values : values.slice(from, from + most);
      db.run(some.length === most ? many : statement(some.length / columns.length), some);
    }
  };
  return {
    add: values => {
      for (const value of values) {
        waiting.push(value);
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
