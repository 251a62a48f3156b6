// How a big step is written: straight into the file, the old pages beside it (-journal), instead of through the log (-wal).
import { closeSync, fdatasync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { type FileId, idOf } from '../../files/identity.ts';
import { applySettings } from './pragmas.ts';

const dataSync = promisify(fdatasync);

/** Rows (or recorded changes) from which on a step is big: its log would be some 2 MB. Leaving the log costs 5 to 10 ms. */
export const manyRows = 2000;

export type RollbackMode = {
  /** Leaves the log for the next transaction; false: it could not be, and everything goes through the log as always. */
  readonly leave: () => boolean;
  /** Returns to the log, all settings proved. On a disk that refuses this, the next call tries again; nothing is lost. */
  readonly back: () => void;
};

/**
 * COMMIT recomputes the checksums of a WAL, and a checkpoint copies it afterwards: about 1 ms per MB each, in one block. With a
 * rollback journal the pages are in the file before COMMIT. After a crash the -journal file remains; SQLite replays it at the
 * next open. `synchronous=FULL` throughout.
 */
export function createRollbackMode(connection: Database.Database): RollbackMode {
  let away = false;
  const back = (): void => {
    if (!away || !connection.open || connection.inTransaction) return;
    try {
      applySettings(connection);
      away = false;
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  };
  return {
    leave: () => {
      try {
        away = true;
        // Merges the log and takes it away first.
        if (connection.pragma('main.journal_mode = DELETE', { simple: true }) === 'delete') return true;
      } catch {
        // No room, say. What could not be left need not be returned to, but asking does no harm.
      }
      back();
      return false;
    },
    back,
  };
}

export type SecondHandle = {
  /** The file that is held, whatever its path leads to by now. */
  readonly fileId: FileId;
  /** Whether the file has a name on its disk still; false: it was deleted, and goes when it is closed. */
  readonly hasName: () => boolean;
  /** Bytes of the file, as they are on the disk. */
  readonly read: (at: number, length: number) => Buffer;
  /** Writes past SQLite: only where no row is, and while no step is open. */
  readonly write: (at: number, bytes: Buffer) => void;
  /** Asks the disk to take what was written to the file so far. */
  readonly sync: () => Promise<void>;
  /** To be called after the connection is closed, and never before. */
  readonly close: () => void;
};

/**
 * Syncs the file in the background through a handle of its own, which stays open as long as the connection: closing any
 * handle to a file gives up all locks that the process holds on it (POSIX), and a second program could come in.
 */
export function createSecondHandle(file: string): SecondHandle {
  const handle = openSync(file, 'r+');
  let closed = false;
  // The number of a closed handle may be another file's by then.
  const requireOpen = (): void => {
    if (closed) throw new AppError('conflict', 'This workspace was closed meanwhile.');
  };
  return {
    fileId: idOf(fstatSync(handle, { bigint: true })),
    hasName: () => !closed && fstatSync(handle).nlink > 0,
    read: (at, length) => {
      requireOpen();
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
    },
    write: (at, bytes) => {
      requireOpen();
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, at + done);
    },
    sync: async () => {
      if (!closed) await dataSync(handle);
    },
    close: () => {
      if (!closed) closeSync(handle);
      closed = true;
    },
  };
}

/** Syncs a file that nobody locks, if it is there. */
export async function syncUnlocked(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
