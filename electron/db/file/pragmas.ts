// Pragmas of every workspace file; each is read back, because SQLite silently lowers or ignores some.
import type Database from 'better-sqlite3';

const settings: readonly (readonly [pragma: string, expected: unknown])[] = [
  // Before WAL: then no -shm file is needed and a second program is told at once.
  ['locking_mode = EXCLUSIVE', 'exclusive'],
  ['journal_mode = WAL', 'wal'],
  ['synchronous = FULL', 2],
  ['foreign_keys = ON', 1],
  ['trusted_schema = OFF', 0],
  ['cell_size_check = ON', 1],
  ['secure_delete = ON', 1],
  ['checkpoint_fullfsync = ON', 1],
  ['journal_size_limit = 16777216', 16_777_216],
  ['busy_timeout = 5000', 5000],
  ['temp_store = MEMORY', 2],
  // A checkpoint inside a commit would delay the command: log.ts runs it when idle.
  ['wal_autocheckpoint = 0', 0],
];

/**
 * What has to hold before a file of unknown origin is even looked at. EXCLUSIVE before the first read, else a -shm file is made; the schema of a
 * stranger is not trusted.
 */
export function applyFirstSettings(connection: Database.Database): void {
  for (const pragma of ['locking_mode = EXCLUSIVE', 'trusted_schema = OFF', 'cell_size_check = ON'])
    connection.pragma(pragma);
}

export type Setting = { readonly name: string; readonly found: unknown; readonly expected: unknown };

/** Every setting as it is and as it has to be; `ask` answers a pragma. */
export const settingsOf = (ask: (pragma: string) => unknown): readonly Setting[] =>
  settings.map(([pragma, expected]) => {
    const name = pragma.split(' ')[0] ?? '';
    return { name, found: ask(name), expected };
  });

/** Sets every setting, then asks each one back: WAL quietly lowers `synchronous` when it is left alone. */
export function applySettings(connection: Database.Database): void {
  for (const [pragma] of settings) connection.pragma(pragma);
  for (const { name, found, expected } of settingsOf(asked => connection.pragma(asked, { simple: true }))) {
    if (found !== expected) throw new Error(`Setting ${name} reads ${String(found)} instead of ${String(expected)}.`);
  }
}
