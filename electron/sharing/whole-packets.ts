// Which of the own packets in a folder are whole. A slow share takes its time for every file, so those that were found whole are looked at
// again by turns: what a cloud client cuts later is noticed some meetings later.
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { longestLine, partsOfSealed } from './seal.ts';

/** Files looked at side by side. */
const atOnce = 50;
/** Files that were whole before and are looked at again each time. */
const againAtOnce = 200;

export const segmentName = (n: number, part: number): string => `${n}-${part}.packet`;

/** What the system says of a file or folder: somebody else has it open, the network is gone, it is no file. */
export const isOfSystem = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

/** What a file was when it was found whole. */
type Whole = { readonly size: number; readonly time: number; readonly parts: number };

async function firstLine(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestLine), 0, longestLine, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Null, when the file is not as long as it says. */
async function wholeAt(file: string, known: Whole | undefined): Promise<Whole | null> {
  try {
    const { size, mtimeMs: time } = await stat(file);
    if (known?.size === size && known.time === time) return known;
    const parts = partsOfSealed(await firstLine(file), size);
    return parts === null ? null : { size, time, parts };
  } catch (error) {
    if (isOfSystem(error)) return null;
    throw error;
  }
}

/** Whether all of a sealed segment is in a file: sealed with the same key, and as long as this one. */
export async function isWholeAlready(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const { size } = await stat(file);
    if (size !== bytes.length) return false;
    const line = (of: Uint8Array): string => `${Buffer.from(of).toString('latin1', 0, longestLine).split('\n')[0]}`;
    return line(await firstLine(file)) === line(bytes);
  } catch (error) {
    if (isOfSystem(error)) return false;
    throw error;
  }
}

/** Remembers what was whole in one folder, where only this program writes. */
export function wholePackets(folder: string): {
  /** Of the names in the folder, the numbers of the packets of which every part is there. `looked` is called after some files. */
  readonly among: (names: readonly string[], looked: () => void) => Promise<ReadonlySet<number>>;
} {
  const known = new Map<string, Whole>();
  let turn = 0;

  async function look(names: readonly string[], looked: () => void): Promise<void> {
    for (let from = 0; from < names.length; from += atOnce) {
      await Promise.all(
        names.slice(from, from + atOnce).map(async name => {
          const whole = await wholeAt(join(folder, name), known.get(name));
          if (whole) known.set(name, whole);
          else known.delete(name);
        }),
      );
      looked();
    }
  }

  function nextOnes(of: readonly string[]): readonly string[] {
    if (turn >= of.length) turn = 0;
    const names = of.slice(turn, turn + againAtOnce);
    turn += againAtOnce;
    return names;
  }

  return {
    among: async (all, looked) => {
      const names = all.filter(name => /^[1-9]\d{0,12}-[1-9]\d{0,4}\.packet$/.test(name));
      const there = new Set(names);
      for (const name of known.keys()) if (!there.has(name)) known.delete(name);
      const again = nextOnes(names.filter(name => known.has(name)));
      await look([...names.filter(name => !known.has(name)), ...again], looked);
      const isWhole = (n: number): boolean => {
        const { parts = 0 } = known.get(segmentName(n, 1)) ?? {};
        return parts > 0 && Array.from({ length: parts }).every((_, at) => known.has(segmentName(n, at + 1)));
      };
      return new Set(names.map(name => Number(name.split('-')[0])).filter(isWhole));
    },
  };
}
