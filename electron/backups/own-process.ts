// One question to a process of its own: what takes seconds over a file is done there, and its answer crosses as data.
import { AppError, type Failure } from '../../shared/result.ts';

export type ProcessAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure | null; readonly message: string };

/** Never throws: the answer crosses a process. */
export function answerOf<T>(work: () => T): ProcessAnswer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: error instanceof AppError ? error.failure : null, message };
  }
}

/** Throws in this process what was thrown in the other. */
export function resultOf<T>(answer: ProcessAnswer<T>): T {
  if (answer.ok) return answer.value;
  const { failure, message } = answer;
  throw failure ? new AppError(failure.kind, failure.message) : new Error(message);
}

/** What is used of Electron's UtilityProcess; importing its type would make this file Electron's. */
export type Utility<R, T> = {
  readonly postMessage: (message: R) => void;
  readonly on: {
    (event: 'message', hear: (message: ProcessAnswer<T>) => void): unknown;
    (event: 'exit', hear: () => void): unknown;
  };
  readonly kill: () => unknown;
};

/** Asks in a process that `start` starts for each question; `does` says what it is for. */
export const inOwnProcess =
  <R, T>(start: () => Utility<R, T>, does: string) =>
  (request: R): Promise<T> =>
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
      started.on('exit', () => reject(new Error(`The process that ${does} ended early.`)));
      started.postMessage(request);
    });
