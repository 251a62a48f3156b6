// Restoring: the backup is copied, opened and counted before anything happens to the workspace, and what was there stays.
import { rmSync } from 'node:fs';
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { fileId } from '../files/identity.ts';
import type { App } from '../open-workspace.ts';
import type { CopyChecker } from './checking.ts';
import { copyBeside, nameBeside, type Old, putInPlace } from './put-in-place.ts';
import type { BackupStore } from './store.ts';

export type RestoreOptions = {
  readonly id: string;
  /** The workspace. */
  readonly file: string;
  /** It, if it is open. */
  readonly open: App | null;
  readonly store: BackupStore;
  readonly check: CopyChecker;
  readonly addon: string | undefined;
  /** Called with the checked copy before it takes the place of the workspace. */
  readonly prepare: (draft: string) => void;
};

export type Restored = {
  /** Where the file that was there is now, when it could not be made a backup; null: it is the newest backup. */
  readonly keptAs: string | null;
};

/**
 * Puts a backup in the workspace's place, which is closed by then. Up to the last moment the open workspace, which may be the
 * only whole copy, stays open. A workspace that does not pass as a backup, because it is damaged say, is set aside instead.
 */
export async function restoreBackup({
  id,
  file,
  open,
  store,
  check,
  addon,
  prepare,
}: RestoreOptions): Promise<Restored> {
  return store.alone(async take => {
    const backup = await store.verify(id);
    const draft = await checkedDraft(target => store.copyOut(backup, target), { file, check, addon });
    try {
      prepare(draft);
      let old: Old = 'damaged';
      await open?.handOver(async copy => {
        old = await whatWasThere(open, async () => void (await take('restore', copy)), copy);
      });
      return { keptAs: putInPlace(draft, file, old) };
    } catch (error) {
      rmSync(draft, { force: true });
      throw toAppError(error, file) ?? error;
    }
  });
}

type Checking = Pick<RestoreOptions, 'file' | 'check' | 'addon'>;

/** A manifest is only words: what is put in place was opened and counted there. */
async function checkedDraft(
  copyOut: (target: string) => Promise<void>,
  { file, check, addon }: Checking,
): Promise<string> {
  const draft = await copyBeside(copyOut, file).catch(error => {
    throw toAppError(error, file) ?? error;
  });
  try {
    await check({ file: draft, addon, what: 'whole' });
    return draft;
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) {
      throw new AppError('file', 'This backup can no longer be opened. Nothing was changed. Choose another one.');
    }
    throw toAppError(error, file) ?? error;
  }
}

/** Makes sure that the open workspace is kept, one way or the other. */
async function whatWasThere(
  open: App,
  keep: () => Promise<void>,
  copy: (target: string) => Promise<void>,
): Promise<Old> {
  // Something else stands in its place: that is not ours to replace.
  const isInPlace = fileId(open.file) === open.fileId;
  try {
    await keep();
    return isInPlace ? 'replace' : 'before';
  } catch (error) {
    // The file itself is kept then, damaged or not. One that is in no folder any more is copied as it is.
    if (!isInPlace) {
      await copy(nameBeside(open.file, 'damaged')).catch(() => {
        throw error;
      });
    }
    return isInPlace ? 'damaged' : 'before';
  }
}
