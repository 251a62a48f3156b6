// The baseline of an import: Papa Parse, and a bare INSERT of the very rows that the import wrote, with the same indexes, one
// statement a row in one transaction, without journal and foreign keys.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { readMigrations } from '../../electron/db/file/migrate.ts';
import { createDatabase } from '../../electron/db/file/open.ts';
import { migrationsFolder } from '../support/folders.ts';

const tables = ['lead', 'stage_change', 'deal', 'activity', 'receipt', 'lead_tag', 'custom_value'] as const;

type Written = { readonly table: string; readonly columns: readonly string[]; readonly rows: unknown[][] };

/** What the last import of a workspace added, in the order in which it came. */
export function writtenByImport(workspace: string): readonly Written[] {
  const db = new Database(workspace);
  const batch = db.prepare('SELECT id FROM import_batch ORDER BY at DESC, id DESC LIMIT 1').pluck().get();
  const written = tables.map(table => {
    const statement = db.prepare(`SELECT * FROM ${table} WHERE batch_id = ? ORDER BY rowid`).raw();
    const columns = statement.columns().map(({ name }) => name);
    return { table, columns, rows: statement.all(batch) as unknown[][] };
  });
  db.close();
  return written;
}

/** Parses the file and inserts the rows into a new workspace; answers ms. */
export function bareImport(folder: string, csv: string, written: readonly Written[]): number {
  const file = join(folder, 'bare.ripen');
  let ms = 0;
  createDatabase({ file, migrations: readMigrations(migrationsFolder) }, ({ connection }) => {
    const triggers = connection.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").pluck().all();
    for (const name of triggers) connection.exec(`DROP TRIGGER temp.${name}`);
    connection.pragma('foreign_keys = OFF');
    const began = performance.now();
    const { data } = Papa.parse<string[]>(readFileSync(csv, 'utf8'), { skipEmptyLines: true });
    if (data.length < 2) throw new Error('nothing was read');
    connection.exec('BEGIN');
    for (const { table, columns, rows } of written) {
      const marks = columns.map(() => '?').join(', ');
      const insert = connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
      for (const row of rows) insert.run(row);
    }
    connection.exec('COMMIT');
    ms = performance.now() - began;
  });
  rmSync(file, { force: true });
  return ms;
}
