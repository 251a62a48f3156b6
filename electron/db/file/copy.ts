// Copies a workspace file page by page while it is open, then opens and counts the copy.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/result.ts';
import { brokenInvariants } from '../tables/invariants.ts';
import { quoted } from '../tables/names.ts';
import { syncFile } from './atomic-write.ts';
import { createHandle } from './handle.ts';
import { renewLogId } from './log-id.ts';

/** Pages copied in one go: some milliseconds. */
const pagesAtOnce = 500;

/** What copies are made of: an open file, and the addon that opened it. */
export type CopySource = { readonly connection: Database.Database; readonly addon: string | undefined };

/** Copies the open file to `target`, in slices between which the event loop turns. No step may be open meanwhile. */
export async function copyTo({ connection, addon }: CopySource, target: string): Promise<void> {
  await connection.backup(target, { progress: () => pagesAtOnce });
  giveOwnLogId(target, addon);
}

/** The same at once, for the moments before anything else can happen. `target` must not exist. */
export function copyAtOnce({ connection, addon }: CopySource, target: string): void {
  connection.prepare('VACUUM INTO ?').run(target);
  giveOwnLogId(target, addon);
}

/** The log of the file it was copied from must not be taken for the copy's when the copy is put in its place. */
function giveOwnLogId(target: string, addon: string | undefined): void {
  const copy = new Database(target, addon ? { nativeBinding: addon } : {});
  try {
    copy.pragma('trusted_schema = OFF');
    copy.pragma('journal_mode = DELETE');
    renewLogId(copy);
  } finally {
    copy.close();
  }
}

export type CheckedCopy = {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** `user_version`: which migrations it has seen. */
  readonly schemaVersion: number;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** What should hold and does not, in words: such a copy is whole and can be used, and its workspace wants repairing. */
  readonly broken: readonly string[];
};

/**
 * Opens a copy, has SQLite look at every page, counts the rows, and puts it on the disk for good. Throws an AppError when
 * it is not sound. Slow (seconds for a big file): not for the main process while somebody works.
 */
export function checkCopy(file: string, addon?: string): CheckedCopy {
  const connection = new Database(file, addon ? { nativeBinding: addon } : {});
  let counts: Record<string, number>;
  let schemaVersion: number;
  let broken: readonly string[];
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    // One file without a log beside it: that is what is hashed, copied and kept.
    connection.pragma('journal_mode = DELETE');
    const found = connection.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
    schemaVersion = Number(connection.pragma('user_version', { simple: true }));
    const tables = connection
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all()
      .map(String);
    counts = Object.fromEntries(
      tables.map(table => [
        table,
        Number(
          connection
            .prepare(`SELECT count(*) FROM ${quoted(table)}`)
            .pluck()
            .get(),
        ),
      ]),
    );
    broken = brokenIn(connection);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'damaged',
      `A new copy of the workspace failed its check (${why}), so the file itself may be damaged. Nothing was changed.`,
    );
  } finally {
    connection.close();
  }
  syncFile(file);
  return { ...hashOf(file), schemaVersion, counts, broken };
}

/** A file of another version, or of another program, may lack what is asked about. */
function brokenIn(connection: Database.Database): readonly string[] {
  try {
    return Object.keys(brokenInvariants(createHandle(connection)));
  } catch {
    return [];
  }
}

/** SHA-256 of a file's bytes, read in pieces. */
export function hashOf(file: string): { readonly sha256: string; readonly size: number } {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return { sha256: hash.digest('hex'), size: statSync(file).size };
}
