// Meeting places in a process of their own. One that is silent for too long is ended, with whatever it was reading: a file that a cloud
// client has put away may take for ever.
import { join } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { refuseHeldTarget } from '../files/held.ts';
import { Refused } from '../sync/segment.ts';
import { type FolderMaker, type KnownFolder, placeName } from './known-place.ts';
import type { BarePlace, Copies, DeviceFile } from './meeting-place.ts';
import { notAnswering, type PlaceAnswer, type PlaceQuestion, type ReadCopies } from './place-server.ts';

/** What is used of such a process. */
export type PlaceProcess = {
  readonly post: (question: PlaceQuestion) => void;
  readonly onMessage: (hear: (answer: PlaceAnswer) => void) => void;
  readonly onExit: (hear: () => void) => void;
  readonly kill: () => void;
};

/** A slow network share takes seconds for a file or for some of them. */
const usualPatienceMs = 30_000;

type Ask = PlaceQuestion extends infer Q ? (Q extends PlaceQuestion ? Omit<Q, 'id' | 'place'> : never) : never;
type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly goesOn: () => void;
};

/** `start` starts a process when there is something to ask. */
export function placesElsewhere(
  start: () => PlaceProcess,
  patienceMs = usualPatienceMs,
): { readonly placeOf: FolderMaker; readonly close: () => void } {
  let running: { readonly process: PlaceProcess; readonly waiting: Map<number, Waiting> } | null = null;
  let asked = 0;

  function end(which: NonNullable<typeof running>): void {
    if (running === which) running = null;
    which.process.kill();
    for (const { reject } of which.waiting.values()) reject(null);
    which.waiting.clear();
  }

  function theProcess(): NonNullable<typeof running> {
    if (running) return running;
    const started = { process: start(), waiting: new Map<number, Waiting>() };
    running = started;
    started.process.onMessage(answer => {
      const waiting = started.waiting.get(answer.id);
      if (answer.ok === null) return waiting?.goesOn();
      started.waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.value);
      else waiting?.reject(errorOf(answer));
    });
    started.process.onExit(() => end(started));
    return started;
  }

  /** The answer, and the number under which what it opened is kept. */
  async function ask<T>(place: KnownFolder, question: Ask): Promise<{ readonly value: T; readonly id: number }> {
    const id = ++asked;
    const process = theProcess();
    let timer: NodeJS.Timeout | undefined;
    try {
      const value = await new Promise<unknown>((resolve, reject) => {
        timer = setTimeout(() => end(process), patienceMs).unref();
        process.waiting.set(id, { resolve, reject, goesOn: () => timer?.refresh() });
        process.process.post({ ...question, id, place } as PlaceQuestion);
      });
      return { value: value as T, id };
    } catch (error) {
      throw error ?? notAnswering(place);
    } finally {
      clearTimeout(timer);
    }
  }

  function placeOf(known: KnownFolder): BarePlace {
    const value = async <T>(question: Ask): Promise<T> => (await ask<T>(known, question)).value;
    const name = placeName(known);
    const copiesIn =
      (of: number): Copies =>
      async (n, part) =>
        (await value<ReadCopies>({ ask: 'copies', of, n, part })).map(({ bytes, refused }) => async () => {
          if (refused) throw new Refused(refused);
          return bytes && Buffer.from(bytes);
        });
    async function* chunksOf(of: number): AsyncGenerator<Uint8Array> {
      for (;;) {
        const bytes = await value<Uint8Array | null>({ ask: 'nextChunk', of });
        if (!bytes) return;
        yield bytes;
      }
    }
    return {
      name,
      id: name,
      workspace: wanted => value({ ask: 'workspace', wanted }),
      requireFree: async () => {
        // Only this process knows what is open in it.
        refuseHeldTarget(join(name, 'start'));
        await value({ ask: 'requireFree' });
      },
      isReached: () => value({ ask: 'isReached' }),
      putStart: async (workspace, { size, chunks }) => {
        const { id: of } = await ask(known, { ask: 'putStart', workspace, size });
        try {
          for await (const bytes of chunks) await value({ ask: 'chunk', of, bytes });
          await value({ ask: 'chunk', of, bytes: null });
        } catch (error) {
          await value({ ask: 'giveUp', of }).catch(() => undefined);
          throw error;
        }
      },
      getStart: async workspace => {
        const { value: size, id } = await ask<number | null>(known, { ask: 'getStart', workspace });
        return size === null ? null : { size, chunks: chunksOf(id) };
      },
      writeWorkspace: (workspace, seal) => value({ ask: 'writeWorkspace', workspace, seal }),
      sealOf: workspace => value({ ask: 'sealOf', workspace }),
      dropStart: workspace => value({ ask: 'dropStart', workspace }),
      // Each is waited for by itself: a slow share takes its time for every file.
      put: async (key, packets) => {
        for (const { n, segments } of packets)
          for (const [index, bytes] of [...segments.entries()].reverse())
            await value({ ask: 'putPart', key, n, part: index + 1, bytes });
      },
      announce: workspace => value({ ask: 'announce', workspace }),
      greatest: (key, n) => value({ ask: 'greatest', key, n }),
      missing: (key, n) => value({ ask: 'missing', key, n }),
      writersBeyond: (workspace, writers) => value({ ask: 'writersBeyond', workspace, known: writers }),
      segmentsBehind: async (key, n) => copiesIn((await ask(known, { ask: 'segmentsBehind', key, n })).id),
      putDevice: (key, bytes) => value({ ask: 'putDevice', key, bytes }),
      devices: workspace => value<readonly DeviceFile[]>({ ask: 'devices', workspace }),
      close: async () => undefined,
    };
  }

  return { placeOf, close: () => running && end(running) };
}

function errorOf({ failure, refused, message }: Extract<PlaceAnswer, { ok: false }>): Error {
  if (refused) return new Refused(refused);
  return failure ? new AppError(failure.kind, failure.message, failure.field) : new Error(message);
}
