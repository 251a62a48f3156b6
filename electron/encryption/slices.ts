// Drives work in slices: at once, when Ripen ends, or between turns of the event loop.
import { fsync, fsyncSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Slice, Slices } from './format.ts';

const fsyncMeanwhile = promisify(fsync);

export function runAtOnce<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) {
    if (step.value.sync !== undefined) fsyncSync(step.value.sync);
    step = slices.next();
  }
  return step.value;
}

/**
 * One slice a turn of the event loop: each is a write, which the disk may hold up. Waits for syncs beside the event loop: one of some MB
 * takes up to half a second on a busy disk. `progress` hears of each slice.
 */
export async function runInSlices<T>(
  slices: Slices<T>,
  progress: (slice: Slice) => void = () => undefined,
): Promise<T> {
  let step = slices.next();
  while (!step.done) {
    progress(step.value);
    const { sync } = step.value;
    const failed = sync === undefined ? await nextTurn() : await fsyncMeanwhile(sync).catch(toError);
    step = failed instanceof Error && !isClosed(failed) ? slices.throw(failed) : slices.next();
  }
  return step.value;
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Meanwhile the work was driven to its end at once, where everything was synced. */
const isClosed = (error: Error): boolean => 'code' in error && error.code === 'EBADF';
