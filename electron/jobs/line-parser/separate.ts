// Log lines are read in a process of their own: the first line of a language compiles hundreds of patterns, a fifth of a second or more,
// in which the process that answers the window would stand still.

import { AppError } from '../../../shared/result.ts';
import type { LineHome } from '../../domain/log-line/said.ts';
import type { LineKind, LineParser } from './parsers.ts';

export type LineQuestion = {
  readonly id: number;
  readonly kind: LineKind;
  readonly text: string;
  readonly home: LineHome;
};
/** `value` is missing where reading failed. */
export type LineAnswer = { readonly id: number; readonly value?: unknown };

/** What is used of Electron's UtilityProcess; importing its type would make this file Electron's. */
export type LineProcess = {
  readonly postMessage: (question: LineQuestion) => void;
  readonly on: {
    (event: 'message', hear: (answer: LineAnswer) => void): unknown;
    (event: 'exit', hear: () => void): unknown;
  };
  readonly kill: () => unknown;
};

type Limits = {
  /** Longest time for one text before the process is taken for stuck and ended. */
  readonly patienceMs?: number;
  /** The process ends when nothing was asked for so long. */
  readonly idleMs?: number;
};
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

const unread = () => new AppError('invalid', 'This line could not be read. Log it with the three fields instead.');

/** `start` starts a process when there is something to read. */
export function separateLineParser(
  start: () => LineProcess,
  { patienceMs = 15_000, idleMs = 600_000 }: Limits = {},
): { readonly parse: LineParser; readonly close: () => void } {
  let running: { readonly process: LineProcess; readonly waiting: Map<number, Waiting> } | null = null;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  function end(which: NonNullable<typeof running>): void {
    if (running === which) running = null;
    which.process.kill();
    for (const { reject } of which.waiting.values()) reject(unread());
    which.waiting.clear();
  }

  function theProcess(): NonNullable<typeof running> {
    if (running) return running;
    const started = { process: start(), waiting: new Map<number, Waiting>() };
    running = started;
    started.process.on('message', ({ id, value }) => {
      const waiting = started.waiting.get(id);
      if (value === undefined) waiting?.reject(unread());
      else waiting?.resolve(value);
    });
    started.process.on('exit', () => end(started));
    return started;
  }

  const parse = async (kind: LineKind, text: string, home: LineHome): Promise<unknown> => {
    const id = ++lastId;
    const asked = theProcess();
    clearTimeout(idle);
    const timer = setTimeout(() => end(asked), patienceMs).unref();
    try {
      return await new Promise<unknown>((resolve, reject) => {
        asked.waiting.set(id, { resolve, reject });
        asked.process.postMessage({ id, kind, text, home });
      });
    } finally {
      clearTimeout(timer);
      asked.waiting.delete(id);
      if (asked === running && asked.waiting.size === 0) idle = setTimeout(() => end(asked), idleMs).unref();
    }
  };

  return {
    parse: parse as LineParser,
    close: () => {
      clearTimeout(idle);
      if (running) end(running);
    },
  };
}
