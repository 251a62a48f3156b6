// Inserts many rows with few statements: one statement a row would make the search index write itself out each time.
import type { Value, Writer } from './handle.ts';

export type Bulk = {
  /** Values in the order of the columns; written when enough have come together. */
  readonly add: (values: readonly Value[]) => void;
  /** Writes what is waiting. */
  readonly flush: () => void;
};

/** `before` is called before rows are written: for the tables they refer to. `orIgnore`: rows that are there already are left alone. */
export function bulkInsert(
  db: Writer,
  table: string,
  columns: readonly string[],
  rowsAtOnce: number,
  before: () => void = () => undefined,
  orIgnore = false,
): Bulk {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statement = (rows: number): string =>
    `INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
  const many = statement(rowsAtOnce);
  const one = statement(1);
  let waiting: Value[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    before();
    const values = waiting;
    waiting = [];
    if (values.length === rowsAtOnce * columns.length) db.run(many, values);
    else
      for (let from = 0; from < values.length; from += columns.length)
        db.run(one, values.slice(from, from + columns.length));
  };
  return {
    add: values => {
      for (const value of values) waiting.push(value);
      if (waiting.length >= rowsAtOnce * columns.length) flush();
    },
    flush,
  };
}
