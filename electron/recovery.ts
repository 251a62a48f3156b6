// The ways in which the open workspace, or the last one that could not be opened, is replaced by a better file of itself.
import { existsSync } from 'node:fs';
import { AppError } from '../shared/result.ts';
import type { CopyChecker } from './backups/checking.ts';
import { type MendOptions, type RepairedFile, repairFile, type SalvagedFile, salvageFile } from './backups/mend.ts';
import type { Mender } from './backups/mending.ts';
import { type Restored, restoreBackup } from './backups/restore.ts';
import { saveAgain } from './backups/save-again.ts';
import type { BackupStore } from './backups/store.ts';
import { damagedFile, looksEncrypted } from './encryption/format.ts';
import type { App } from './open-workspace.ts';

export type RecoveryOptions = {
  readonly current: () => App | null;
  /** The open workspace, or the last one that could not be opened; null: there is neither. */
  readonly lastFile: () => string | null;
  readonly open: (file: string) => void;
  /** As `open`; what cannot be opened is told as the last file's problem. */
  readonly tryToOpen: (file: string) => void;
  /** Forgets the open workspace if it was closed meanwhile. */
  readonly forgetClosed: () => void;
  /** Called with what is about to take the place of the workspace. */
  readonly prepare: (draft: string, file: string) => void;
  /** Called with what was set aside of the workspace. */
  readonly wasSetAside: (keptAs: string, file: string) => void;
  /** The one is locked with the passphrase of the other. */
  readonly shareKeys: (from: string, to: string) => void;
  readonly backupsOf: (file: string) => BackupStore;
  readonly check: CopyChecker;
  readonly mend: Mender;
  readonly addon: string | undefined;
  readonly migrationsFolder: string;
  readonly now: () => number;
};

export type Recovery = {
  /** Puts a backup in the workspace's place. What was there before is a backup itself by then, or stands beside it. */
  readonly restore: (id: string) => Promise<Restored>;
  /** Repairs a copy and puts it in place. */
  readonly repair: () => Promise<RepairedFile>;
  /** Reads what can be read of it into a new workspace, and opens that. */
  readonly salvage: () => Promise<SalvagedFile>;
  /** Writes the open workspace to its path again. */
  readonly saveAgain: () => Promise<Restored>;
};

export function createRecovery(options: RecoveryOptions): Recovery {
  const { current, open, tryToOpen, forgetClosed, check, addon } = options;

  const theFile = (): string => {
    const file = options.lastFile();
    if (file === null) throw new AppError('conflict', 'No workspace is open.');
    return file;
  };
  const mendOptions = (): MendOptions => {
    const { mend, migrationsFolder, now } = options;
    const file = theFile();
    if (!current() && looksEncrypted(file)) throw damagedFile(file);
    return { file, open: current(), mend, check, addon, migrationsFolder, now: now() };
  };

  const setAside = <T extends Restored>(file: string, value: T): T => {
    if (value.keptAs !== null) options.wasSetAside(value.keptAs, file);
    return value;
  };

  return {
    restore: async id => {
      const file = theFile();
      const app = current();
      try {
        const prepare = (draft: string) => options.prepare(draft, file);
        const store = options.backupsOf(file);
        return setAside(file, await restoreBackup({ id, file, open: app, store, check, addon, prepare }));
      } finally {
        forgetClosed();
        // One that was not open before has a problem already; restored, it has none.
        if (app || existsSync(file)) tryToOpen(file);
      }
    },
    repair: async () => {
      const request = mendOptions();
      try {
        return setAside(request.file, await repairFile(request));
      } finally {
        forgetClosed();
        if (request.open || existsSync(request.file)) tryToOpen(request.file);
      }
    },
    salvage: async () => {
      const salvaged = await salvageFile(mendOptions());
      options.shareKeys(options.lastFile() ?? '', salvaged.file);
      open(salvaged.file);
      return salvaged;
    },
    saveAgain: async () => {
      const app = current();
      if (!app) throw new AppError('conflict', 'No workspace is open.');
      if (app.fileState() === 'here') return { keptAs: null };
      try {
        return await saveAgain(app, check, addon);
      } finally {
        forgetClosed();
        if (existsSync(app.file)) tryToOpen(app.file);
      }
    },
  };
}
