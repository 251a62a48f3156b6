// Ripen is to end while a locked workspace is open: it is encrypted in slices before the window goes, and that may be canceled.
import type { Device } from './device.ts';
import type { LockedWorkspaces } from './locked-workspaces.ts';

export type LockingAtQuitOptions = {
  readonly locked: LockedWorkspaces;
  readonly current: () => { readonly file: string } | null;
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
  const { locked, current, closeCurrent, open, device, switched } = options;
  let running: Promise<boolean> | null = null;
  let name: string | null = null;
  let reopen: string | null = null;
  let isCancelled = false;

  async function run(): Promise<boolean> {
    const file = current()?.file ?? null;
    if (file !== null && locked.keysOf(file) === null) return true;
    reopen = file;
    isCancelled = false;
    closeCurrent();
    const busy = locked.busyWith();
    if (busy === null) return true;
    const timer = setTimeout(() => {
      name = device.nameOf(busy);
      switched();
    }, shownAfterMs);
    try {
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
      locked.stopWaiting();
      name = null;
      if (file === null) switched();
      else open(file);
    },
    locking: () => (name === null ? null : { name }),
  };
}
