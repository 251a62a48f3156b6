// The passphrase of a workspace: the file and its backups are encrypted with it while the workspace is closed.
import * as z from 'zod';
import { procedure } from './entry.ts';
import { nothing } from './parts.ts';

/** What is typed to open one: the passphrase, or the recovery key of the sheet. */
export const given = z.string().min(1, 'Enter the passphrase.').max(1000, 'Use at most 1,000 characters.');
/** NIST SP 800-63B asks for 8 at least; here guesses are made offline, as fast as a computer can. */
export const shortestPassphrase = 12;
export const newPassphrase = z
  .string()
  .max(1000, 'Use at most 1,000 characters.')
  .refine(text => [...text.trim()].length >= shortestPassphrase, `Use at least ${shortestPassphrase} characters.`);
/** Opens the workspace too; it is shown this once. */
const recoveryKey = z.strictObject({ recoveryKey: z.string() });

/** The job under which it is told how far the file is encrypted or decrypted, in bytes. */
export const lockingJob = 'locking';
/** The job under which it is told how many backups are decrypted while a passphrase is removed. */
export const removingJob = 'removing a passphrase';

export const passphraseCalls = {
  /** Opens the workspace that waits for its passphrase. */
  'workspaces.unlock': procedure({ input: z.strictObject({ passphrase: given }), output: nothing }),
  /** It is not opened, and waits no longer. */
  'workspaces.cancelUnlock': procedure({ input: nothing, output: nothing }),
  /** Ripen does not end, and the workspace it was encrypting for that is open again. */
  'workspaces.cancelLock': procedure({ input: nothing, output: nothing }),
  'passphrase.get': procedure({
    input: nothing,
    output: z.strictObject({
      isSet: z.boolean(),
      /** Backups that the present passphrase does not open yet; they follow one by one. */
      backupsLeft: z.int(),
      /** Of those, the ones that could not be opened. */
      backupsFailed: z.int(),
    }),
  }),
  'passphrase.set': procedure({ input: z.strictObject({ passphrase: newPassphrase }), output: recoveryKey }),
  'passphrase.change': procedure({
    input: z.strictObject({ former: given, passphrase: newPassphrase }),
    output: recoveryKey,
  }),
  /** Decrypts all backups, then leaves the workspace without a passphrase. Not removed: it was canceled; the backups are encrypted again. */
  'passphrase.remove': procedure({
    input: z.strictObject({ passphrase: given }),
    output: z.strictObject({ removed: z.boolean() }),
  }),
  'passphrase.cancelRemove': procedure({ input: nothing, output: nothing }),
} as const;
