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
import { AppError } from '../../../shared/result.ts';
import { backupFolder, refuseLongName } from '../../files/backup-folder.ts';
import { draftBeside, sweepDrafts } from '../../files/drafts.ts';
import { type FileState, fileStateOf } from '../../files/file-state.ts';
import { holdFile, refuseHeldSource, refuseHeldTarget } from '../../files/held.ts';
import { realPath } from '../../files/identity.ts';
import { installJournal } from '../journal/journal-triggers.ts';
import { lockEnding, takeLock } from '../tables/lock-file.ts';
import { checkSchema, needsRepair, repairSchema } from '../tables/schema-check.ts';
import { toAppError } from './app-errors.ts';
import { syncFolder } from './atomic-write.ts';
import { setForeignLogsAside } from './foreign-log.ts';
import type { Writer } from './handle.ts';
import { createHandle } from './handle.ts';
import { beginLogWithId, renewLogId } from './log-id.ts';
import type { Migration } from './migrate.ts';
import { migrate } from './migrate.ts';
import { applyFirstSettings, applySettings } from './pragmas.ts';
import { createSecondHandle, type SecondHandle } from './rollback-mode.ts';
import { logSize, mergeLog, sidecarFiles } from './wal.ts';

const endings = [...sidecarFiles, '-shm', lockEnding];

/** 'Ripn' in the file's header, so that no other program's database is ever taken for ours. */
export const applicationId = 0x5269706e;

export type OpenOptions = {
  readonly file: string;
  readonly migrations: readonly Migration[];
  /** Path of a better-sqlite3 addon compiled for this runtime; undefined: the one in the package. */
  readonly addon?: string | undefined;
  /** Called with the connection to an older file before it is brought up to date; throwing leaves it as it is. */
  readonly beforeUpdate?: ((connection: Database.Database) => void) | undefined;
  /** Adds the rows that every file of this version has; runs at each opening, outside the journal. */
  readonly complete?: ((writer: Writer) => void) | undefined;
  /** Functions of one text that SQL may ask, by name. The same text always gives the same answer. */
  readonly functions?: Readonly<Record<string, (text: string) => string>> | undefined;
};

export type OpenDatabase = {
  readonly connection: Database.Database;
  /** The addon that opened it; undefined: the one in the package. */
  readonly addon: string | undefined;
  readonly writer: Writer;
  /** It was not closed after it was open last. */
  readonly wasCutShort: boolean;
  /** What had to be done to open it, in sentences for the owner. */
  readonly told: readonly string[];
  /** The open file; see `SecondHandle`. */
  readonly held: Pick<SecondHandle, 'fileId' | 'hasName' | 'read' | 'write'>;
  /** Whether it still stands where it was opened. */
  readonly fileState: () => FileState;
  /** Asks the disk to take what was written to the file so far, in the background. */
  readonly sync: () => Promise<void>;
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

/** Bytes in which the list of tables begins, in every file of ours. */
const beginning = 512 * 1024;

/** Whether a file without a header of ours has the text by which our table of leads was made. */
function holdsOurTables(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    const text = bytes.subarray(0, readSync(handle, bytes, 0, beginning, 0));
    return text.includes('CREATE TABLE lead (') && text.includes('CREATE TABLE "score_adjustment" (');
  } finally {
    closeSync(handle);
  }
}

/** Refuses with one sentence unless `file` is a Ripen file this version can read; nothing is written. */
export function checkFile(file: string, newest: number): void {
  if (!existsSync(file)) throw new AppError('file', `${file} no longer exists. It may have been moved or renamed.`);
  if (!statSync(file).isFile()) throw new AppError('file', `${file} is not a file. Choose a Ripen file (.ripen).`);
  const header = readHeader(file);
  if (header?.applicationId !== applicationId) {
    // Its beginning is damaged, and there is something behind it: salvaging reads the pages themselves.
    if (header === null && holdsOurTables(file))
      throw new AppError(
        'damaged',
        `The beginning of ${file} is damaged. It was not changed. Restore a backup, or salvage what can be read.`,
      );
    if (statSync(file).size === 0)
      throw new AppError('file', `${file} is empty. It was not changed. Restore a backup, or choose another file.`);
    const other = file.endsWith('.ripen') ? 'another Ripen file' : 'a file that ends in .ripen';
    throw new AppError('file', `${file} is not a Ripen file. It was not changed. Choose ${other}.`);
  }
  requireKnownVersion(header.userVersion, newest);
}

function requireKnownVersion(version: number, newest: number): void {
  if (version <= newest) return;
  throw new AppError(
    'file',
    `This file was written by a newer version of Ripen (format ${version}; this version reads up to ${newest}). It was not changed. Update Ripen to open it.`,
  );
}

