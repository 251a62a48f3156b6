// Writes rows that were read out of raw pages into a new workspace: those of a known table there, the others where they fit.
import type Database from 'better-sqlite3';
import type { SqlValue } from '../file/handle.ts';
import type { Migration } from '../file/migrate.ts';
import type { RawRow } from '../raw/page.ts';
import { readRawTables, type TablePage } from '../raw/read-tables.ts';
import { quoted } from './names.ts';
import { firstWidths } from './table-widths.ts';

export type RawSalvaged = {
  /** Rows that SQLite had not read, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows that fit nowhere. */
  readonly rejected: number;
  /** Places in leaf pages where a row should be and none can be read. */
  readonly unread: number;
};

type Target = {
  readonly name: string;
  readonly types: readonly string[];
  /** Columns it was made with: rows that were written then have no more values. */
  readonly firstWidth: number;
  /** Whether each column must have a value, and whether it must be a day. */
  readonly needed: readonly boolean[];
  readonly days: readonly boolean[];
  /** By the place of a column: whether the row it refers to is there. */
  readonly parents: readonly { readonly column: number; readonly isThere: (value: SqlValue) => boolean }[];
  /** Place of the column that stands for the rowid: it is stored as null. */
  readonly key: number;
  readonly insert: (values: readonly SqlValue[]) => 'new' | 'known' | 'unfit';
};

/** Columns by whose days money and reach are told from other rows of as many values. */
const dayColumn = /^(?:starts_on|ends_on|week_start)$/;

function targetOf(to: Database.Database, name: string, firstWidth: number | undefined): Target {
  const columns = to.prepare('SELECT name, type, pk, "notnull" FROM pragma_table_info(?)').all(name) as {
    name: string;
    type: string;
    pk: number;
    notnull: number;
  }[];
  const references = to
    .prepare('SELECT "table", "from", coalesce("to", \'id\') AS key FROM pragma_foreign_key_list(?)')
    .all(name) as {
    table: string;
    from: string;
    key: string;
  }[];
  const statements = new Map<number, Database.Statement>();
  const statement = (width: number): Database.Statement => {
    const known = statements.get(width);
    if (known) return known;
    const list = columns.slice(0, width).map(column => quoted(column.name));
    // A row with this key was read already.
    const made = to.prepare(
      `INSERT INTO ${quoted(name)} (${list.join(', ')}) VALUES (${list.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
    );
    statements.set(width, made);
    return made;
  };
  return {
    name,
    types: columns.map(({ type }) => type),
    firstWidth: Math.min(firstWidth ?? columns.length, columns.length),
    needed: columns.map(({ notnull }) => notnull === 1),
    days: columns.map(column => dayColumn.test(column.name)),
    parents: references.map(({ table, from, key }) => {
      const there = to.prepare(`SELECT 1 FROM ${quoted(table)} WHERE ${quoted(key)} = ?`);
      return {
        column: columns.findIndex(column => column.name === from),
        isThere: value => there.get(value) !== undefined,
      };
    }),
    key: columns.findIndex(({ type, pk }) => pk === 1 && type === 'INTEGER'),
    insert: values => {
      try {
        return statement(values.length).run([...values]).changes > 0 ? 'new' : 'known';
      } catch {
        return 'unfit';
      }
    },
  };
}

/** Every table of ours is STRICT. */
function isOf(type: string, value: string | number | bigint | Uint8Array): boolean {
  if (type === 'ANY') return true;
  if (type === 'BLOB' || value instanceof Uint8Array) return type === 'BLOB' && value instanceof Uint8Array;
  return type === 'TEXT' ? typeof value === 'string' : typeof value !== 'string';
}

/** The row as it is inserted into a table; null: it cannot be one of it. Columns that were added later may be missing at its end. */
function rowFor({ types, key }: Target, { rowid, values }: RawRow): readonly SqlValue[] | null {
  if (values.length === 0 || values.length > types.length) return null;
  if (!values.every((value, index) => value === null || isOf(types[index] ?? '', value))) return null;
  if (key < 0) return values;
  // Only the key that stands for the rowid is stored as null in its place.
  if (values[key] !== null) return null;
  return values.map((value, index) => (index === key ? rowid : value));
}

type Fit = { readonly rows: number; readonly found: number; readonly missing: number };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** How well the rows of a page fit a table: how many can be of it, and how much of what they refer to is there. */
function fitOf(target: Target, found: readonly RawRow[]): Fit {
  const { firstWidth, needed, days, key, parents } = target;
  let [rows, there, missing] = [0, 0, 0];
  for (const row of found) {
    const values = row.values.length >= firstWidth ? rowFor(target, row) : null;
    const isWhole = values?.every(
      (value, n) => (value !== null || !needed[n] || n === key) && (!days[n] || day.test(String(value))),
    );
    if (!values || !isWhole) continue;
    rows += 1;
    for (const { column, isThere } of parents) {
      const value = values[column] ?? null;
      if (value === null) continue;
      if (isThere(value)) there += 1;
      else missing += 1;
    }
  }
  return { rows, found: there, missing };
}

/** `file`: a copy. `to`: the new workspace, with our tables and whatever was read into them before; it has seen some of the `migrations`. */
export function salvageRaw(file: string, to: Database.Database, migrations: readonly Migration[]): RawSalvaged {
  const names = to
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .map(String);
  const widths = firstWidths(migrations);
  const targets = new Map(names.map(name => [name, targetOf(to, name, widths.get(name))]));
  const rows: Record<string, number> = {};
  let [rejected, unread] = [0, 0];
  /** Answers whether the row is in the table now. */
  const put = (target: Target, row: RawRow): boolean => {
    const values = rowFor(target, row);
    const result = values ? target.insert(values) : 'unfit';
    if (result === 'new') rows[target.name] = (rows[target.name] ?? 0) + 1;
    return result !== 'unfit';
  };
  /** Tables a page may belong to that no table leads to, the likeliest first: all rows of a page are of one table. */
  const guess = (found: readonly RawRow[]): readonly Target[] => {
    const fits = [...targets.values()].map(target => ({ target, fit: fitOf(target, found) }));
    const most = Math.max(1, ...fits.map(({ fit }) => fit.rows));
    return fits
      .filter(({ fit }) => fit.rows === most)
      .sort((a, b) => b.fit.found - b.fit.missing - (a.fit.found - a.fit.missing))
      .map(({ target }) => target);
  };
  const putFirst = (found: readonly RawRow[], fitting: readonly Target[]): void => {
    for (const row of found) if (!fitting.some(target => put(target, row))) rejected += 1;
  };
  // Twice: what a page refers to may stand on a later one, and tells to which table it belongs.
  const done = new Set<number>();
  const takeIf =
    (isSure: (fitting: readonly Target[]) => boolean) =>
    ({ number, name, rows: found }: TablePage): void => {
      const own = name === null ? undefined : targets.get(name);
      // A table of SQLite's own, or of another program.
      if (done.has(number) || (name !== null && !own)) return;
      const fitting = own ? [own] : guess(found);
      if (!isSure(fitting)) return;
      done.add(number);
      putFirst(found, fitting);
    };
  readRawTables(
    file,
    takeIf(fitting => fitting.length === 1),
    () => {
      unread += 1;
    },
  );
  readRawTables(
    file,
    takeIf(() => true),
    () => undefined,
  );
  return { rows, rejected, unread };
}
