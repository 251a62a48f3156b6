// The folder in which computers meet: each writes only files of its own, which never change. It may be one that a cloud client fills late,
// by halves, in any order, twice and under other names, so nothing in it is believed that does not prove itself.
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import { refuseHeldSource, refuseHeldTarget } from '../files/held.ts';
import { Refused } from '../sync/segment.ts';
import type { BarePlace, ReadCopy, WriterKey } from './meeting-place.ts';
import { isOfSystem, isWholeAlready, segmentName, wholePackets } from './whole-packets.ts';

/** Format 1 was not sealed, and in no release. */
const format = 2;
const idFile = 'workspace.json';
const startFile = 'start.sealed';
/** More is not read, whatever it is. */
const mostBytes = 17_000_000;
/** Bytes of the start after which the disk is waited for: the last ones of a big start would wait for all of it. */
const bytesBetweenSyncs = 4_000_000;
/** Ours are 16 hex digits; anything else was put there by somebody else. */
const writerName = /^[0-9a-z]{1,40}$/;

/** Also where a part of the path is a file. */
const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(`${(error as NodeJS.ErrnoException).code}`);

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw isOfSystem(error) ? cannotRead(folder) : error;
  }
}

const cannotRead = (folder: string): AppError =>
  new AppError('file', `${folder} cannot be read. Your own work goes on and is sent later.`);

/** Writes a file whole under its name, or not at all. What a kill left of an earlier try is overwritten. */
async function writeWhole(file: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, 'w');
  try {
    let unsynced = 0;
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      await handle.writeFile(chunk);
      unsynced += chunk.length;
      if (unsynced < bytesBetweenSyncs) continue;
      await handle.sync();
      unsynced = 0;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(`${(error as NodeJS.ErrnoException).code}`);
const isForbidden = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes(`${(error as NodeJS.ErrnoException).code}`);

/** Why the system did not let it, as the end of a sentence. */
const because = (error: unknown): string =>
  isFull(error) ? ': it is full' : isForbidden(error) ? ': you may only read there' : '';

/** The same for a file of ours among those of others; a sentence where the system does not let it. */
async function writeOwn(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, bytes);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new AppError(
      'file',
      `Your work could not be written to ${dirname(file)}${because(error)}. It is safe here and is sent later.`,
    );
  }
}

/** The same for what makes a folder the meeting place of a workspace. */
async function writeShared(file: string, bytes: Parameters<typeof writeWhole>[1]): Promise<void> {
  try {
    await writeWhole(file, bytes);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new AppError(
      'file',
      `Ripen could not write to ${dirname(file)}${because(error)}. Nothing was changed there.`,
    );
  }
}

const idSchema = z.looseObject({
  format: z.int(),
  workspace: z.string().min(1).max(300),
  seal: z.unknown().optional(),
});

/** What a folder says of its workspace; null: nothing. Throws an AppError when the folder cannot be read, or is of another Ripen. */
async function identityIn(folder: string): Promise<z.infer<typeof idSchema> | null> {
  let text: string;
  try {
    text = await readFile(join(folder, idFile), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw cannotRead(folder);
  }
  const parsed = idSchema.safeParse(jsonOf(text));
  if (!parsed.success)
    throw new AppError(
      'file',
      `What ${folder} says of its workspace is not all there yet. Ripen reads it again later.`,
    );
  if (parsed.data.format > format)
    throw new AppError('file', `${folder} was set up by a newer Ripen. Update Ripen to meet there.`);
  return parsed.data;
}

const workspaceIn = async (folder: string): Promise<string | null> => (await identityIn(folder))?.workspace ?? null;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null: it has gone meanwhile. */
async function bytesOf(file: string): Promise<Buffer | null> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) throw new Refused('damaged');
    return await readFile(file);
  } catch (error) {
    if (error instanceof Refused || !isOfSystem(error)) throw error;
    if (isMissing(error)) return null;
    throw new Refused('unreadable');
  }
}

/** Names under which a segment may lie: its own, then those that cloud clients give to a second copy of it. */
function namesFor(names: readonly string[], n: number, part: number): readonly string[] {
  const own = segmentName(n, part);
  const begins = new RegExp(`^${n}-${part}(?!\\d).+`);
  return [own, ...names.filter(name => name !== own && begins.test(name) && !name.endsWith('.part'))].filter(name =>
    names.includes(name),
  );
}

