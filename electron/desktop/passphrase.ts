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
  /** False: it was canceled. Then the workspace keeps its passphrase, and its backups are being encrypted again. */
  readonly remove: (passphrase: string) => Promise<boolean>;
  readonly cancelRemove: () => void;
  /** Ends the removing of a passphrase; resolves when no backup is being encrypted. */
  readonly encrypted: () => Promise<void>;
  /** A workspace was opened: what was restored or salvaged may know of another passphrase, or of none; its backups follow. */
  readonly follow: (app: App) => void;
};

export function createPassphrase({ locked, current, isKept, storeOf, log, emit, cost }: PassphraseOptions): Passphrase {
  const failed = new Set<string>();
  /** The rewriting of backups that goes on. A newer one ends it: two would undo each other's work for ever. */
  let latest = {};
  /** Set while a passphrase is removed. */
  let removing: { isCancelled: boolean; readonly ended: Promise<void> } | null = null;
  let encrypting: Promise<void> = Promise.resolve();

  const theApp = (): App => {
    const app = current();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    return app;
  };
  const left = ({ file }: App, plain = false): readonly string[] =>
    storeOf(file).notEncryptedWith(plain ? null : locked.keysOf(file));

  /**
   * One after the other, since each is written anew and checked; those that cannot be opened stay as they are. Ends early when
   * `isEnded` says so.
   */
  async function rewriteBackups(
    app: App,
    plain: boolean,
    isEnded: () => boolean,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<void> {
    failed.clear();
    const total = left(app, plain).length;
    for (;;) {
      const keys = plain ? null : locked.keysOf(app.file);
      if (isEnded() || !app.isOpen() || (!plain && !keys)) return;
      const ids = left(app, plain).filter(one => !failed.has(one));
      progress(Math.max(0, total - ids.length), total);
      const [id] = ids;
      if (id === undefined) return;
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

  function encryptBackups(app: App | null = current()): Promise<void> {
    if (!app || !locked.keysOf(app.file)) return Promise.resolve();
    const own = {};
    latest = own;
    encrypting = rewriteBackups(app, false, () => own !== latest).catch(error => void log(error, 'encrypting backups'));
    return encrypting;
  }

  /** The last step, while no other backup is made. False: a backup is encrypted still. */
  const removeIfPlain = (app: App, own: { readonly isCancelled: boolean }): Promise<boolean> =>
    storeOf(app.file).alone(async () => {
      if (own.isCancelled || left(app, true).length > 0) return false;
      await app.storeKeys(null);
      locked.forget(app.file);
      return true;
    });

  function cancelRemove(): void {
    if (removing) removing.isCancelled = true;
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
      if (removing) throw new AppError('conflict', 'The passphrase is being removed already.');
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const own = { isCancelled: false, ended };
      removing = own;
      latest = own;
      try {
        await requireRight(app, passphrase);
        // What was being encrypted is in the list of those to decrypt from here on.
        await storeOf(app.file).alone(async () => undefined);
        // The backups first: until the last step the workspace has its passphrase, by which whatever is left is encrypted again.
        for (;;) {
          await rewriteBackups(
            app,
            true,
            () => own.isCancelled || own !== latest,
            (done, total) => emit?.progress({ jobId: removingJob, phase: 'unlocking', done, total }),
          );
          if (own.isCancelled) return false;
          if (own !== latest || !app.isOpen())
            throw new AppError(
              'conflict',
              'Something else was begun meanwhile. The workspace still has its passphrase.',
            );
          requireAllOpened(failed.size);
          // A backup that was made meanwhile is encrypted: once more.
          if (await removeIfPlain(app, own)) return true;
        }
      } finally {
        removing = null;
        // However it ended: a workspace that keeps its passphrase has its backups encrypted again.
        void encryptBackups(app);
        end();
      }
    },
    cancelRemove,
    encrypted: async () => {
      cancelRemove();
      await removing?.ended;
      await encrypting;
    },
    follow: app => {
      const keys = locked.keysOf(app.file);
      if (!keys) return;
      const isStored = app.storedKeys()?.keyId === keys.now.id;
      (isStored ? Promise.resolve() : app.storeKeys(storedKeys(keys)))
        .then(() => encryptBackups(app))
        .catch(error => log(error, 'following the passphrase'));
    },
  };
}

function requireAllOpened(failed: number): void {
  if (failed === 0) return;
  throw new AppError(
    'file',
    `${failed === 1 ? '1 backup' : `${failed} backups`} could not be decrypted. The workspace still has its passphrase; move those backups to another folder and try again.`,
  );
}
