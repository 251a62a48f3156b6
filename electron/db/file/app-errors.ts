// Translates SQLite and file system errors into sentences for the user.
import { AppError } from '../../../shared/result.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

type Sentence = (file: string) => AppError;
const about =
  (write: (file: string) => string): Sentence =>
  file =>
    new AppError('file', write(file));

const inUse = about(file => `${file} is already open in Ripen, here or on another computer. Close it there first.`);
const notAllowed = about(
  file => `Ripen has no permission to write to ${file} or its folder. Choose another folder, or open a copy.`,
);
const tooLong = about(() => 'This name is too long for the disk. Choose a shorter one; nothing was changed.');
const full = about(() => 'The disk is full. Everything saved so far is safe. Free up space and try again.');
const damaged: Sentence = file =>
  new AppError('damaged', `${file} is damaged. Ripen has not changed it. Restore a backup, or ask for help.`);
const diskError = about(
  file => `The disk reported an error for ${file}. This change was not saved. Check the disk and try again.`,
);
const pointsNowhere: Sentence = () =>
  new AppError('not-found', 'Something this refers to no longer exists. It may have been deleted.');

/** By the beginning of the code, as SQLite refines most codes: SQLITE_READONLY_DIRECTORY. */
const sentences: readonly (readonly [code: string, sentence: Sentence])[] = [
  ['SQLITE_BUSY', inUse],
  ['SQLITE_LOCKED', inUse],
  ['SQLITE_READONLY', notAllowed],
  ['SQLITE_CANTOPEN', notAllowed],
  ['SQLITE_PERM', notAllowed],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['EROFS', notAllowed],
  ['ENAMETOOLONG', tooLong],
  ['SQLITE_FULL', full],
  ['ENOSPC', full],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_IOERR', diskError],
  ['EIO', diskError],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', pointsNowhere],
];

/** The sentence for an error that says something about the file or what was asked of it; undefined for a bug of ours. */
export function toAppError(error: unknown, file: string): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  return sentences.find(([beginning]) => code.startsWith(beginning))?.[1](file);
}
