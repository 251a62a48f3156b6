// Workspaces that are locked with a passphrase: which one waits for it, whose keys are known, and which are being encrypted.
import { existsSync } from 'node:fs';
import { lockingJob } from '../../shared/contract/passphrase.ts';
import { AppError } from '../../shared/result.ts';
import type { BackupStore } from '../backups/store.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { decryptInPlace, encryptInPlace } from '../encryption/encrypted-copy.ts';
import { looksEncrypted, readHead, type Slice, type Slices, type StoredKeys } from '../encryption/format.ts';
import { type Keys, openKeys } from '../encryption/keys.ts';
import { runAtOnce, runInSlices } from '../encryption/slices.ts';
import type { App, AppOptions } from '../open-workspace.ts';

export type LockedWorkspacesOptions = {
  readonly addon?: string | undefined;
  readonly storeOf: (file: string) => BackupStore;
  readonly log: (error: unknown, name: string) => void;
  /** Hears how far encrypting and decrypting are, in bytes. */
  readonly emit?: AppOptions['emit'];
};

type Encrypting = { readonly slices: Slices<void>; readonly keys: Keys; readonly ended: Promise<void> };

export type Waiting = {
  readonly file: string;
  /** Set: Ripen was ended without locking it, so the file is not encrypted; it is held open until the passphrase is given. */
  readonly app: App | null;
};

export type LockedWorkspaces = {
  /** The workspace that waits for its passphrase; null: none does. */
  readonly waiting: () => Waiting | null;
  readonly ask: (waiting: Waiting) => void;
  readonly cancel: () => void;
  /** Answers what waited once a passphrase or recovery key opens it, decrypted; throws an AppError with a sentence otherwise. */
  readonly unlock: (text: string) => Promise<Waiting>;
  readonly keysOf: (file: string) => Keys | null;
  readonly setKeys: (file: string, keys: Keys) => void;
  /** What was a workspace's is another's too, such as what was set aside of it. */
  readonly shareKeys: (from: string, to: string) => void;
  /** It is not locked when it is closed. */
  readonly forget: (file: string) => void;
  /** Encrypts every file whose keys are known but `open`, which nobody has open: in slices, or at once. */
  readonly lockAllBut: (open: string | null, atOnce: boolean) => void;
  /** Ends the encryption of a file that is to be opened again, or of all, at once. */
  readonly finish: (file?: string) => void;
  /** A file that is being encrypted now; null: none is. */
  readonly busyWith: () => string | null;
  /** Resolves when nothing is being encrypted any more, or `stopWaiting` was called. */
  readonly settled: () => Promise<void>;
  readonly stopWaiting: () => void;
  /** Gives up the encryption of a file: it is as it was, and its keys are known. False: it was encrypted by then. */
  readonly giveUp: (file: string) => boolean;
  /** A workspace was closed that stands in its place no more: nothing there is ours to encrypt. */
  readonly leftElsewhere: (file: string) => void;
  /** What could not be locked, in sentences. */
  readonly troubles: () => readonly string[];
};

const wrong = (): AppError =>
  new AppError('invalid', 'This passphrase is not right. Nothing was changed; try again.', 'passphrase');