/** A folder as a meeting place, into which one part of a packet after the other can be put. */
export type FolderPlace = BarePlace & {
  /** Writes nothing where all of that part is there. To be called for the first part last: where it is, all are. */
  readonly putPart: (key: WriterKey, n: number, part: number, bytes: Uint8Array) => Promise<void>;
};

export function folderPlace(folder: string): FolderPlace {
  const stepsOf = (writer: string): string => join(folder, 'steps', writer);
  const start = join(folder, startFile);
  const whole = new Map<string, ReturnType<typeof wholePackets>>();
  const putPart: FolderPlace['putPart'] = async ({ writer }, n, part, bytes) => {
    const file = join(stepsOf(writer), segmentName(n, part));
    if (!(await isWholeAlready(file, bytes))) await writeOwn(file, bytes);
  };
  const writeIdentity = (workspace: string, seal: string): Promise<void> =>
    writeShared(join(folder, idFile), Buffer.from(JSON.stringify({ format, workspace, seal: jsonOf(seal) })));
  return {
    name: folder,
    id: folder,
    workspace: () => workspaceIn(folder),
    isReached: async () => existsSync(folder),
    requireFree: async () => {
      if (!existsSync(folder))
        throw new AppError('file', `${folder} is not there. Choose a folder that you can reach.`);
      if ((await workspaceIn(folder)) !== null)
        throw new AppError(
          'conflict',
          'Another workspace is shared in this folder. Join it, or choose another folder.',
        );
      refuseHeldTarget(start);
      if (existsSync(start))
        throw new AppError('file', `There is a file ${startFile} in ${folder} already. Choose another folder.`);
    },
    putStart: async (_, { chunks }) => {
      refuseHeldTarget(start);
      await writeShared(start, chunks);
    },
    getStart: async () => {
      refuseHeldSource(start);
      try {
        return { size: (await stat(start)).size, chunks: createReadStream(start) };
      } catch {
        return null;
      }
    },
    writeWorkspace: writeIdentity,
    sealOf: async workspace => {
      const found = await identityIn(folder);
      return found?.workspace === workspace ? JSON.stringify(found.seal ?? null) : null;
    },
    dropStart: async () => {
      for (const name of [startFile, `${startFile}.part`]) rmSync(join(folder, name), { force: true });
    },
    put: async (key, packets) => {
      for (const { n, segments } of packets)
        for (const [index, bytes] of [...segments.entries()].reverse()) await putPart(key, n, index + 1, bytes);
    },
    putPart,
    announce: async () => undefined,
    greatest: async ({ writer }, most) => {
      const names = await namesIn(stepsOf(writer));
      const numbers = names.flatMap(name => /^([1-9]\d{0,12})-1\.packet$/.exec(name)?.[1] ?? []).map(Number);
      return numbers.reduce((greatest, n) => (n <= most && n > greatest ? n : greatest), 0);
    },
    missing: async ({ writer }, last, looked = () => undefined) => {
      const own = stepsOf(writer);
      const packets = whole.get(own) ?? wholePackets(own);
      whole.set(own, packets);
      const there = await packets.among(await namesIn(own), looked);
      return Array.from({ length: last }, (_, index) => index + 1).filter(n => !there.has(n));
    },
    writersBeyond: async () => (await namesIn(join(folder, 'steps'))).filter(name => writerName.test(name)).sort(),
    segmentsBehind: async ({ writer }) => {
      const steps = stepsOf(writer);
      const names = await namesIn(steps).catch(error => {
        throw error instanceof AppError ? new Refused('unreadable') : error;
      });
      return async (n, part) =>
        namesFor(names, n, part).map(
          (name): ReadCopy =>
            () =>
              bytesOf(join(steps, name)),
        );
    },
    putDevice: ({ writer }, bytes) => writeOwn(join(folder, 'devices', `${writer}.sealed`), bytes),
    devices: async () => {
      const names = await namesIn(join(folder, 'devices'));
      const writers = names.flatMap(name => /^([0-9a-z]{1,40})\.sealed$/.exec(name)?.[1] ?? []).sort();
      const files = await Promise.all(
        writers.map(async writer => ({
          writer,
          bytes: await deviceBytes(join(folder, 'devices', `${writer}.sealed`)),
        })),
      );
      return files.flatMap(({ writer, bytes }) => (bytes ? [{ writer, bytes }] : []));
    },
    close: async () => undefined,
  };
}

/** Null: it cannot be read now. It is asked for again at the next meeting. */
const deviceBytes = (file: string): Promise<Buffer | null> =>
  bytesOf(file).catch(error => {
    if (error instanceof Refused) return null;
    throw error;
  });
