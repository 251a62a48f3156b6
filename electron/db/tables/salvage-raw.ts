// Writes rows that were read out of raw pages into a new workspace: those of a known table there, the others where they fit.
import type Database from 'better-sqlite3';
import type { SqlValue } from '../file/handle.ts';
import type { RawRow } from '../raw/page.ts';
import { readRawTables } from '../raw/read-tables.ts';
import { quoted } from './names.ts';

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
  /** Place of the column that stands for the rowid: it is stored as null. */
  readonly key: number;
  readonly insert: (values: readonly SqlValue[]) => 'new' | 'known' | 'unfit';
};

function targetOf(to: Database.Database, name: string): Target {
  const columns = to.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(name) as {
    name: string;
    type: string;
    pk: number;
  }[];
  const statements = new Map<number, Database.Statement>();
  const statement = (width: number): Database.Statement => {
    const known = statements.get(width);
    if (known) return known;
    const list = columns.slice(0, width).map(column => quoted(column.name));
    // Whoever is there by its key was read already.
    const made = to.prepare(
      `INSERT INTO ${quoted(name)} (${list.join(', ')}) VALUES (${list.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
    );
    statements.set(width, made);
    return made;
  };
  return {
    name,
    types: columns.map(({ type }) => type),
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
function isOf(type: string, value: string | number | bigint): boolean {
  if (type === 'ANY') return true;
  return type === 'TEXT' ? typeof value === 'string' : typeof value !== 'string';
}

/** A table that has had columns added to it since it was made, and more of them than any other: leads. */
const manyColumns = 25;

/** The row as it is inserted into a table; null: it cannot be one of it. Columns that were added later may be missing at its end. */
function rowFor({ types, key }: Target, { rowid, values }: RawRow): readonly SqlValue[] | null {
  if (values.length === 0 || values.length > types.length) return null;
  if (!values.every((value, index) => value === null || isOf(types[index] ?? '', value))) return null;
  if (key < 0) return values;
  // Only the key that stands for the rowid is stored as null in its place.
  if (values[key] !== null) return null;
  return values.map((value, index) => (index === key ? rowid : value));
}

/** `file`: a copy. `to`: the new workspace, with our tables and whatever was read into them before. */
export function salvageRaw(file: string, to: Database.Database): RawSalvaged {
  const names = to
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .map(String);
  const targets = new Map(names.map(name => [name, targetOf(to, name)]));
  const rows: Record<string, number> = {};
  let [rejected, unread] = [0, 0];
  /** Answers whether the row is in the table now. */
  const put = (target: Target, row: RawRow): boolean => {
    const values = rowFor(target, row);
    const result = values ? target.insert(values) : 'unfit';
    if (result === 'new') rows[target.name] = (rows[target.name] ?? 0) + 1;
    return result !== 'unfit';
  };
  /** Tables a page may belong to that no table leads to. */
  const guess = (found: readonly RawRow[]): readonly Target[] => {
    const width = Math.max(0, ...found.map(({ values }) => values.length));
    return [...targets.values()].filter(
      ({ types }) => types.length === width || (width > manyColumns && types.length > manyColumns),
    );
  };
  readRawTables(
    file,
    ({ name, rows: found }) => {
      const own = name === null ? undefined : targets.get(name);
      // A table of SQLite's own, or of another program.
      if (name !== null && !own) return;
      const fitting = own ? [own] : guess(found);
      for (const row of found) if (!fitting.some(target => put(target, row))) rejected += 1;
    },
    () => {
      unread += 1;
    },
  );
  return { rows, rejected, unread };
}