export function createLockedWorkspaces({ addon, storeOf, log, emit }: LockedWorkspacesOptions): LockedWorkspaces {
  let waiting: Waiting | null = null;
  const known = new Map<string, Keys>();
  const encrypting = new Map<string, Encrypting>();
  let stopWaiting = () => {};
  const progress = (phase: 'locking' | 'unlocking', done: number, total: number): void =>
    emit?.progress({ jobId: lockingJob, phase, done, total });
  const troubles = new Map<string, string>();

  /** Where the file is damaged or gone, its backups say by which keys they open. */
  function storedKeysOf({ file, app }: Waiting): StoredKeys {
    const own = app ? app.storedKeys() : readHeadOf(file);
    if (own) return own;
    const store = storeOf(file);
    for (const { id } of store.list()) {
      const head = readHeadOf(store.pathOf(id));
      if (head) return head;
    }
    throw wrong();
  }

  function failed(error: unknown, file: string): void {
    log(error, 'locking a workspace');
    const why = toAppError(error, file)?.failure.message ?? 'Something went wrong in Ripen.';
    troubles.set(file, `${file} is not locked: anyone with access to this computer can read it. ${why}`);
  }

  /** Written, then read back: each as long as the file. */
  function inBothPasses(): (slice: Slice) => void {
    let [before, last] = [0, 0];
    return ({ done, total }) => {
      if (done < last) before = total;
      last = done;
      progress('locking', before + done, 2 * total);
    };
  }

  /** Also removes what a kill left half made among the backups, which is not encrypted. */
  function* lock(file: string, keys: Keys): Slices<void> {
    yield* encryptInPlace(file, keys, addon);
    storeOf(file).sweep();
  }

  function finish(file: string): void {
    const found = encrypting.get(file);
    encrypting.delete(file);
    if (!found) return;
    try {
      // Driven in slices too, it has come to its end there then.
      runAtOnce(found.slices);
    } catch (error) {
      failed(error, file);
    }
  }

  return {
    waiting: () => waiting,
    ask: next => {
      waiting?.app?.close();
      waiting = next;
    },
    cancel: () => {
      waiting?.app?.close();
      waiting = null;
    },
    unlock: async text => {
      const asked = waiting;
      if (!asked) throw new AppError('conflict', 'No workspace waits for a passphrase.');
      const keys = await openKeys(storedKeysOf(asked), text);
      if (!keys) throw wrong();
      // From here on a damaged file can be restored from its backups, which these keys open too.
      known.set(asked.file, keys);
      if (!asked.app && looksEncrypted(asked.file))
        await runInSlices(decryptInPlace(asked.file, keys, addon), ({ done, total }) =>
          progress('unlocking', done, total),
        );
      if (waiting === asked) waiting = null;
      troubles.delete(asked.file);
      return asked;
    },
    keysOf: file => known.get(file) ?? null,
    setKeys: (file, keys) => void known.set(file, keys),
    shareKeys: (from, to) => {
      const keys = known.get(from);
      if (keys) known.set(to, keys);
    },
    forget: file => void known.delete(file),
    lockAllBut: (open, atOnce) => {
      for (const [file, keys] of [...known]) {
        if (file === open) continue;
        known.delete(file);
        if (!existsSync(file) || looksEncrypted(file)) continue;
        const slices = lock(file, keys);
        const begin = () =>
          runInSlices(slices, inBothPasses())
            .catch(error => failed(error, file))
            .finally(() => encrypting.get(file)?.slices === slices && encrypting.delete(file));
        encrypting.set(file, { slices, keys, ended: atOnce ? Promise.resolve() : begin() });
        if (atOnce) finish(file);
      }
    },
    busyWith: () => encrypting.keys().next().value ?? null,
    settled: async () => {
      const stopped = new Promise<void>(resolve => {
        stopWaiting = resolve;
      });
      await Promise.race([stopped, Promise.all([...encrypting.values()].map(({ ended }) => ended))]);
    },
    stopWaiting: () => stopWaiting(),
    giveUp: file => {
      const found = encrypting.get(file);
      if (!found) return false;
      encrypting.delete(file);
      // Ends it where it stands; what it has written is removed, and its lock given back.
      found.slices.return();
      known.set(file, found.keys);
      return true;
    },
    finish: file => {
      for (const one of file === undefined ? [...encrypting.keys()] : [file]) finish(one);
    },
    leftElsewhere: file => {
      if (!known.delete(file)) return;
      troubles.set(
        file,
        `${file} was renamed, moved or replaced while it was open, so it is not locked where it is now: anyone with access to that place can read it.`,
      );
    },
    troubles: () => [...troubles.values()],
  };
}

function readHeadOf(file: string): StoredKeys | null {
  try {
    const head = readHead(file);
    if (!head) return null;
    const { copyId: _, ...keys } = head;
    return keys;
  } catch {
    return null;
  }
}
