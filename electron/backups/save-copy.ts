// Saves a copy of the workspace to a chosen place, atomically.
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { toAppError } from '../db/file/app-errors.ts';
import { syncFolder } from '../db/file/atomic-write.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { takeLock } from '../db/tables/lock-file.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import { refuseHeldTarget } from '../files/held.ts';
import { realPath } from '../files/identity.ts';
import type { App } from '../open-workspace.ts';
import type { CopyChecker } from './checking.ts';

/** Throws an AppError when the place refuses, or is a workspace that is open, here or elsewhere; what was there stays then. */
export async function saveCopy(app: App, chosen: string, check: CopyChecker, addon: string | undefined): Promise<void> {
  refuseHeldTarget(chosen);
  sweepDrafts(chosen);
  const draft = draftBeside(chosen);
  try {
    await app.copyTo(draft);
    await check({ file: draft, addon, what: 'whole' });
    refuseHeldTarget(chosen);
    // Refused while another Ripen has the file that would be replaced open.
    const unlock = takeLock(realPath(chosen), addon);
    try {
      // Whatever lay beside the file that is replaced would be taken for the new one's.
      for (const end of sidecarFiles) rmSync(chosen + end, { force: true });
      renameSync(draft, chosen);
    } finally {
      unlock();
    }
    syncFolder(dirname(chosen));
  } catch (error) {
    for (const end of [...sidecarFiles, '']) rmSync(draft + end, { force: true });
    throw toAppError(error, chosen) ?? error;
  }
}
