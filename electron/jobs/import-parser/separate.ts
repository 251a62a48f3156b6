// The parser as the features see it, in a process of its own: Electron's utility process, which can be killed at any time.
import { AppError } from '../../../shared/result.ts';
import type { ParserProcess } from './client.ts';
import { parserClient } from './client.ts';
import type { ImportParser } from './in-process.ts';
import type { FromParser, ToParser } from './messages.ts';
import { Cancelled } from './preview.ts';

/** What is used of Electron's UtilityProcess; importing its type would make this file Electron's. */
type Utility = {
  readonly postMessage: (message: ToParser) => void;
  readonly on: {
    (event: 'message', hear: (message: FromParser) => void): unknown;
    (event: 'exit', hear: () => void): unknown;
  };
  readonly kill: () => unknown;
};

/** A started utility process as a parser's: `utilityProcess.fork(pathOfTheWorker)`. */
export const utilityParser = (started: Utility): ParserProcess => ({
  post: message => started.postMessage(message),
  onMessage: hear => void started.on('message', hear),
  onExit: hear => void started.on('exit', hear),
  kill: () => void started.kill(),
});

/** How often a running question looks whether it was canceled; the promise is half a second. */
const lookEveryMs = 100;

/** Every question is asked of a process that `start` starts when it is needed; cancelling ends the process. */
export function separateParser(start: () => ParserProcess): ImportParser & { readonly close: () => void } {
  const client = parserClient(start);
  const watched = (isCancelled: () => boolean) => {
    const stop = new AbortController();
    const timer = setInterval(() => {
      if (isCancelled()) stop.abort();
    }, lookEveryMs);
    timer.unref();
    return { signal: stop.signal, end: () => clearInterval(timer) };
  };
  const toError = (error: unknown, signal: AbortSignal): unknown =>
    signal.aborted && error instanceof AppError ? new Cancelled('stopped') : error;
  return {
    async preview(request, watch) {
      const { signal, end } = watched(watch.isCancelled);
      try {
        return await client.preview(request, { signal, progress: watch.progress });
      } catch (error) {
        throw toError(error, signal);
      } finally {
        end();
      }
    },
    async *prepare(request, isCancelled) {
      const { signal, end } = watched(isCancelled);
      try {
        yield* client.prepare(request, { signal });
      } catch (error) {
        throw toError(error, signal);
      } finally {
        end();
      }
    },
    close: client.close,
  };
}
