// Client of the parser process: starts it, sends requests, and ends it when it takes too long or crashes.
import type { Preview } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { FromParser, Port, ToParser } from './messages.ts';
import type { PreparedPiece, PrepareRequest } from './prepare.ts';
import type { PreviewRequest } from './preview.ts';
import { unpacked } from './wire.ts';

/** A started process. Electron: `utilityProcess.fork`; tests: `node:child_process` or a worker thread. */
export type ParserProcess = Port<FromParser, ToParser> & {
  readonly kill: () => void;
  /** Called once when the process is gone, however that came. */
  readonly onExit: (hear: () => void) => void;
};

export type ParserClient = {
  /** Rejects with an AppError, kind 'file', for what cannot be read; `signal` stops it at once. */
  readonly preview: (request: PreviewRequest, options?: Options) => Promise<Preview>;
  /** Pieces in the order of the file; the next one is read while this one is used. Leaving the loop stops the parser. */
  readonly prepare: (request: PrepareRequest, options?: Options) => AsyncGenerator<PreparedPiece>;
  readonly close: () => void;
};

export type Options = {
  readonly signal?: AbortSignal;
  readonly progress?: (rows: number, part: number) => void;
  /** Longest silence before the process is taken for stuck and ended. */
  readonly silenceMs?: number;
};

const defaultSilenceMs = 60_000;
const died = () =>
  new AppError(
    'file',
    'This file needs too much memory. Nothing was imported. Save it as CSV, or in parts, and try again.',
  );
const stuck = () => new AppError('file', 'Reading this file took too long and was stopped. Nothing was imported.');
const stopped = () => new AppError('conflict', 'Stopped. Nothing was imported.');

type Waiting = {
  readonly hear: (message: FromParser) => void;
  readonly fail: (error: Error) => void;
};

/** A client that starts a process when it is first needed, and a fresh one after one was ended. */
export function parserClient(start: () => ParserProcess): ParserClient {
  let current: ParserProcess | null = null;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const end = (error: Error) => {
    const process = current;
    current = null;
    process?.kill();
    const all = [...waiting.values()];
    waiting.clear();
    for (const one of all) one.fail(error);
  };
  const running = (): ParserProcess => {
    if (current) return current;
    const started = start();
    current = started;
    started.onMessage(message => {
      if (message.say !== 'ready') waiting.get(message.id)?.hear(message);
    });
    started.onExit(() => {
      if (current === started) end(died());
    });
    return started;
  };

  /** One question with any number of answers; `post` sends to the process it was asked of. */
  const ask = (question: (id: number) => ToParser, options: Options) => {
    const id = ++lastId;
    const queue: (FromParser | Error)[] = [];
    let wake: (() => void) | null = null;
    let timer: NodeJS.Timeout | undefined;
    const put = (answer: FromParser | Error) => {
      queue.push(answer);
      wake?.();
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(stuck()), options.silenceMs ?? defaultSilenceMs);
    };
    const abort = () => {
      put(stopped());
      // A parser in the middle of a hostile cell does not listen; ending it does not need it to.
      end(stopped());
    };
    waiting.set(id, {
      hear: message => {
        if (message.say !== 'progress') return put(message);
        rest();
        options.progress?.(message.rows, message.part);
      },
      fail: put,
    });
    const process = running();
    if (options.signal?.aborted) put(stopped());
    else {
      options.signal?.addEventListener('abort', abort);
      process.post(question(id));
    }
    return {
      id,
      process,
      next: async (): Promise<FromParser> => {
        while (queue.length === 0) {
          rest();
          await new Promise<void>(resolve => {
            wake = resolve;
          });
        }
        clearTimeout(timer);
        const answer = queue.shift();
        if (answer instanceof Error) throw answer;
        if (!answer) throw stuck();
        if (answer.say === 'failed') throw new AppError(answer.failure.kind, answer.failure.message);
        return answer;
      },
      done: () => {
        clearTimeout(timer);
        waiting.delete(id);
        options.signal?.removeEventListener('abort', abort);
      },
    };
  };

  return {
    async preview(request, options = {}) {
      const line = ask(id => ({ say: 'preview', id, request }), options);
      try {
        const answer = await line.next();
        if (answer.say !== 'preview') throw stuck();
        return answer.preview;
      } finally {
        line.done();
      }
    },
    async *prepare(request, options = {}) {
      const line = ask(id => ({ say: 'prepare', id, request }), options);
      try {
        for (;;) {
          const answer = await line.next();
          if (answer.say !== 'piece') throw stuck();
          if (answer.piece === null) return;
          // Asked for before this one is used, so that reading and writing go on side by side.
          line.process.post({ say: 'next', id: line.id });
          yield unpacked(answer.piece);
        }
      } finally {
        line.done();
        line.process.post({ say: 'cancel', id: line.id });
      }
    },
    close: () => end(stopped()),
  };
}
