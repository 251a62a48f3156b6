// Today's schema on one page, as the migrations make it: each table with its indexes and triggers below it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Migration } from '../electron/db/file/migrate.ts';
import { migrate } from '../electron/db/file/migrate.ts';

type Part = { readonly type: string; readonly name: string; readonly table: string; readonly sql: string };

const heading = (
  versions: number,
): string => `-- Today's schema (version ${versions}), on one page. Made from the migrations by \`npm run schema\`; do not edit it.
`;

/** Runs the migrations on a temporary file and writes down what came out, in the order of their making. */
export function schemaPage(migrations: readonly Migration[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-schema-'));
  const connection = new Database(join(folder, 'schema.ripen'));
  try {
    migrate(connection, migrations);
    return heading(migrations.length) + pageOf(connection);
  } finally {
    connection.close();
    rmSync(folder, { recursive: true });
  }
}

/** The schema of an open file; equal for two files exactly when their schemas are. */
export function pageOf(connection: Database.Database): string {
  const parts = connection
    .prepare(
      `SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`,
    )
    .all() as Part[];
  const tables = parts.filter(({ type }) => type === 'table' || type === 'view');
  return tables
    .map(table => [table, ...parts.filter(part => part.table === table.name && part !== table)])
    .map(group => `\n${group.map(({ sql }) => `${sql};`).join('\n')}\n`)
    .join('');
}
