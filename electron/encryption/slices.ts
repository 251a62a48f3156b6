// Drives work in slices: at once, when Ripen ends, or between turns of the event loop.
import { fsync, fsyncSync } from 'node:fs';
import { promisify } from 'node:util';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { Slices } from './format.ts';

const fsyncMeanwhile = promisify(fsync);

export function runAtOnce<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) {
    if (step.value.sync !== undefined) fsyncSync(step.value.sync);
    step = slices.next();
  }
  return step.value;
}

/** Waits for the disk beside the event loop: a sync of some MB takes up to half a second on a busy one. */
export async function runInSlices<T>(slices: Slices<T>): Promise<T> {
  const yieldToEventLoop = createYield();
  let step = slices.next();
  while (!step.done) {
    const { sync } = step.value;
    const failed = sync === undefined ? await yieldToEventLoop() : await fsyncMeanwhile(sync).catch(toError);
    step = failed instanceof Error && !isClosed(failed) ? slices.throw(failed) : slices.next();
  }
  return step.value;
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Meanwhile the work was driven to its end at once, where everything was synced. */
const isClosed = (error: Error): boolean => 'code' in error && error.code === 'EBADF';
