// Yields to the event loop: long work runs in slices.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest slice in ms, well under the 50 ms that the main process may be busy. */
const sliceMs = 12;

/** What goes ahead of the work in the background; null: nothing. */
let ahead: Promise<unknown> | null = null;

/** A function to await between small pieces of work: it returns at once, or after the event loop has turned. */
export function createYield(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await nextTurn();
    began = performance.now();
  };
}

/** The same for work that can wait: it goes on once all that goes ahead of it is done. */
export function createBackgroundYield(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await nextTurn();
    while (ahead !== null) await ahead;
    began = performance.now();
  };
}

/** Work in slices that somebody waits for: what goes on in the background waits, so that each does not take as long as both. */
export function goAhead<T>(work: Promise<T>): Promise<T> {
  const mine: Promise<unknown> = Promise.allSettled([ahead, work]).then(() => {
    if (ahead === mine) ahead = null;
  });
  ahead = mine;
  return work;
}
