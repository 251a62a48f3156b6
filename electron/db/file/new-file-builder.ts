// Builds a new workspace file in slices under a temporary name and renames it when complete.
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { draftBeside, sweepDrafts } from '../../files/drafts.ts';
import { refuseHeldTarget } from '../../files/held.ts';
import { toAppError } from './app-errors.ts';
import type { Writer } from './handle.ts';
import { createHandle } from './handle.ts';
import { renewLogId } from './log-id.ts';
import { migrate } from './migrate.ts';
import type { OpenOptions } from './open.ts';
import { applicationId } from './open.ts';

/**
 * As `createDatabase`, for a `fill` that takes long and gives way meanwhile. There is no journal yet, so nothing that `fill`
 * writes can be undone. Two at once for the same file are the caller's to prevent.
 */
export async function growDatabase(options: OpenOptions, fill: (writer: Writer) => Promise<void>): Promise<void> {
  const requireFree = () => {
    if (!existsSync(options.file)) return;
    throw new AppError('file', `A file already exists at ${options.file}. Choose another name.`);
  };
  const draft = draftBeside(options.file);
  try {
    refuseHeldTarget(options.file);
    requireFree();
    sweepDrafts(options.file);
    try {
      await write({ ...options, file: draft }, fill);
      await sync(draft);
      requireFree();
      await rename(draft, options.file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    // Makes the rename outlive a power cut; Windows has no such call for folders and does not need it.
    if (process.platform !== 'win32') await sync(dirname(options.file));
  } catch (error) {
    throw toAppError(error, options.file) ?? error;
  }
}

async function write({ file, migrations, addon }: OpenOptions, fill: (writer: Writer) => Promise<void>): Promise<void> {
  const connection = new Database(file, addon ? { nativeBinding: addon } : {});
  try {
    // A draft that is cut short is thrown away, so the disk is waited for once, at the end, and not in this thread.
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('synchronous = OFF');
    connection.pragma('foreign_keys = ON');
    connection.pragma(`application_id = ${applicationId}`);
    migrate(connection, migrations);
    renewLogId(connection);
    await nextTurn();
    connection.exec('BEGIN');
    await fill(createHandle(connection));
    connection.exec('COMMIT');
  } finally {
    connection.close();
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
