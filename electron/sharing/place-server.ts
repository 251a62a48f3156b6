// A meeting place in a process of its own, where a read that never ends holds up nobody: answers what `placeElsewhere` asks.
import { AppError, type Failure } from '../../shared/result.ts';
import { Refused } from '../sync/segment.ts';
import type { FolderPlace } from './folder.ts';
import { type KnownFolder, placeName } from './known-place.ts';
import type { Copies, Start, WriterKey } from './meeting-place.ts';

/** Asked in a row. Streams and lists of segments stay there, under the number of the question that opened them. */
export type PlaceQuestion = { readonly id: number; readonly place: KnownFolder } & (
  | { readonly ask: 'workspace'; readonly wanted: string | undefined }
  | { readonly ask: 'requireFree' | 'isReached' }
  | { readonly ask: 'sealOf' | 'dropStart' | 'announce' | 'getStart' | 'devices'; readonly workspace: string }
  | { readonly ask: 'writeWorkspace'; readonly workspace: string; readonly seal: string }
  | { readonly ask: 'putStart'; readonly workspace: string; readonly size: number }
  /** `bytes` null: that was all. */
  | { readonly ask: 'chunk'; readonly of: number; readonly bytes: Uint8Array | null }
  /** No more chunks come, and that was not all. */
  | { readonly ask: 'giveUp' | 'nextChunk'; readonly of: number }
  | {
      readonly ask: 'putPart';
      readonly key: WriterKey;
      readonly n: number;
      readonly part: number;
      readonly bytes: Uint8Array;
    }
  | { readonly ask: 'greatest' | 'missing'; readonly key: WriterKey; readonly n: number }
  | { readonly ask: 'writersBeyond'; readonly workspace: string; readonly known: Readonly<Record<string, number>> }
  | { readonly ask: 'segmentsBehind'; readonly key: WriterKey; readonly n: number }
  | { readonly ask: 'copies'; readonly of: number; readonly n: number; readonly part: number }
  | { readonly ask: 'putDevice'; readonly key: WriterKey; readonly bytes: Uint8Array }
);
export type ReadCopies = readonly { readonly bytes: Uint8Array | null; readonly refused: Refused['reason'] | null }[];
/** `ok` null: no answer yet, but work goes on. */
export type PlaceAnswer = { readonly id: number } & (
  | { readonly ok: null }
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly failure: Failure | null;
      readonly refused: Refused['reason'] | null;
      readonly message: string;
    }
);

/** Keeps this many lists of segments; the one that asks needs the latest of each writer. */
const mostLists = 200;

type Incoming = {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends when the chunk has been used. Null: that was the last one. */
  readonly give: (bytes: Uint8Array | null) => Promise<void>;
  /** To the one that uses them, reading them fails. */
  readonly fail: () => void;
};
type Put = Omit<Incoming, 'chunks'> & { readonly ended: Promise<void> };

/** Chunks that come one by one, each when the one before it has been used. */
function incoming(): Incoming {
  const given: { readonly bytes: Uint8Array | null; readonly used: () => void }[] = [];
  let failed = false;
  let wake = (): void => undefined;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (failed) throw new Error('Given up.');
      const next = given.shift();
      if (next?.bytes === null) return next.used();
      if (next) yield next.bytes;
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      next?.used();
    }
  }
  return {
    chunks: chunks(),
    give: bytes =>
      new Promise(used => {
        given.push({ bytes, used });
        wake();
      }),
    fail: () => {
      failed = true;
      wake();
    },
  };
}

/** That a place gave no answer in time, or lost what it had begun. */
export const notAnswering = (place: KnownFolder): AppError =>
  new AppError('file', `${placeName(place)} does not answer. Your work is safe here, and is sent when it does.`);

