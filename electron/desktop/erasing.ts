// Erasures of the open workspace outlive it: they are kept beside its backups, and what comes from before one is erased again.

import { AppError } from '../../shared/result.ts';
import { type ErasedBackups, eraseBackups } from '../backups/erase-backups.ts';
import { keepErasures, readErasuresFile } from '../backups/erasures-file.ts';
import type { BackupStore } from '../backups/store.ts';
import { knownErasures } from '../db/tables/erasures.ts';
import type { App, AppOptions } from '../open-workspace.ts';

export type ErasingOptions = {
  readonly current: () => App | null;
  readonly storeOf: (file: string) => BackupStore;
  readonly app: Omit<AppOptions, 'file' | 'deviceId' | 'backUp' | 'beforeUpdate'>;
  readonly deviceId: () => string;
  readonly log: (error: unknown, name: string) => void;
};

export type Erasing = {
  /** Writes the erasures of a workspace beside its backups. */
  readonly keepBeside: (app: App) => void;
  /** Erases again people erased since the file is from, such as a backup that was restored. */
  readonly eraseSince: (app: App) => void;
  readonly eraseBackups: (jobId: string, isCancelled: () => boolean) => Promise<ErasedBackups>;
};

export function createErasing({ current, storeOf, app: shared, deviceId, log }: ErasingOptions): Erasing {
  /** The erasure is done by now: a list that cannot be written is written at the next opening. */
  function keepBeside(app: App): void {
    try {
      keepErasures(app.file, knownErasures(app.reader));
    } catch (error) {
      log(error, 'keeping the erasures');
    }
  }

  return {
    keepBeside,
    eraseSince: app => {
      keepBeside(app);
      app.eraseAgain(readErasuresFile(app.file)).catch(error => log(error, 'erasing again'));
    },
    eraseBackups: async (jobId, isCancelled) => {
      const open = current();
      if (!open) throw new AppError('conflict', 'No workspace is open.');
      const { emit, ...app } = shared;
      return eraseBackups({
        store: storeOf(open.file),
        // One that is still being written may be taken back.
        known: await open.between(async () => knownErasures(open.reader)),
        app: { ...app, deviceId: deviceId() },
        progress: (done, total) => emit?.progress({ jobId, phase: 'backups', done, total }),
        isCancelled,
      });
    },
  };
}
