// Saves a copy of the workspace to a chosen place, atomically.
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { toAppError } from '../db/file/app-errors.ts';
import { syncFolder } from '../db/file/atomic-write.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { takeLock } from '../db/tables/lock-file.ts';
import { encryptCopy } from '../encryption/encrypted-copy.ts';
import type { Keys } from '../encryption/keys.ts';
import { runInSlices } from '../encryption/slices.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import { refuseHeldTarget } from '../files/held.ts';
import { realPath } from '../files/identity.ts';
import type { App } from '../open-workspace.ts';
import type { CopyChecker } from './checking.ts';

export type SaveCopyOptions = {
  readonly check: CopyChecker;
  readonly addon: string | undefined;
  /** Of a workspace that is locked with a passphrase: its copies are, too. */
  readonly keys?: Keys | null;
};

/** Throws an AppError when the place refuses, or is a workspace that is open, here or elsewhere; what was there stays then. */
export async function saveCopy(app: App, chosen: string, options: SaveCopyOptions): Promise<void> {
  const { addon, keys } = options;
  refuseHeldTarget(chosen);
  sweepDrafts(chosen);
  const draft = draftBeside(chosen);
  try {
    await (keys ? encryptedCopy(app, draft, keys, options) : plainCopy(app, draft, options));
    refuseHeldTarget(chosen);
    // Refused while another Ripen has the file that would be replaced open.
    const lock = takeLock(realPath(chosen), addon);
    try {
      // Whatever lay beside the file that is replaced would be taken for the new one's.
      for (const end of sidecarFiles) rmSync(chosen + end, { force: true });
      renameSync(draft, chosen);
    } finally {
      lock.release();
    }
    syncFolder(dirname(chosen));
  } catch (error) {
    for (const end of [...sidecarFiles, '']) rmSync(draft + end, { force: true });
    throw toAppError(error, chosen) ?? error;
  }
}

async function plainCopy(app: App, draft: string, { check, addon }: SaveCopyOptions): Promise<void> {
  await app.copyTo(draft);
  await check({ file: draft, addon, what: 'whole' });
}

/** Nothing in the clear is ever on the other disk. */
async function encryptedCopy(app: App, draft: string, keys: Keys, options: SaveCopyOptions): Promise<void> {
  const plain = draftBeside(app.file);
  try {
    await plainCopy(app, plain, options);
    await runInSlices(encryptCopy(plain, draft, keys));
  } finally {
    rmSync(plain, { force: true });
  }
}
