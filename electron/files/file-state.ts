// Whether an open file still stands where it was opened: a file can be deleted, renamed or replaced under an open handle.
import { statSync } from 'node:fs';
import { AppError } from '../../shared/result.ts';
import { type FileId, idOf } from './identity.ts';

/** `gone`: there is nothing at the path; `replaced`: another file is. */
export type FileState = 'here' | 'gone' | 'replaced';

const isNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Asked before every command, so it costs one `stat` and opens nothing. What cannot be asked is taken to be here. */
export function fileStateOf(file: string, id: FileId): FileState {
  try {
    return idOf(statSync(file, { bigint: true })) === id ? 'here' : 'replaced';
  } catch (error) {
    return isNothing(error) ? 'gone' : 'here';
  }
}

/** What is wrong, what is safe and what to do; null: nothing is wrong. */
export function locationSentence(file: string, state: FileState): string | null {
  if (state === 'here') return null;
  const what =
    state === 'gone'
      ? `${file} is no longer there: it was deleted, renamed or moved while it is open here.`
      : `Another file is at ${file}: this workspace was renamed or replaced while it is open here.`;
  return `${what} Everything up to now is safe in Ripen’s hands; nothing new can be saved before you save the workspace again.`;
}

export function refuseMoved(file: string, state: FileState): void {
  const sentence = locationSentence(file, state);
  if (sentence !== null) throw new AppError('file', sentence);
}
