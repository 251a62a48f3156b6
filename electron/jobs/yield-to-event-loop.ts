// Yields to the event loop: long work runs in slices.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest slice in ms, well under the 50 ms that the main process may be busy. */
const sliceMs = 12;

/** A function to await between small pieces of work: it returns at once, or after the event loop has turned. */
export function createYield(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await nextTurn();
    began = performance.now();
  };
}
