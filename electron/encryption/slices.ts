// Drives work in slices: at once, when Ripen ends, or between turns of the event loop.
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { Slices } from './format.ts';

export function runAtOnce<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

export async function runInSlices<T>(slices: Slices<T>): Promise<T> {
  const yieldToEventLoop = createYield();
  let step = slices.next();
  while (!step.done) {
    await yieldToEventLoop();
    step = slices.next();
  }
  return step.value;
}
