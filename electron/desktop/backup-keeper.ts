// Takes the backups of the open workspace: when something has changed, when it is due for a check, and when it is asked for.
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Backup, BackupReason } from '../../shared/backups.ts';
import { dayMs } from '../../shared/dates.ts';
import { type Failure, fail } from '../../shared/result.ts';
import type { CopyChecker } from '../backups/checking.ts';
import { type BackupStore, createBackupStore } from '../backups/store.ts';
import { toAppError } from '../db/file/app-errors.ts';
import type { Keys } from '../encryption/keys.ts';
import { refuseMoved } from '../files/file-state.ts';
import type { App } from '../open-workspace.ts';

export type BackupKeeperOptions = {
  readonly current: () => App | null;
  /** The sample is not: it can be had again at any time. */
  readonly isKept: (file: string) => boolean;
  readonly keysOf: (file: string) => Keys | null;
  readonly addon: string | undefined;
  /** UTC ms. */
  readonly now: () => number;
  readonly check: CopyChecker;
};

type Copy = (target: string) => Promise<void>;

export type BackupKeeper = {
  readonly storeOf: (file: string) => BackupStore;
  /** Something has changed since the last backup. */
  readonly noteChange: () => void;
  /** Another workspace has become the open one. */
  readonly opened: (app: App) => void;
  readonly take: (because: BackupReason, store: BackupStore, copy: Copy) => Promise<void>;
  readonly backUp: (because: BackupReason) => Promise<void>;
  readonly backUpWhenDue: () => Promise<void>;
  readonly trouble: () => Failure | null;
  readonly damage: () => string | null;
};

const backUpEveryMs = 30 * 60_000;
/** How long a file may go without being looked through, page by page. */
const checkEveryMs = 7 * dayMs;

const damageSentence = (broken: readonly string[]): string | null =>
  broken.length === 0
    ? null
    : `Some entries no longer fit together (it does not hold that ${broken.join('; that ')}). Nothing is lost: repair the workspace, or restore a backup from before.`;

/** Whether a file was written after a backup of it was taken; closing it writes, so a little is allowed. */
function changedSince(file: string, backup: Backup | undefined): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return !backup || written > backup.takenAt + 60_000;
}

export function createBackupKeeper({ current, isKept, keysOf, addon, now, check }: BackupKeeperOptions): BackupKeeper {
  let changed = false;
  let trouble: Failure | null = null;
  let damage: string | null = null;
  /** The file is to be looked through though nothing has changed: its last run was cut short, or a week has passed. */
  let checkDue = false;

  /** Made once per file, because it takes one backup after the other. */
  const stores = new Map<string, BackupStore>();
  const storeOf = (file: string): BackupStore => {
    const store = stores.get(file) ?? createBackupStore({ file, addon, now, check, keys: () => keysOf(file) });
    stores.set(file, store);
    return store;
  };

  const take: BackupKeeper['take'] = async (because, store, copy) => {
    const before = changed;
    changed = false;
    try {
      const app = current();
      // With the folder gone, one would be made anew where nobody looks for it.
      if (app && !existsSync(dirname(app.file))) refuseMoved(app.file, app.fileState());
      const { broken } = await store.take(because, copy);
      trouble = null;
      damage = damageSentence(broken);
      checkDue = false;
    } catch (error) {
      changed = before;
      trouble = toAppError(error, store.folder)?.failure ?? fail('bug', 'Something went wrong in Ripen.').error;
      throw error;
    }
  };

  async function backUp(because: BackupReason): Promise<void> {
    const app = current();
    if (app && isKept(app.file)) await take(because, storeOf(app.file), app.copyTo);
  }

  return {
    storeOf,
    noteChange: () => {
      changed = true;
    },
    opened: ({ file, wasCutShort }) => {
      trouble = null;
      damage = null;
      const [newest] = isKept(file) ? storeOf(file).list() : [];
      changed = isKept(file) && changedSince(file, newest);
      checkDue = wasCutShort || (newest !== undefined && now() - newest.takenAt > checkEveryMs);
    },
    take,
    backUp,
    backUpWhenDue: async () => {
      const app = current();
      if (!app || !(changed || checkDue) || !isKept(app.file)) return;
      if (checkDue) return backUp('regular');
      const last = storeOf(app.file).list()[0];
      if (!last || now() - last.takenAt >= backUpEveryMs || last.takenAt > now()) await backUp('regular');
    },
    trouble: () => trouble,
    damage: () => damage,
  };
}
