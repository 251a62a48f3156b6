// The second guard of an open workspace: an empty file beside it that SQLite locks, for the case that the lock on the workspace itself is lost.
import { chmodSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { fileId } from '../../files/identity.ts';

export type FileLock = {
  /** False: no lock can be made here, and somebody else may have the file. */
  readonly isHeld: boolean;
  readonly release: () => void;
};

const noLock: FileLock = { isHeld: false, release: () => undefined };

/** What the lock's name ends in. */
export const lockEnding = '-lock';

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
const cannotOpen = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test(error.code);

const inUse = (file: string): AppError =>
  new AppError('file', `${file} is already open in Ripen, here or on another computer. Close it there first.`);

function open(lock: string, addon: string | undefined, readonly = false): Database.Database {
  return new Database(lock, {
    timeout: 200,
    readonly,
    fileMustExist: readonly,
    ...(addon ? { nativeBinding: addon } : {}),
  });
}

/** A connection that holds the lock. Nothing is ever written through it, so that the file stays empty. */
function locked(lock: string, addon: string | undefined): Database.Database {
  const connection = open(lock, addon);
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A lock that another user left when Ripen was killed: nobody holds it, and the folder is ours to write to. */
function removeLeftover(lock: string, addon: string | undefined): void {
  const connection = open(lock, addon, true);
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    connection.close();
  }
  rmSync(lock);
}

/**
 * Takes the lock of a workspace; answers what gives it back. The system gives it back too when the process ends in whatever way, so a file
 * left behind locks nobody out. Throws an AppError when another process has it. Where no lock can be made, the one on the workspace stands alone.
 */
export function takeLock(file: string, addon?: string): FileLock {
  const lock = `${file}${lockEnding}`;
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const connection = locked(lock, addon);
      // A process that closed just now may have removed the file between our opening and our locking it.
      const id = fileId(lock);
      if (id === null) {
        connection.close();
        continue;
      }
      share(lock, file);
      return { isHeld: true, release: () => release(connection, lock) };
    } catch (error) {
      if (isBusy(error)) throw inUse(file);
      if (!cannotOpen(error)) return noLock;
      try {
        removeLeftover(lock, addon);
      } catch (other) {
        if (isBusy(other)) throw inUse(file);
        return noLock;
      }
    }
  }
  return noLock;
}

function release(connection: Database.Database, lock: string): void {
  if (!connection.open) return;
  const remove = (): void => {
    try {
      rmSync(lock, { force: true });
    } catch {
      // Windows keeps a file that is open; it is empty, and locks nobody out.
    }
  };
  // While it is still held: nobody else's lock is removed. Windows can only do it afterwards, and only if nobody has it.
  if (process.platform !== 'win32') remove();
  connection.close();
  if (process.platform === 'win32') remove();
}

/** Gives the lock the mode of its workspace: the same users may write both. */
function share(lock: string, file: string): void {
  try {
    chmodSync(lock, statSync(file).mode & 0o777);
  } catch {
    // Another process has it and says so.
  }
}
