// The passphrase of the open workspace: set it, change it, remove it; and the backups that do not follow it yet.

import { removingJob } from '../../shared/contract/passphrase.ts';
import { AppError } from '../../shared/result.ts';
import type { BackupStore } from '../backups/store.ts';
import { type Cost, createKeys, openKeys, storedKeys } from '../encryption/keys.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import type { LockedWorkspaces } from './locked-workspaces.ts';

export type PassphraseOptions = {
  readonly locked: LockedWorkspaces;
  readonly current: () => App | null;
  readonly isKept: (file: string) => boolean;
  readonly storeOf: (file: string) => BackupStore;
  readonly log: (error: unknown, name: string) => void;
  /** Hears how many backups are decrypted while a passphrase is removed. */
  readonly emit?: AppOptions['emit'];
  /** Of deriving a key from a passphrase; for tests. */
  readonly cost?: Cost | undefined;
};

export type PassphraseState = {
  readonly isSet: boolean;
  /** Backups that are not encrypted with the present passphrase yet. */
  readonly backupsLeft: number;
  /** Of those, the ones that could not be opened. */
  readonly backupsFailed: number;
};

export type Passphrase = {
  readonly state: () => PassphraseState;
  /** Answers the recovery key, which is shown this once. */
  readonly set: (passphrase: string) => Promise<string>;
  readonly change: (former: string, passphrase: string) => Promise<string>;
  /** False: it was canceled. Then the workspace keeps its passphrase, and the backups are encrypted again. */
  readonly remove: (passphrase: string) => Promise<boolean>;
  readonly cancelRemove: () => void;
  /** A workspace was opened: what was restored or salvaged may know of another passphrase, or of none; its backups follow. */
  readonly follow: (app: App) => void;
};

export function createPassphrase({ locked, current, isKept, storeOf, log, emit, cost }: PassphraseOptions): Passphrase {
  const failed = new Set<string>();
  /** The rewriting of backups that goes on. A newer one ends it: two would undo each other's work for ever. */
  let latest = {};
  let isRemoving = false;

  const theApp = (): App => {
    const app = current();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    return app;
  };
  const left = ({ file }: App, plain = false): readonly string[] =>
    storeOf(file).notEncryptedWith(plain ? null : locked.keysOf(file));

  /**
   * One after the other, since each is written anew and checked; those that cannot be opened stay as they are. False: it was ended
   * before the last.
   */
  async function rewriteBackups(
    app: App,
    plain: boolean,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<boolean> {
    const own = {};
    latest = own;
    failed.clear();
    const total = left(app, plain).length;
    for (;;) {
      const keys = plain ? null : locked.keysOf(app.file);
      const ids = left(app, plain).filter(one => !failed.has(one));
      progress(Math.max(0, total - ids.length), total);
      const [id] = ids;
      if (id === undefined) return true;
      if (own !== latest || !app.isOpen() || (!plain && !keys)) return false;
      try {
        await storeOf(app.file).rewrite(id, async () => true, keys);
      } catch (error) {
        log(error, 'encrypting a backup');
        failed.add(id);
      }
    }
  }

  async function requireRight(app: App, text: string): Promise<void> {
    const stored = app.storedKeys();
    if (!stored) throw new AppError('conflict', 'This workspace has no passphrase.');
    if (!(await openKeys(stored, text)))
      throw new AppError('invalid', 'This passphrase is not right. Nothing was changed; try again.', 'passphrase');
  }

  async function take(app: App, passphrase: string): Promise<string> {
    const { keys, recoveryKey } = await createKeys(passphrase, locked.keysOf(app.file), cost);
    await app.storeKeys(storedKeys(keys));
    locked.setKeys(app.file, keys);
    void encryptBackups();
    return recoveryKey;
  }

  async function encryptBackups(): Promise<void> {
    const app = current();
    if (app && locked.keysOf(app.file)) await rewriteBackups(app, false);
  }

  return {
    state: () => {
      const app = current();
      const isSet = app !== null && locked.keysOf(app.file) !== null;
      const ids = isSet ? left(app) : [];
      return { isSet, backupsLeft: ids.length, backupsFailed: ids.filter(id => failed.has(id)).length };
    },
    set: async passphrase => {
      const app = theApp();
      if (!isKept(app.file))
        throw new AppError('conflict', 'The sample cannot be locked: there is nothing of yours in it.');
      if (locked.keysOf(app.file)) throw new AppError('conflict', 'This workspace has a passphrase already.');
      return take(app, passphrase);
    },
    change: async (former, passphrase) => {
      const app = theApp();
      await requireRight(app, former);
      return take(app, passphrase);
    },
    remove: async passphrase => {
      const app = theApp();
      await requireRight(app, passphrase);
      // The backups first: until the last step the workspace has its passphrase, by which whatever is left is encrypted again.
      isRemoving = true;
      const isDone = await rewriteBackups(app, true, (done, total) =>
        emit?.progress({ jobId: removingJob, phase: 'unlocking', done, total }),
      ).finally(() => {
        isRemoving = false;
      });
      if (!isDone) {
        void encryptBackups();
        return false;
      }
      const count = failed.size;
      if (count > 0) {
        void encryptBackups();
        throw new AppError(
          'file',
          `${count === 1 ? '1 backup' : `${count} backups`} could not be decrypted. The workspace still has its passphrase; move those backups to another folder and try again.`,
        );
      }
      await storeOf(app.file).alone(async () => {
        if (left(app, true).length > 0)
          throw new AppError(
            'conflict',
            'A backup was made meanwhile. Try again; the workspace still has its passphrase.',
          );
        await app.storeKeys(null);
        locked.forget(app.file);
      });
      return true;
    },
    cancelRemove: () => {
      if (isRemoving) latest = {};
    },
    follow: app => {
      const keys = locked.keysOf(app.file);
      if (!keys) return;
      const isStored = app.storedKeys()?.keyId === keys.now.id;
      (isStored ? Promise.resolve() : app.storeKeys(storedKeys(keys)))
        .then(encryptBackups)
        .catch(error => log(error, 'following the passphrase'));
    },
  };
}
