// A slow share: what is long in all is waited for, what is silent is not; nothing succeeds of which the half was lost.
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type FolderPlace, folderPlace } from '../../electron/sharing/folder.ts';
import { type PlaceProcess, placesElsewhere } from '../../electron/sharing/place-elsewhere.ts';
import { type PlaceAnswer, placeServer } from '../../electron/sharing/place-server.ts';
import { seal } from '../../electron/sharing/seal.ts';
import { testKeys } from '../support/test-keys.ts';
import { aFolder } from '../support/workspace.ts';

const patienceMs = 2000;
const key = { workspace: 'w', writer: 'a' };

/** A folder behind the questions and answers of a process, with what is slow in it. */
function slowFolder(folder: string, slow: (place: FolderPlace) => Partial<FolderPlace>) {
  const start = (): PlaceProcess => {
    let hear: (answer: PlaceAnswer) => void;
    const tell = (answer: PlaceAnswer) => hear(answer);
    const serve = placeServer(({ path }) => {
      const place = folderPlace(path);
      return { ...place, ...slow(place) };
    }, tell);
    return {
      post: question => void serve(question).then(tell),
      onMessage: given => {
        hear = given;
      },
      onExit: () => undefined,
      kill: () => {
        hear = () => undefined;
      },
    };
  };
  return placesElsewhere(start, patienceMs).placeOf({ kind: 'folder', path: folder });
}

async function* slowly(chunks: AsyncIterable<Uint8Array>, ms: number) {
  for await (const chunk of chunks) {
    await after(ms);
    yield chunk;
  }
}

it('puts a start that takes longer than any question may, and holds one chunk of it at a time', async () => {
  const folder = aFolder();
  let [given, used, most] = [0, 0, 0];
  const place = slowFolder(folder, ({ putStart }) => ({
    putStart: (workspace, { size, chunks }) => putStart(workspace, { size, chunks: counted(slowly(chunks, 200)) }),
  }));
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      used += 1;
      yield chunk;
    }
  }
  async function* chunks() {
    for (let n = 0; n < 15; n += 1) {
      given += 1;
      most = Math.max(most, given - used);
      yield Buffer.alloc(1000, n);
    }
  }
  await place.putStart('w', { size: 15_000, chunks: chunks() });
  expect(most).toBe(1);
  const all = Array.from({ length: 15 }, (_, n) => Buffer.alloc(1000, n));
  expect(readFileSync(join(folder, 'start.sealed'))).toEqual(Buffer.concat(all));
});

it('leaves nothing open when the chunks end in an error, and puts the next start', async () => {
  const folder = aFolder();
  let ended = 0;
  const place = slowFolder(folder, ({ putStart }) => ({
    putStart: (workspace, start) =>
      putStart(workspace, start).finally(() => {
        ended += 1;
      }),
  }));
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('one');
    throw new Error('Canceled.');
  }
  async function* whole() {
    yield Buffer.from('two');
  }
  await expect(place.putStart('w', { size: 6, chunks: broken() })).rejects.toThrow('Canceled.');
  expect(ended).toBe(1);
  expect(await place.getStart('w')).toBeNull();
  await place.putStart('w', { size: 3, chunks: whole() });
  expect(readFileSync(join(folder, 'start.sealed'), 'utf8')).toBe('two');
});

const segment = (n: number, part: number, parts: number) => seal(testKeys, `${n} ${part}`, Buffer.alloc(500, n), parts);

it('puts the parts of a packet one by one, and those that are whole already not again', async () => {
  const folder = aFolder();
  const written: number[] = [];
  const place = slowFolder(folder, ({ putPart }) => ({
    putPart: async (of, n, part, bytes) => {
      await after(700);
      written.push(part);
      if (part === 1 && written.length < 4) throw new Error('The share went away.');
      await putPart(of, n, part, bytes);
    },
  }));
  const segmentsOf = (parts: number) =>
    Promise.all(Array.from({ length: parts }, (_, at) => segment(1, at + 1, parts)));
  await expect(place.put(key, [{ n: 1, segments: await segmentsOf(3) }])).rejects.toThrow('went away');
  expect(written).toEqual([3, 2, 1]);
  expect(await place.missing(key, 1)).toEqual([1]);
  // Sealed anew it has another nonce: what lies there of the first time stays.
  const lies = (part: number) => readFileSync(join(folder, 'steps', 'a', `1-${part}.packet`));
  const before = lies(3);
  await place.put(key, [{ n: 1, segments: await segmentsOf(3) }]);
  expect(await place.missing(key, 1)).toEqual([]);
  expect(lies(3)).toEqual(before);
});

it('waits for a look at many packets that goes on, longer than it waits in silence', async () => {
  const place = slowFolder(aFolder(), ({ missing }) => ({
    missing: async (of, last, looked) => {
      for (let n = 0; n < 6; n += 1) {
        await after(500);
        looked?.();
      }
      return missing(of, last, looked);
    },
  }));
  expect(await place.missing(key, 2)).toEqual([1, 2]);
});

it('looks at all packets once, then at the new ones and some others, and finds one that was cut later', async () => {
  const folder = aFolder();
  const place = folderPlace(folder);
  const steps = join(folder, 'steps', 'a');
  mkdirSync(steps, { recursive: true });
  async function write(from: number, to: number): Promise<void> {
    for (let n = from; n <= to; n += 1) writeFileSync(join(steps, `${n}-1.packet`), await segment(n, 1, 1));
  }
  async function look(last: number) {
    let looks = 0;
    const missing = await place.missing(key, last, () => {
      looks += 1;
    });
    return { missing, looks };
  }
  await write(1, 900);
  const { missing, looks: first } = await look(900);
  expect(missing).toEqual([]);
  await write(901, 910);
  const second = await look(911);
  expect(second.missing).toEqual([911]);
  expect(second.looks).toBeLessThan(first / 2);
  truncateSync(join(steps, '700-1.packet'), 40);
  const found: number[] = [];
  for (let meeting = 0; meeting < 5; meeting += 1) found.push(...(await look(910)).missing);
  expect(new Set(found)).toEqual(new Set([700]));
});
