// The schema of a file as data: columns, references, and every constraint and trigger, as SQLite knows them.
import type { Reader } from '../file/handle.ts';

/** The SQL inside each CHECK of a CREATE TABLE. */
function checksIn(sql: string): string[] {
  return [...sql.matchAll(/\bCHECK\s*\(/gi)].map(found => {
    const start = found.index + found[0].length;
    let end = start;
    for (let open = 1; open > 0; end += 1) open += { '(': 1, ')': -1 }[sql.charAt(end)] ?? 0;
    return sql.slice(start, end - 1);
  });
}

/** A default as SQLite keeps it: a number, or a text in quotes. */
const standardOf = (text: string | null): string | number | null =>
  text === null ? null : text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : Number(text);

const tableSchema = (db: Reader, name: string, sql: string) => ({
  name,
  columns: db
    .all<{ name: string; type: string; required: number; standard: string | null; pk: number }>(
      'SELECT name, type, "notnull" AS required, dflt_value AS standard, pk FROM pragma_table_info(?)',
      [name],
    )
    .map(({ pk, ...column }) => ({
      ...column,
      required: column.required === 1 || pk > 0,
      standard: standardOf(column.standard),
    })),
  references: db.all<{ column: string; table: string; onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION' }>(
    'SELECT "from" AS "column", "table", on_delete AS onDelete FROM pragma_foreign_key_list(?) ORDER BY id',
    [name],
  ),
  unique: db
    .pluck<string>('SELECT name FROM pragma_index_list(?) WHERE "unique"', [name])
    .map(index => db.pluck<string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', [index])),
  checks: checksIn(sql),
});

/** Every table of the file with its constraints, and the names of its triggers. */
export const fileSchema = (db: Reader) => ({
  version: db.pluck<number>('SELECT user_version FROM pragma_user_version')[0] ?? 0,
  tables: db
    .raw<readonly [name: string, sql: string]>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .map(([name, sql]) => tableSchema(db, name, sql)),
  triggers: db.pluck<string>("SELECT name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name"),
});