function openConnection({ file, addon, functions = {} }: OpenOptions): Database.Database {
  const connection = new Database(file, { timeout: 200, ...(addon ? { nativeBinding: addon } : {}) });
  try {
    for (const [name, answer] of Object.entries(functions)) {
      connection.function(name, { deterministic: true, directOnly: true }, (value: unknown) =>
        typeof value === 'string' ? answer(value) : null,
      );
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** The driver has no limit on attached files; that there is none is asked once all that is put together from names has run. */
function refuseOthers(connection: Database.Database): void {
  const names = connection.prepare("SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp')").all();
  if (names.length > 0) throw new Error('Another file is attached to the workspace.');
}

/** A file that lacks nothing is not written to: its time says when something was changed in it last. */
function completeWithId(connection: Database.Database, complete: (writer: Writer) => void): void {
  const changes = (): unknown => connection.prepare('SELECT total_changes()').pluck().get();
  connection.exec('BEGIN IMMEDIATE');
  try {
    renewLogId(connection);
    const before = changes();
    complete(createHandle(connection));
    connection.exec(changes() === before ? 'ROLLBACK' : 'COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** Makes an opened file one of today's that holds nothing of a stranger's; answers what had to be done, in sentences. */
function prepare(
  connection: Database.Database,
  { file, migrations, addon, beforeUpdate, complete }: OpenOptions,
): string[] {
  const newest = migrations.at(-1)?.version ?? 0;
  applyFirstSettings(connection);
  // Once more: after a crash the log may know of a newer version than the header.
  const version = Number(connection.pragma('user_version', { simple: true }));
  requireKnownVersion(version, newest);
  // Before anything is written: a stranger's triggers would run, in the migration of an older file too.
  const repairs = checkSchema(connection, file, { migrations, version, addon });
  applySettings(connection);
  // What a crash left in the log is merged, so that the log of this session begins with an id of its own.
  if (logSize(file) > 0) mergeLog(connection);
  if (version < newest || needsRepair(repairs)) {
    beforeUpdate?.(connection);
    beginLogWithId(connection);
  }
  const told = needsRepair(repairs) ? [repairSchema(connection, repairs)] : [];
  migrate(connection, migrations);
  if (complete) completeWithId(connection, complete);
  installJournal(connection);
  refuseOthers(connection);
  return told;
}

/** Opens an existing workspace, bringing an older one up to date. Throws an AppError with a sentence for the owner. */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const newest = options.migrations.at(-1)?.version ?? 0;
  try {
    // To read the header of a file that is open here would give up its lock.
    refuseHeldSource(options.file);
    refuseLongName(options.file);
    checkFile(options.file, newest);
    // SQLite would open what it may only read, and fail at the first write with an error that says something else.
    accessSync(options.file, constants.R_OK | constants.W_OK);
    accessSync(dirname(options.file), constants.W_OK);
    const wasCutShort = existsSync(`${options.file}${lockEnding}`) || logSize(options.file) > 0;
    const lock = takeLock(options.file, options.addon);
    let connection: Database.Database | undefined;
    let told: string[] = [];
    let second: SecondHandle;
    try {
      told = setForeignLogsAside(options.file, lock);
      connection = openConnection(options);
      told.push(...prepare(connection, options));
      second = createSecondHandle(options.file);
    } catch (error) {
      connection?.close();
      lock.release();
      throw error;
    }
    const { fileId } = second;
    const letGo = holdFile({ fileId, file: realPath(options.file), endings, backups: backupFolder(options.file) });
    const open = connection;
    const close = (): void => {
      closeDatabase(open);
      second.close();
      lock.release();
      letGo();
    };
    return {
      connection,
      addon: options.addon,
      writer: createHandle(connection),
      told,
      wasCutShort,
      held: second,
      fileState: () => fileStateOf(options.file, fileId),
      sync: second.sync,
      close,
    };
  } catch (error) {
    throw toAppError(error, options.file) ?? error;
  }
}

/** Makes a new workspace file, filled by `fill`. It appears under its name only when it is whole. */
export function createDatabase(
  options: OpenOptions,
  fill: (database: Pick<OpenDatabase, 'connection' | 'writer'>) => void,
): void {
  // What lies beside a file of this name that is gone would be taken for the new one's.
  const there = ['', ...sidecarFiles].map(end => options.file + end).find(existsSync);
  if (there !== undefined) throw new AppError('file', `A file already exists at ${there}. Choose another name.`);
  const draft = draftBeside(options.file);
  try {
    refuseHeldTarget(options.file);
    refuseLongName(options.file);
    sweepDrafts(options.file);
    const connection = openConnection({ ...options, file: draft });
    try {
      applySettings(connection);
      connection.pragma(`application_id = ${applicationId}`);
      migrate(connection, options.migrations);
      renewLogId(connection);
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
    throw toAppError(error, options.file) ?? error;
  }
}

function removeDraft(draft: string): void {
  for (const end of ['', ...sidecarFiles]) rmSync(draft + end, { force: true });
}

function closeDatabase(connection: Database.Database): void {
  if (!connection.open) return;
  // Uncommitted changes were never acknowledged.
  if (connection.inTransaction) connection.exec('ROLLBACK');
  mergeLog(connection);
  connection.close();
}