/** Answers one question after the other has been put; several may be under way. `tell` says of one that work on it goes on. */
export function placeServer(
  placeOf: (known: KnownFolder) => FolderPlace,
  tell: (sign: PlaceAnswer) => void,
): (question: PlaceQuestion) => Promise<PlaceAnswer> {
  const places = new Map<string, FolderPlace>();
  const lists = new Map<number, Copies>();
  const starts = new Map<number, AsyncIterator<Uint8Array>>();
  const puts = new Map<number, Put>();

  function at(known: KnownFolder): FolderPlace {
    const key = JSON.stringify(known);
    const place = places.get(key) ?? placeOf(known);
    places.set(key, place);
    return place;
  }

  async function begin(id: number, start: Start | null): Promise<number | null> {
    if (start) starts.set(id, start.chunks[Symbol.asyncIterator]());
    return start?.size ?? null;
  }

  async function copiesOf(list: Copies, n: number, part: number): Promise<ReadCopies> {
    return Promise.all(
      (await list(n, part)).map(read =>
        read().then(
          bytes => ({ bytes, refused: null }),
          error => {
            if (error instanceof Refused) return { bytes: null, refused: error.reason };
            throw error;
          },
        ),
      ),
    );
  }

  /** Answers when the chunk has been written; the last one, when all is under its name. */
  async function take(of: number, { give, ended }: Put, bytes: Uint8Array | null): Promise<void> {
    if (bytes === null) puts.delete(of);
    const used = give(bytes);
    await (bytes === null ? ended : Promise.race([used, ended]));
  }

  /** Ends when nothing is open any more. */
  async function giveUp(of: number): Promise<void> {
    const put = puts.get(of);
    puts.delete(of);
    put?.fail();
    await put?.ended.catch(() => undefined);
  }

  async function nextOf(of: number, chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
    const next = await chunks.next();
    if (next.done) starts.delete(of);
    return next.done ? null : next.value;
  }

  async function replyTo(question: PlaceQuestion): Promise<unknown> {
    const place = at(question.place);
    switch (question.ask) {
      case 'workspace':
        return place.workspace(question.wanted);
      case 'requireFree':
      case 'isReached':
        return place[question.ask]();
      case 'sealOf':
      case 'dropStart':
      case 'announce':
      case 'devices':
        return place[question.ask](question.workspace);
      case 'getStart':
        return begin(question.id, await place.getStart(question.workspace));
      case 'giveUp':
        return giveUp(question.of);
      case 'nextChunk':
        return nextOf(question.of, begun(starts, question));
      case 'writeWorkspace':
        return place.writeWorkspace(question.workspace, question.seal);
      case 'putStart': {
        const { chunks, ...put } = incoming();
        const ended = place.putStart(question.workspace, { size: question.size, chunks });
        // Who gives the last chunk hears of it.
        ended.catch(() => undefined);
        puts.set(question.id, { ...put, ended });
        return null;
      }
      case 'chunk':
        return take(question.of, begun(puts, question), question.bytes);
      case 'putPart':
        return place.putPart(question.key, question.n, question.part, question.bytes);
      case 'greatest':
        return place.greatest(question.key, question.n);
      case 'missing':
        return place.missing(question.key, question.n, () => tell({ id: question.id, ok: null }));
      case 'writersBeyond':
        return place.writersBeyond(question.workspace, question.known);
      case 'segmentsBehind': {
        lists.set(question.id, await place.segmentsBehind(question.key, question.n));
        const [oldest] = lists.keys();
        if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
        return null;
      }
      case 'copies':
        return copiesOf(begun(lists, question), question.n, question.part);
      case 'putDevice':
        return place.putDevice(question.key, question.bytes);
      default:
        return question satisfies never;
    }
  }

  return async question => {
    try {
      return { id: question.id, ok: true, value: await replyTo(question) };
    } catch (error) {
      const refused = error instanceof Refused ? error.reason : null;
      const failure = error instanceof AppError ? error.failure : null;
      const message = error instanceof Error ? error.message : String(error);
      return { id: question.id, ok: false, failure, refused, message };
    }
  };
}

/** What an earlier question opened. Another process than this one may have: then it is lost. */
function begun<T>(all: ReadonlyMap<number, T>, { of, place }: { readonly of: number; readonly place: KnownFolder }): T {
  const found = all.get(of);
  if (found === undefined) throw notAnswering(place);
  return found;
}
