// Checks a copy of a workspace in its own process, because reading every page takes seconds.

import { type CheckedCopy, checkCopy, hashOf } from '../db/file/copy.ts';
import { answerOf, inOwnProcess, type ProcessAnswer, resultOf, type Utility } from './own-process.ts';

export type CheckRequest = {
  readonly file: string;
  readonly addon: string | undefined;
  /** `whole`: open it, check and count; `bytes`: only its size and hash. */
  readonly what: 'whole' | 'bytes';
};
/** Checks a copy; throws an AppError when it is not sound. */
export type CopyChecker = (request: CheckRequest) => Promise<CheckedCopy>;

/** Never throws: the answer crosses a process. */
export const answerCheck = ({ file, addon, what }: CheckRequest): ProcessAnswer<CheckedCopy> =>
  answerOf(() =>
    what === 'whole' ? checkCopy(file, addon) : { ...hashOf(file), schemaVersion: 0, counts: {}, broken: [] },
  );

/** In this process: for tests and tools. */
export const checkHere: CopyChecker = async request => resultOf(answerCheck(request));

/** In a process that `start` starts for each question: Electron's utility process. */
export const checkElsewhere = (start: () => Utility<CheckRequest, CheckedCopy>): CopyChecker =>
  inOwnProcess(start, 'checks backups');
