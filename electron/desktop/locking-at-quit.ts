// Ripen is to end while a locked workspace is open: its last backups and it are encrypted in slices before the window goes, and that
// may be canceled.
import type { Device } from './device.ts';
import type { LockedWorkspaces } from './locked-workspaces.ts';
import type { Passphrase } from './passphrase.ts';

export type LockingAtQuitOptions = {
  readonly locked: LockedWorkspaces;
  readonly current: () => { readonly file: string } | null;
  readonly passphrase: Pick<Passphrase, 'encrypted'>;
  /** Closes the open one and begins to encrypt it. Throws when it stays open. */
  readonly closeCurrent: () => void;
  readonly open: (file: string) => void;
  readonly device: Pick<Device, 'nameOf'>;
  readonly switched: () => void;
};

export type LockingAtQuit = {
  /** Resolves when nothing is left to encrypt; false: the owner canceled, and the workspace is open again. */
  readonly lock: () => Promise<boolean>;
  /** Gives up what is under way: the file is as it was, and opens again. */
  readonly cancel: () => void;
  /** What is being encrypted; null: nothing, or it has only just begun. */
  readonly locking: () => { readonly name: string } | null;
};

/** Ms before the window shows it: a small file is encrypted by then, and the window goes without a flash. */
const shownAfterMs = 300;

export function createLockingAtQuit(options: LockingAtQuitOptions): LockingAtQuit {
  const { locked, passphrase, current, closeCurrent, open, device, switched } = options;
  let running: Promise<boolean> | null = null;
  let name: string | null = null;
  let reopen: string | null = null;
  let isCancelled = false;
  let stop = () => {};
  const stopped = () =>
    new Promise<void>(resolve => {
      stop = resolve;
    });

  async function run(): Promise<boolean> {
    const file = current()?.file ?? null;
    if (file !== null && locked.keysOf(file) === null) return true;
    isCancelled = false;
    const timer = setTimeout(() => {
      const busy = file ?? locked.busyWith();
      name = busy && device.nameOf(busy);
      switched();
    }, shownAfterMs);
    try {
      if (file !== null) {
        await Promise.race([passphrase.encrypted(), stopped()]);
        if (isCancelled) return false;
      }
      reopen = file;
      closeCurrent();
      if (locked.busyWith() === null) return true;
      await locked.settled();
      return !isCancelled;
    } finally {
      clearTimeout(timer);
      name = null;
      reopen = null;
    }
  }

  return {
    lock: () => {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    cancel: () => {
      if (!running) return;
      const file = reopen;
      // What was closed before stays closed, and goes on being encrypted behind the window.
      if (file !== null && !locked.giveUp(file)) return;
      isCancelled = true;
      stop();
      locked.stopWaiting();
      name = null;
      // Either it is open still, or it was closed before.
      if (file === null) switched();
      else open(file);
    },
    locking: () => (name === null ? null : { name }),
  };
}
