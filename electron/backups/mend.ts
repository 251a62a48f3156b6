// The two ways on from damage besides a backup: repair the workspace, or salvage what can be read into a new one.
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { syncFolder } from '../db/file/atomic-write.ts';
import { ownLogsOf } from '../db/file/foreign-log.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { takeLock } from '../db/tables/lock-file.ts';
import type { Salvaged } from '../db/tables/salvage.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import type { App } from '../open-workspace.ts';
import type { CopyChecker } from './checking.ts';
import type { Mender, Mending } from './mending.ts';
import { nameBeside, putInPlace } from './put-in-place.ts';

export type MendOptions = {
  /** The workspace. */
  readonly file: string;
  /** It, if it is open. */
  readonly open: App | null;
  readonly mend: Mender;
  readonly check: CopyChecker;
  readonly addon: string | undefined;
  readonly migrationsFolder: string;
  readonly now: number;
};

export type RepairedFile = { readonly done: readonly string[]; readonly keptAs: string | null };
export type SalvagedFile = { readonly file: string; readonly salvaged: Salvaged };

const removeDraft = (draft: string): void => {
  for (const end of [...sidecarFiles, '']) rmSync(draft + end, { force: true });
};

/** Copies a file that nobody has open with its log, without which it may lack the last rows. What is not its own is left where it is. */
function copyClosed(file: string, draft: string, addon: string | undefined): void {
  const lock = takeLock(file, addon);
  try {
    for (const end of [...ownLogsOf(file), '']) copyFileSync(file + end, draft + end);
  } finally {
    lock.release();
  }
}

/** Repairs a copy and puts it in place when it is sound by then; the file as it was stays beside it. */
export async function repairFile(options: MendOptions): Promise<RepairedFile> {
  const { file, open, mend, check, addon, migrationsFolder, now } = options;
  sweepDrafts(file);
  const [draft, target] = [draftBeside(file), draftBeside(file)];
  const work = async (): Promise<readonly string[]> => {
    const mending = await mend({ what: 'repair', file: draft, target, migrationsFolder, addon, now });
    if (!('repaired' in mending)) throw new Error('Something else than a repair came back.');
    const { done, left } = mending.repaired;
    if (left.length > 0) {
      throw new AppError(
        'file',
        'Repairing is not enough for this damage. Nothing was changed; salvage what can be read, or restore a backup.',
      );
    }
    await check({ file: draft, addon, what: 'whole' });
    return done;
  };
  try {
    let done: readonly string[] = [];
    if (open) {
      await open.handOver(async copy => {
        await copy(draft);
        done = await work();
      });
    } else {
      copyClosed(file, draft, addon);
      done = await work();
    }
    return { done, keptAs: putInPlace(draft, file, 'damaged') };
  } catch (error) {
    removeDraft(draft);
    removeDraft(target);
    throw toAppError(error, file) ?? error;
  }
}

/** Reads whatever can be read into "Mill (salvaged).ripen"; the file itself stays as it is. */
export async function salvageFile({
  file,
  open,
  mend,
  check,
  addon,
  migrationsFolder,
  now,
}: MendOptions): Promise<SalvagedFile> {
  sweepDrafts(file);
  const [draft, target] = [draftBeside(file), draftBeside(file)];
  try {
    if (open) await open.copyTo(draft);
    else copyClosed(file, draft, addon);
    const mending: Mending = await mend({ what: 'salvage', file: draft, target, migrationsFolder, addon, now });
    if (!('salvaged' in mending)) throw new Error('Something else than a salvage came back.');
    await check({ file: target, addon, what: 'whole' });
    const name = nameBeside(file, 'salvaged');
    renameSync(target, name);
    syncFolder(dirname(file));
    return { file: name, salvaged: mending.salvaged };
  } catch (error) {
    removeDraft(target);
    throw toAppError(error, file) ?? error;
  } finally {
    removeDraft(draft);
  }
}
