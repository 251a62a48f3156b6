// A workspace whose file was deleted, renamed or replaced under it: saved again where it was, or kept when Ripen ends.
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { draftBeside } from '../files/drafts.ts';
import type { App } from '../open-workspace.ts';
import type { CopyChecker } from './checking.ts';
import { nameBeside, putInPlace } from './put-in-place.ts';
import type { Restored } from './restore.ts';

/**
 * Writes the open workspace to its path again and closes it; it is to be opened from there. What stands at the path stays, under another
 * name. Nothing is closed before there is a whole copy, opened and counted.
 */
export async function saveAgain(app: App, check: CopyChecker, addon: string | undefined): Promise<Restored> {
  const { file } = app;
  const draft = draftBeside(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    await app.handOver(async copy => {
      await copy(draft);
      await check({ file: draft, addon, what: 'whole' });
    });
    return { keptAs: putInPlace(draft, file, 'before') };
  } catch (error) {
    // The only copy, when the workspace is closed by now.
    if (app.isOpen()) rmSync(draft, { force: true });
    throw toAppError(error, file) ?? error;
  }
}

/** As `rescue`; throws an AppError with a sentence when no copy can be written, and then it must not be closed. */
export function rescueBeforeClosing(
  app: App,
  spare: string,
  log: (error: unknown, name: string) => void,
): string | null {
  try {
    return rescue(app, spare);
  } catch (error) {
    log(error, 'keeping a deleted workspace');
    throw new AppError(
      'file',
      `${app.file} was deleted while it was open, and a copy of it could not be written. It stays open; free up space on the disk and try again.`,
    );
  }
}

/**
 * Before a workspace without a file is closed: a copy of it beside its place, or in `spare` when that folder is gone. Null when its file
 * still has a name somewhere, for then all of it is there.
 */
function rescue(app: App, spare: string): string | null {
  if (!app.isOpen() || app.fileState() === 'here' || app.hasName()) return null;
  const name = basename(app.file);
  try {
    return copyTo(nameBeside(app.file, 'rescued'));
  } catch {
    return copyTo(nameBeside(join(spare, name), 'rescued'));
  }

  function copyTo(target: string): string {
    app.copyAtOnce(target);
    return target;
  }
}
