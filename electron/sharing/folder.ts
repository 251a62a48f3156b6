// The folder in which computers meet: each writes only files of its own, which never change. It may be one that a cloud client fills late,
// by halves, in any order, twice and under other names, so nothing in it is believed that does not prove itself.
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import type { Packet } from '../sync/packet.ts';
import { type Chain, type Encoded, follow, type Here, partsStated, Refused, readSegment } from '../sync/segment.ts';

const format = 1;
const idFile = 'workspace.json';
/** The workspace as it was when it was shared: what a computer that joins begins with. */
export const startFile = 'start.ripen';
/** More is not read, whatever it is. */
const mostBytes = 17_000_000;
/** Files looked at side by side. */
const atOnce = 50;
/** Ours are 16 hex digits; anything else was put there by somebody else. */
const writerName = /^[0-9a-z]{1,40}$/;

const stepsOf = (folder: string, writer: string): string => join(folder, 'steps', writer);
const segmentName = (n: number, part: number): string => `${n}-${part}.packet`;

/** Also where a part of the path is a file. */
const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(`${(error as NodeJS.ErrnoException).code}`);
/** What the system says of a file or folder: somebody else has it open, the network is gone, it is no file. */
const isOfSystem = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

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
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(bytes);
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

/** Which workspace meets in a folder; null: none. Throws an AppError when the folder cannot be read, or is of another Ripen. */
export async function workspaceIn(folder: string): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(join(folder, idFile), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw cannotRead(folder);
  }
  const parsed = z.looseObject({ format: z.int(), workspace: z.string().min(1).max(300) }).safeParse(jsonOf(text));
  if (!parsed.success)
    throw new AppError(
      'file',
      `What ${folder} says of its workspace is not all there yet. Ripen reads it again later.`,
    );
  if (parsed.data.format > format)
    throw new AppError('file', `${folder} was set up by a newer Ripen. Update Ripen to meet there.`);
  return parsed.data.workspace;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Makes a folder the meeting place of a workspace. To be called last: from here on others can join. */
export const writeWorkspace = (folder: string, workspace: string): Promise<void> =>
  writeWhole(join(folder, idFile), Buffer.from(JSON.stringify({ format, workspace })));

/** Numbers of the packets of a writer that are there, by their first segments, which are written last. */
export async function numbersIn(folder: string, writer: string): Promise<ReadonlySet<number>> {
  const names = await namesIn(stepsOf(folder, writer));
  return new Set(names.flatMap(name => /^([1-9]\d{0,12})-1\.packet$/.exec(name)?.[1] ?? []).map(Number));
}

/** Files that were found whole before, by path, with what they were then. */
export type FoundWhole = Map<string, { readonly size: number; readonly time: number; readonly parts: number }>;

/** In how many parts the packet of a file is, when the file is as long as it says; otherwise null. */
async function partsOfWhole(file: string, found: FoundWhole): Promise<number | null> {
  try {
    const { size, mtimeMs: time } = await stat(file);
    const known = found.get(file);
    if (known?.size === size && known.time === time) return known.parts;
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2000), 0, 2000, 0);
      const parts = partsStated(buffer.subarray(0, bytesRead), size);
      if (parts !== null) found.set(file, { size, time, parts });
      return parts;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isOfSystem(error)) return null;
    throw error;
  }
}

/** Numbers of our own packets of which every part is there and as long as it says. */
export async function wholeIn(folder: string, writer: string, found: FoundWhole): Promise<ReadonlySet<number>> {
  const own = stepsOf(folder, writer);
  const parts = new Map<string, number | null>();
  const names = (await namesIn(own)).filter(name => /^[1-9]\d{0,12}-[1-9]\d{0,4}\.packet$/.test(name));
  for (let from = 0; from < names.length; from += atOnce)
    await Promise.all(
      names.slice(from, from + atOnce).map(async name => {
        parts.set(name, await partsOfWhole(join(own, name), found));
      }),
    );
  const isWhole = (n: number): boolean => {
    const count = parts.get(segmentName(n, 1));
    return Boolean(count) && Array.from({ length: count ?? 0 }).every((_, at) => parts.get(segmentName(n, at + 1)));
  };
  return new Set(names.map(name => Number(name.split('-')[0])).filter(isWhole));
}

/** Writes the segments of one of our own packets. Answers a sentence when the system does not let it. */
export async function putPacket(
  folder: string,
  { writer, n }: Pick<Packet, 'writer' | 'n'>,
  segments: readonly Encoded[],
): Promise<RefusedPacket | null> {
  const own = stepsOf(folder, writer);
  try {
    await mkdir(own, { recursive: true });
    for (const [index, { bytes }] of [...segments.entries()].reverse())
      await writeWhole(join(own, segmentName(n, index + 1)), bytes);
    return null;
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    const sentence = `Your work could not be written to ${own}. It is safe here and is sent later.`;
    return { writer, n, sentence, reason: 'unwritable' };
  }
}

/** Writers whose packets are there. */
export const writersIn = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(join(folder, 'steps'))).filter(name => writerName.test(name)).sort();

export type RefusedPacket = {
  readonly writer: string;
  readonly n: number;
  /** One sentence: why what is there was not applied. */
  readonly sentence: string;
  readonly reason: Refused['reason'] | 'unwritable';
};

async function bytesOf(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > mostBytes) throw new Refused('damaged');
  return readFile(file);
}

/** Names under which a segment may lie: its own, then those that cloud clients give to a second copy of it. */
function namesFor(names: readonly string[], n: number, part: number): readonly string[] {
  const own = segmentName(n, part);
  const begins = new RegExp(`^${n}-${part}(?!\\d).+`);
  return [own, ...names.filter(name => name !== own && begins.test(name) && !name.endsWith('.part'))].filter(name =>
    names.includes(name),
  );
}

/** The packets of a writer behind a chain, as far as they are whole and follow each other. */
export async function packetsBehind(
  folder: string,
  writer: string,
  from: Chain,
  here: Here,
  most: number,
): Promise<{
  readonly packets: readonly (Packet & { readonly hash: string })[];
  readonly problem: RefusedPacket | null;
}> {
  const packets: (Packet & { hash: string })[] = [];
  let chain = from;
  const stopped = (why: Refused | null) => ({
    packets,
    problem: why && { writer, n: chain.n + 1, sentence: why.message, reason: why.reason },
  });
  const names = await namesIn(stepsOf(folder, writer)).catch(error => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!names) return stopped(new Refused('unreadable'));
  while (packets.length < most) {
    const [n, part] = [chain.n + 1, chain.parts.length + 1];
    let refused: Refused | null = null;
    let next: ReturnType<typeof follow> | null = null;
    for (const name of namesFor(names, n, part)) {
      try {
        const segment = readSegment(await bytesOf(join(stepsOf(folder, writer), name)), here);
        if (segment.writer !== writer) throw new Refused('foreign');
        next = follow(chain, segment);
        break;
      } catch (error) {
        if (error instanceof Refused) refused ??= error;
        else if (!isOfSystem(error)) throw error;
        else if (!isMissing(error)) refused ??= new Refused('unreadable');
      }
    }
    if (!next || next.chain === chain) return stopped(refused);
    chain = next.chain;
    if (next.packet) packets.push({ ...next.packet, hash: chain.hash });
  }
  return { packets, problem: null };
}
