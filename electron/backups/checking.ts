// Checks a copy of a workspace in its own process, because reading every page takes seconds.

import { AppError } from '../../shared/result.ts';
import { type CheckedCopy, checkCopy, hashOf } from '../db/file/copy.ts';

export type CheckRequest = {
  readonly file: string;
  readonly addon: string | undefined;
  /** `whole`: open it, check and count; `bytes`: only its size and hash. */
  readonly what: 'whole' | 'bytes';
};
export type CheckAnswer =
  | { readonly ok: true; readonly copy: CheckedCopy }
  | { readonly ok: false; readonly isAppError: boolean; readonly message: string };

/** Checks a copy; throws an AppError when it is not sound. */
export type CopyChecker = (request: CheckRequest) => Promise<CheckedCopy>;

/** Never throws: the answer crosses a process. */
export function answerCheck({ file, addon, what }: CheckRequest): CheckAnswer {
  try {
    return {
      ok: true,
      copy: what === 'whole' ? checkCopy(file, addon) : { ...hashOf(file), schemaVersion: 0, counts: {}, broken: [] },
    };
  } catch (error) {
    return {
      ok: false,
      isAppError: error instanceof AppError,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function resultOf(answer: CheckAnswer): CheckedCopy {
  if (answer.ok) return answer.copy;
  throw answer.isAppError ? new AppError('file', answer.message) : new Error(answer.message);
}

/** In this process: for tests and tools. */
export const checkHere: CopyChecker = async request => resultOf(answerCheck(request));

/** What is used of Electron's UtilityProcess; importing its type would make this file Electron's. */
type Utility = {
  readonly postMessage: (message: CheckRequest) => void;
  readonly on: {
    (event: 'message', hear: (message: CheckAnswer) => void): unknown;
    (event: 'exit', hear: () => void): unknown;
  };
  readonly kill: () => unknown;
};

/** In a process that `start` starts for each question: Electron's utility process. */
export const checkElsewhere =
  (start: () => Utility): CopyChecker =>
  request =>
    new Promise((resolve, reject) => {
      const started = start();
      started.on('message', answer => {
        started.kill();
        try {
          resolve(resultOf(answer));
        } catch (error) {
          reject(error);
        }
      });
      started.on('exit', () => reject(new Error('The process that checks backups ended early.')));
      started.postMessage(request);
    });
