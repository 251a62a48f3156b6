// What must be open, shared and known before something can be done with sharing; a sentence where it is not.
import { AppError } from '../../shared/result.ts';
import type { Keys } from '../encryption/keys.ts';
import type { App } from '../open-workspace.ts';
import type { SharedFile } from '../sharing/join.ts';
import type { KnownPlace } from '../sharing/known-place.ts';
import type { SharingMemory } from './sharing-memory.ts';

/** Each answers what is asked for, or throws an AppError. */
export function sharingRequired(theApp: () => App | null, memory: SharingMemory) {
  function open(): App {
    const app = theApp();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    return app;
  }
  return {
    open,
    shared: (): { readonly app: App; readonly file: SharedFile } => {
      const app = open();
      const file = app.sharing();
      if (!file) throw new AppError('conflict', 'This workspace is not shared.');
      return { app, file };
    },
    place: (file: SharedFile): KnownPlace => {
      const known = memory.placeOf(file);
      if (known) return known;
      throw new AppError(
        'conflict',
        'This computer does not know where the others meet. Choose the folder or database.',
      );
    },
    keys: (file: SharedFile): Keys => {
      const keys = memory.keysOf(file);
      if (!keys) throw new AppError('conflict', 'Enter the passphrase of the shared workspace first.');
      return keys;
    },
  };
}
