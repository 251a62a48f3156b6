// A meeting place in a process of its own, where a read that never ends holds up nobody: answers what `placeElsewhere` asks.
import { AppError, type Failure } from '../../shared/result.ts';
import { Refused } from '../sync/segment.ts';
import type { KnownPlace, PlaceMaker } from './known-place.ts';
import type { Copies, Start, WriterKey } from './meeting-place.ts';

/** Asked in a row. Streams and lists of segments stay there, under the number of the question that opened them. */
export type PlaceQuestion = { readonly id: number; readonly place: KnownPlace } & (
  | { readonly ask: 'workspace'; readonly wanted: string | undefined }
  | { readonly ask: 'requireFree' | 'isReached' }
  | { readonly ask: 'sealOf' | 'dropStart' | 'announce' | 'getStart' | 'devices'; readonly workspace: string }
  | { readonly ask: 'writeWorkspace'; readonly workspace: string; readonly seal: string }
  | { readonly ask: 'putStart'; readonly workspace: string; readonly size: number }
  /** `bytes` null: that was all. */
  | { readonly ask: 'chunk'; readonly of: number; readonly bytes: Uint8Array | null }
  | { readonly ask: 'nextChunk'; readonly of: number }
  | { readonly ask: 'put'; readonly key: WriterKey; readonly n: number; readonly segments: readonly Uint8Array[] }
  | { readonly ask: 'greatest' | 'missing'; readonly key: WriterKey; readonly n: number }
  | { readonly ask: 'writersBeyond'; readonly workspace: string; readonly known: Readonly<Record<string, number>> }
  | { readonly ask: 'segmentsBehind'; readonly key: WriterKey; readonly n: number }
  | { readonly ask: 'copies'; readonly of: number; readonly n: number; readonly part: number }
  | { readonly ask: 'putDevice'; readonly key: WriterKey; readonly bytes: Uint8Array }
);
export type ReadCopies = readonly { readonly bytes: Uint8Array | null; readonly refused: Refused['reason'] | null }[];
export type PlaceAnswer = { readonly id: number } & (
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

type Incoming = { readonly give: (bytes: Uint8Array | null) => void; readonly ended: Promise<void> };

/** Chunks that come one by one. */
function incoming(): { readonly chunks: AsyncIterable<Uint8Array>; readonly give: Incoming['give'] } {
  const waiting: (Uint8Array | null)[] = [];
  let wake = (): void => undefined;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = waiting.shift();
      if (next === null) return;
      if (next) yield next;
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
  }
  return {
    chunks: chunks(),
    give: bytes => {
      waiting.push(bytes);
      wake();
    },
  };
}

/** Answers one question after the other has been put; several may be under way. */
export function placeServer(placeOf: PlaceMaker): (question: PlaceQuestion) => Promise<PlaceAnswer> {
  const places = new Map<string, ReturnType<PlaceMaker>>();
  const lists = new Map<number, Copies>();
  const starts = new Map<number, AsyncIterator<Uint8Array>>();
  const puts = new Map<number, Incoming>();

  function at(known: KnownPlace): ReturnType<PlaceMaker> {
    const key = JSON.stringify(known);
    const place = places.get(key) ?? placeOf(known);
    places.set(key, place);
    return place;
  }

  async function begin(id: number, start: Start | null): Promise<number | null> {
    if (start) starts.set(id, start.chunks[Symbol.asyncIterator]());
    return start?.size ?? null;
  }

  async function copiesOf(of: number, n: number, part: number): Promise<ReadCopies> {
    const copies = (await lists.get(of)?.(n, part)) ?? [];
    return Promise.all(
      copies.map(read =>
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

  async function take(of: number, bytes: Uint8Array | null): Promise<void> {
    const put = puts.get(of);
    put?.give(bytes);
    if (bytes !== null) return;
    puts.delete(of);
    await put?.ended;
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
      case 'nextChunk': {
        const next = await starts.get(question.of)?.next();
        if (next?.done !== false) starts.delete(question.of);
        return next?.done === false ? next.value : null;
      }
      case 'writeWorkspace':
        return place.writeWorkspace(question.workspace, question.seal);
      case 'putStart': {
        const { chunks, give } = incoming();
        const ended = place.putStart(question.workspace, { size: question.size, chunks });
        // Who gives the last chunk hears of it.
        ended.catch(() => undefined);
        puts.set(question.id, { give, ended });
        return null;
      }
      case 'chunk':
        return take(question.of, question.bytes);
      case 'put':
        return place.put(question.key, [{ n: question.n, segments: question.segments }]);
      case 'greatest':
      case 'missing':
        return place[question.ask](question.key, question.n);
      case 'writersBeyond':
        return place.writersBeyond(question.workspace, question.known);
      case 'segmentsBehind': {
        lists.set(question.id, await place.segmentsBehind(question.key, question.n));
        const [oldest] = lists.keys();
        if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
        return null;
      }
      case 'copies':
        return copiesOf(question.of, question.n, question.part);
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
