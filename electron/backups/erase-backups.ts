// Erases people in the backups that were made before they were erased: each is written anew, checked, and replaced.

import type { KnownErasure } from '../db/tables/erasures.ts';
import { type AppOptions, makeApp } from '../open-workspace.ts';
import { missingErasures } from '../services/privacy/erase-again.ts';
import type { BackupStore } from './store.ts';

export type EraseBackups = {
  readonly store: BackupStore;
  readonly known: readonly KnownErasure[];
  readonly app: Omit<AppOptions, 'file' | 'backUp' | 'beforeUpdate' | 'emit'>;
  readonly progress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
};
export type ErasedBackups = {
  /** Backups that were written anew. */
  readonly rewritten: number;
  /** Ids of backups that could not be opened: they stay as they are. */
  readonly failed: readonly string[];
};

export async function eraseBackups({ store, known, app, progress, isCancelled }: EraseBackups): Promise<ErasedBackups> {
  const all = store.list();
  const failed: string[] = [];
  let rewritten = 0;
  for (const [done, { id }] of all.entries()) {
    if (isCancelled()) break;
    progress(done, all.length);
    const erase = async (file: string): Promise<boolean> => {
      const copy = makeApp({ ...app, file });
      try {
        if (missingErasures(copy.reader, known).length === 0) return false;
        await copy.eraseAgain(known);
        return true;
      } finally {
        copy.close();
      }
    };
    try {
      if (await store.rewrite(id, erase)) rewritten += 1;
    } catch (error) {
      app.log?.(error, 'erasing in a backup');
      failed.push(id);
    }
  }
  progress(all.length, all.length);
  return { rewritten, failed };
}
