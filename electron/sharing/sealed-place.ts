// A meeting place in which everything is sealed: what is put is sealed before, and what is read is opened and believed only then.
import { createReadStream, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keys, storedKeys } from '../encryption/keys.ts';
import { draftBeside } from '../files/drafts.ts';
import { Refused } from '../sync/segment.ts';
import type { BarePlace, MeetingPlace, PacketBytes, Start } from './meeting-place.ts';
import { longestLine, type SealKeys, seal, sizeOfSealed, unseal } from './seal.ts';

/** Bytes of the start that are sealed in one piece. */
const pieceBytes = 1024 * 1024;

/** Chunks of any size as pieces of `pieceBytes`, the last one shorter. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    while (held.length > pieceBytes) {
      yield { bytes: held.subarray(0, pieceBytes), isLast: false };
      held = held.subarray(pieceBytes);
    }
  }
  yield { bytes: held, isLast: true };
}

/** Sealed pieces as they come out of chunks of any size. */
async function* sealedPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  const isWhole = () => held.length >= (sizeOfSealed(held) ?? Number.POSITIVE_INFINITY);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    if (held.length > longestLine && sizeOfSealed(held) === null) throw new Refused('damaged');
    while (isWhole()) {
      const size = sizeOfSealed(held) ?? 0;
      if (size > 2 * pieceBytes) throw new Refused('damaged');
      yield held.subarray(0, size);
      held = held.subarray(size);
    }
  }
  if (held.length > 0) throw new Refused('truncated');
}

const pieceOf = (workspace: string, number: number, isLast: boolean): string =>
  `start ${workspace} ${number}${isLast ? ' last' : ''}`;

async function* opened(keys: SealKeys, workspace: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let number = 0;
  let next: Buffer | null = null;
  // A piece is known to be the last when nothing comes behind it.
  for await (const piece of sealedPieces(chunks)) {
    if (next) yield await unseal(keys, pieceOf(workspace, number++, false), next);
    next = Buffer.from(piece);
  }
  if (!next) throw new Refused('truncated');
  yield await unseal(keys, pieceOf(workspace, number, true), next);
}

/** Seals the start into a file of its own, so that its size is known; hands it on, and removes it. */
async function withSealed(
  keys: SealKeys,
  workspace: string,
  { chunks }: Start,
  hand: (start: Start) => Promise<void>,
): Promise<void> {
  const file = draftBeside(join(tmpdir(), 'start'));
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      let number = 0;
      for await (const { bytes, isLast } of pieces(chunks))
        await handle.writeFile(await seal(keys, pieceOf(workspace, number++, isLast), bytes));
    } finally {
      await handle.close();
    }
    await hand({ size: statSync(file).size, chunks: createReadStream(file) });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Null where it does not open: it is of another key, or half of it. */
const orNull = (error: unknown): null => {
  if (error instanceof Refused) return null;
  throw error;
};

/** The place as sharing uses it. `keys`: of the workspace that meets there. */
export function sealedPlace(place: BarePlace, keys: Keys): MeetingPlace {
  const packet = (workspace: string, writer: string, n: number, part: number): string =>
    `packet ${workspace} ${writer} ${n} ${part}`;
  const device = (workspace: string, writer: string): string => `device ${workspace} ${writer}`;
  return {
    ...place,
    writeWorkspace: workspace => place.writeWorkspace(workspace, JSON.stringify(storedKeys(keys))),
    putStart: (workspace, start) => withSealed(keys, workspace, start, sealed => place.putStart(workspace, sealed)),
    getStart: async workspace => {
      const start = await place.getStart(workspace);
      return start && { size: start.size, chunks: opened(keys, workspace, start.chunks) };
    },
    put: async (key, packets) => {
      const { workspace, writer } = key;
      const sealed: PacketBytes[] = [];
      for (const { n, segments } of packets) {
        const own: Buffer[] = [];
        for (const [index, bytes] of segments.entries())
          own.push(await seal(keys, packet(workspace, writer, n, index + 1), bytes, segments.length));
        sealed.push({ n, segments: own });
      }
      await place.put(key, sealed);
    },
    segmentsBehind: async (key, behind) => {
      const copies = await place.segmentsBehind(key, behind);
      const { workspace, writer } = key;
      return async (n, part) =>
        (await copies(n, part)).map(read => async () => {
          const bytes = await read();
          return bytes && unseal(keys, packet(workspace, writer, n, part), bytes);
        });
    },
    putDevice: async (key, bytes) => place.putDevice(key, await seal(keys, device(key.workspace, key.writer), bytes)),
    devices: async workspace => {
      const files = await Promise.all(
        (await place.devices(workspace)).map(async ({ writer, bytes }) => ({
          writer,
          bytes: await unseal(keys, device(workspace, writer), bytes).catch(orNull),
        })),
      );
      return files.flatMap(({ writer, bytes }) => (bytes ? [{ writer, bytes }] : []));
    },
  };
}
