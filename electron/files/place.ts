// Whether an open file still stands where it was opened: a file can be deleted, renamed or replaced under an open handle.
import { statSync } from 'node:fs';
import { AppError } from '../../shared/result.ts';
import { type FileId, idOf } from './identity.ts';

/** `gone`: there is nothing at the path; `replaced`: another file is. */
export type Place = 'here' | 'gone' | 'replaced';

const isNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Asked before every command, so it costs one `stat` and opens nothing. What cannot be asked is taken to be here. */
export function indexOf(file: string, id: FileId): Place {
  try {
    return idOf(statSync(file, { bigint: true })) === id ? 'here' : 'replaced';
  } catch (error) {
    return isNothing(error) ? 'gone' : 'here';
  }
}

/** What is wrong, what is safe and what to do; null: nothing is wrong. */
export function placeSentence(file: string, index: Place): string | null {
  if (index === 'here') return null;
  const what =
    index === 'gone'
      ? `${file} is no longer there: it was deleted, renamed or moved while it is open here.`
      : `Another file is at ${file}: this workspace was renamed or replaced while it is open here.`;
  return `${what} Everything up to now is safe in Ripen’s hands; nothing new can be saved before you save the workspace again.`;
}

export function refuseMoved(file: string, index: Place): void {
  const sentence = placeSentence(file, index);
  if (sentence !== null) throw new AppError('file', sentence);
}
