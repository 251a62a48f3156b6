// Forward-only migrations: each in one transaction together with the version it makes, those of a new file in one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { noteUncertainLog } from './wal.ts';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Reads `NNNN-name.sql` files in order. Throws when a number is missing or twice. */
export function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map(name => ({ version: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${name} should have the number ${index + 1}.`);
  });
  return migrations;
}

/** Brings the file to the newest version; a second run does nothing. */
export function migrate(connection: Database.Database, migrations: readonly Migration[]): void {
  const present = Number(connection.pragma('user_version', { simple: true }));
  const missing = migrations.filter(({ version }) => version > present);
  const run = connection.transaction((each: readonly Migration[]) => {
    for (const { version, sql } of each) {
      connection.exec(sql);
      connection.pragma(`user_version = ${version}`);
    }
  });
  // A new file has no version to stay at: one wait for the disk.
  if (present === 0) run(missing);
  else for (const migration of missing) run([migration]);
  // The header of the main file must tell the version by itself, without the log beside it.
  if (missing.length === 0) return;
  noteUncertainLog(connection);
  connection.pragma('wal_checkpoint(TRUNCATE)');
}
