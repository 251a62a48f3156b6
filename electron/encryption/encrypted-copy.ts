// Encrypts and decrypts whole files: the workspace where it stands, its backups, and copies saved elsewhere.
import { chmodSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { syncFolder } from '../db/file/atomic-write.ts';
import { sidecarFiles } from '../db/file/wal.ts';
import { takeLock } from '../db/tables/lock-file.ts';
import { draftBeside, sweepOwnDrafts } from '../files/drafts.ts';
import { decryptFile, encryptFile, readEncrypted, readHead, type Slices } from './format.ts';
import { headFor, type Keys, keyWithId } from './keys.ts';

/** Encrypts a file that nobody writes to into a new one, and reads it back before it counts. */
export function* encryptCopy(source: string, target: string, keys: Keys): Slices<void> {
  const written = yield* encryptFile(source, target, headFor(keys), keys.now.bytes);
  const found = yield* readEncrypted(target, keys.now.bytes, () => undefined);
  if (found === written) return;
  rmSync(target, { force: true });
  throw new AppError('file', 'The disk did not keep what was encrypted. Nothing was changed; check the disk.');
}

/** Writes what an encrypted copy holds to a new file. Throws an AppError when these keys do not open it. */
export function* decryptCopy(encrypted: string, target: string, keys: Keys | null): Slices<void> {
  const key = keyWithId(keys, readHead(encrypted)?.keyId ?? '');
  if (!key) {
    const why = keys ? 'locked with another passphrase' : 'locked with a passphrase';
    throw new AppError('file', `${basename(encrypted)} is ${why}. It was not changed.`);
  }
  yield* decryptFile(encrypted, target, key.bytes);
}

/** Whether a file is encrypted with the present key. */
export function isEncryptedWith(file: string, keys: Keys): boolean {
  try {
    return readHead(file)?.keyId === keys.now.id;
  } catch {
    return false;
  }
}

/** The first that lies beside a file and has anything in it. */
const sidecarOf = (file: string): string | undefined =>
  sidecarFiles.map(end => file + end).find(one => (statSync(one, { throwIfNoEntry: false })?.size ?? 0) > 0);

/** Puts what `change` makes of a file in its place, while no other process can open it; a kill leaves the one or the other, whole. */
function* replaced(file: string, addon: string | undefined, change: (draft: string) => Slices<void>): Slices<void> {
  const lock = takeLock(file, addon);
  const draft = draftBeside(file);
  try {
    sweepOwnDrafts(file);
    const { mode, atime, mtime } = statSync(file);
    yield* change(draft);
    chmodSync(draft, mode & 0o777);
    // Whether there is something to back up is told by the time of the last change.
    utimesSync(draft, atime, mtime);
    renameSync(draft, file);
    syncFolder(dirname(file));
  } finally {
    rmSync(draft, { force: true });
    lock.release();
  }
}

/** Encrypts a closed workspace where it stands. Throws an AppError; then it is as it was. */
export const encryptInPlace = (file: string, keys: Keys, addon: string | undefined): Slices<void> =>
  replaced(file, addon, function* (draft) {
    if (sidecarOf(file))
      throw new AppError(
        'file',
        `${basename(file)} could not be locked: its last changes are in a file beside it. Open it, free up space on the disk and close it again.`,
      );
    yield* encryptCopy(file, draft, keys);
  });

/** Decrypts a workspace where it stands, for opening it. Throws an AppError; then it is as it was. */
export const decryptInPlace = (file: string, keys: Keys, addon: string | undefined): Slices<void> =>
  replaced(file, addon, function* (draft) {
    // It had none when it was encrypted: what is there now is another file's, and would be read as changes to this one.
    const foreign = sidecarOf(file);
    if (foreign)
      throw new AppError(
        'file',
        `${foreign} does not belong to this workspace. Move it to another folder and try again.`,
      );
    yield* decryptCopy(file, draft, keys);
  });
