// What the program can be asked about its workspaces, and what it needs for them.
import type { BackupReason } from '../../shared/backups.ts';
import type { Failure } from '../../shared/result.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { CopyChecker } from '../backups/checking.ts';
import type { ErasedBackups } from '../backups/erase-backups.ts';
import type { Mender } from '../backups/mending.ts';
import type { BackupStore } from '../backups/store.ts';
import type { Cost, Keys } from '../encryption/keys.ts';
import type { App, AppOptions } from '../open-workspace.ts';
import type { Recovery } from '../recovery.ts';
import type { Device } from './device.ts';
import type { LockingAtQuit } from './locking-at-quit.ts';
import type { Passphrase } from './passphrase.ts';

export type WorkspacesOptions = Omit<AppOptions, 'file' | 'deviceId' | 'backUp' | 'beforeUpdate'> & {
  /** Checks a backup; default: in this process. */
  readonly checkCopy?: CopyChecker | undefined;
  /** Repairs and salvages; default: in this process. */
  readonly mend?: Mender | undefined;
  /** Of deriving a key from a passphrase; for tests. */
  readonly passphraseCost?: Cost | undefined;
  readonly device: Device;
  /** Where the sample lives. */
  readonly userData: string;
  /** Currency, zone and first day of the week of a new workspace, as this computer has them. */
  readonly localSettings: () => Partial<Settings>;
  readonly makeSample: (options: AppOptions) => Promise<void>;
  /** Called after another workspace has become the open one, or none is. */
  readonly switched: () => void;
};

export type Workspaces = Recovery & {
  readonly current: () => App | null;
  /** Why the last file could not be opened. */
  readonly problem: () => Failure | null;
  readonly openLast: () => void;
  readonly open: (file: string) => void;
  readonly create: (file: string) => void;
  readonly openSample: () => Promise<void>;
  /** Backups of the open workspace, or of the last one if that could not be opened; null: there is neither. */
  readonly backups: () => BackupStore | null;
  /** Why the last try at a backup failed; null: it did not. */
  readonly backupTrouble: () => Failure | null;
  /** What the check of the last backup found wrong in the workspace, in a sentence; null: nothing. */
  readonly damage: () => string | null;
  /** Takes a backup of the open workspace, unless it is the sample. */
  readonly backUp: (because: BackupReason) => Promise<void>;
  /** Takes one if something has changed and the last one is older than half an hour. */
  readonly backUpWhenDue: () => Promise<void>;
  /** Erases in all backups of the open workspace the people who were erased since they were made. */
  readonly eraseBackups: (jobId: string, isCancelled: () => boolean) => Promise<ErasedBackups>;
  /** Closes the sample if it is open, and deletes its file. */
  readonly removeSample: () => void;
  /** Closes the open one for good: it does not reopen at the next start. */
  readonly doNotReopen: () => void;
  /** Closes it because Ripen ends: it reopens at the next start. Answers what could not be locked, in sentences. */
  readonly close: () => readonly string[];
  /** Closes and encrypts it in slices before Ripen ends, where there is time for it. */
  readonly atQuit: LockingAtQuit;
  /** What became of workspaces that were closed, in sentences: one without its file, one that could not be locked. */
  readonly told: () => readonly string[];
  /** The workspace that waits for its passphrase; null: none does. */
  readonly locked: () => { readonly file: string; readonly name: string; readonly wasLeftOpen: boolean } | null;
  /** Opens it; throws an AppError when the passphrase is not right. */
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly cancelUnlock: () => void;
  readonly passphrase: Passphrase;
  /** The keys of the open workspace; null: it has no passphrase. */
  readonly keys: () => Keys | null;
  /** What is wrong with the place of the open file, in a sentence; null: it stands where it was opened. */
  readonly locationTrouble: () => string | null;
  /** Looks whether the file still stands there; when it does not any more, all of it is brought to safety. Cheap, to be called often. */
  readonly look: () => Promise<void>;
};
