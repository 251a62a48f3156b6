// A copy of the workspace where the owner wants it: on a stick, say. Whole under its name, or not there.
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../shared/result.ts';
import type { App } from '../app.ts';
import { companions } from '../db/log.ts';
import { refusalOf } from '../db/refusals.ts';
import { syncFolder } from '../db/whole-file.ts';
import type { CopyChecker } from './checking.ts';

/** Throws a Refusal when the place refuses; what was there under the name stays then. */
export async function saveCopy(app: App, chosen: string, check: CopyChecker, addon: string | undefined): Promise<void> {
  if (chosen === app.file) {
    throw new Refusal('file', 'This is the workspace file itself. Choose another name or folder for the copy.');
  }
  const draft = `${chosen}.part`;
  try {
    for (const end of [...companions, '']) rmSync(draft + end, { force: true });
    await app.copyTo(draft);
    await check({ file: draft, addon, what: 'whole' });
    // Whatever lay beside the file that is replaced would be taken for the new one's.
    for (const end of companions) rmSync(chosen + end, { force: true });
    renameSync(draft, chosen);
    syncFolder(dirname(chosen));
  } catch (error) {
    rmSync(draft, { force: true });
    throw refusalOf(error, chosen) ?? error;
  }
}
