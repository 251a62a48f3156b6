// Opens a workspace file: checks that it is ours before anything is written, then sets and proves every setting.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/result.ts';
import type { Writer } from './handle.ts';
import { createHandle } from './handle.ts';
import { installJournal } from './journal-triggers.ts';
import { mergeLog } from './log.ts';
import type { Migration } from './migrate.ts';
import { migrate } from './migrate.ts';
import { refusalOf } from './refusals.ts';
import { syncFolder } from './whole-file.ts';

/** 'Ripn' in the file's header, so that no other program's database is ever taken for ours. */
export const applicationId = 0x5269706e;

export type OpenOptions = {
  readonly file: string;
  readonly migrations: readonly Migration[];
  /** Path of a better-sqlite3 addon compiled for this runtime; undefined: the one in the package. */
  readonly addon?: string | undefined;
  /** Called with the connection to an older file before it is brought up to date; throwing leaves it as it is. */
  readonly beforeUpdate?: ((connection: Database.Database) => void) | undefined;
};

export type OpenDatabase = {
  readonly connection: Database.Database;
  readonly writer: Writer;
  readonly close: () => void;
};

type Header = { readonly applicationId: number; readonly userVersion: number };

/** Reads the 100-byte SQLite header (https://www.sqlite.org/fileformat.html, 1.3); null when it is not one. */
function readHeader(file: string): Header | null {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) return null;
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  return { userVersion: header.readUInt32BE(60), applicationId: header.readUInt32BE(68) };
}

/** Refuses with one sentence unless `file` is a Ripen file this version can read; nothing is written. */
export function checkFile(file: string, newest: number): void {
  if (!existsSync(file))
    throw new Refusal('file', `There is no file at ${file} any more. It may have been moved or renamed.`);
  if (!statSync(file).isFile()) throw new Refusal('file', `${file} is not a file. Choose a Ripen file (.ripen).`);
  const header = readHeader(file);
  if (header?.applicationId !== applicationId) {
    throw new Refusal('file', `${file} is not a Ripen file. It was not changed. Choose a file that ends in .ripen.`);
  }
  refuseNewer(header.userVersion, newest);
}

function refuseNewer(version: number, newest: number): void {
  if (version <= newest) return;
  throw new Refusal(
    'file',
    `This file was written by a newer Ripen (format ${version}; this one knows up to ${newest}). It was not changed. Please update Ripen.`,
  );
}

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
  // Merging inside a commit would hold up whoever asked for it: log.ts does it when nobody waits.
  ['wal_autocheckpoint = 0', 0],
];

/** Sets every setting, then asks each one back: WAL quietly lowers `synchronous` when it is left alone. */
export function applySettings(connection: Database.Database): void {
  for (const [pragma] of settings) connection.pragma(pragma);
  for (const [pragma, expected] of settings) {
    const name = pragma.split(' ')[0] ?? '';
    const found = connection.pragma(name, { simple: true });
    if (found !== expected) throw new Error(`Setting ${name} reads ${String(found)} instead of ${String(expected)}.`);
  }
}

function openConnection({ file, addon }: OpenOptions): Database.Database {
  const connection = new Database(file, { timeout: 200, ...(addon ? { nativeBinding: addon } : {}) });
  try {
    applySettings(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Opens an existing workspace, bringing an older one up to date. Throws a Refusal with a sentence for the owner. */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const newest = options.migrations.at(-1)?.version ?? 0;
  try {
    checkFile(options.file, newest);
    // SQLite would open what it may only read, and fail at the first write with an error that says something else.
    accessSync(options.file, constants.R_OK | constants.W_OK);
    accessSync(dirname(options.file), constants.W_OK);
    const connection = openConnection(options);
    try {
      // Once more: after a crash the log may know of a newer version than the header.
      const version = Number(connection.pragma('user_version', { simple: true }));
      refuseNewer(version, newest);
      if (version < newest) options.beforeUpdate?.(connection);
      migrate(connection, options.migrations);
      installJournal(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
    return { connection, writer: createHandle(connection), close: () => closeDatabase(connection) };
  } catch (error) {
    throw refusalOf(error, options.file) ?? error;
  }
}

/** Makes a new workspace file, filled by `fill`. It appears under its name only when it is whole. */
export function createDatabase(options: OpenOptions, fill: (database: Omit<OpenDatabase, 'close'>) => void): void {
  if (existsSync(options.file))
    throw new Refusal('file', `There is already a file at ${options.file}. Choose another name.`);
  const draft = `${options.file}.new`;
  try {
    removeDraft(draft);
    const connection = openConnection({ ...options, file: draft });
    try {
      connection.pragma(`application_id = ${applicationId}`);
      migrate(connection, options.migrations);
      installJournal(connection);
      fill({ connection, writer: createHandle(connection) });
      closeDatabase(connection);
    } catch (error) {
      connection.close();
      removeDraft(draft);
      throw error;
    }
    renameSync(draft, options.file);
    syncFolder(dirname(options.file));
  } catch (error) {
    throw refusalOf(error, options.file) ?? error;
  }
}

function removeDraft(draft: string): void {
  for (const leftover of [draft, `${draft}-wal`]) rmSync(leftover, { force: true });
}

function closeDatabase(connection: Database.Database): void {
  if (!connection.open) return;
  // Whatever has not been committed by now was never promised to anybody.
  if (connection.inTransaction) connection.exec('ROLLBACK');
  mergeLog(connection);
  connection.close();
}
