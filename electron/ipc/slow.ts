// A slow computer for tests: every call starts late and is answered later still. Never part of a released Ripen.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './register.ts';

/** A call takes at least and at most so many ms longer. */
const shortest = 50;
const longest = 800;

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Delays each call by 50 to 800 ms, partly before it runs and partly before its answer. Calls still start in the order they
 * came, as Electron promises; their answers may overtake each other.
 */
export function slowDown(call: Call, seed: number): Call {
  const random = seededRandom(seed);
  let started: Promise<unknown> = Promise.resolve();
  const unanswered = new Set<symbol>();
  // For tests, which wait until everything is answered.
  Object.assign(globalThis, { unansweredCalls: () => unanswered.size });
  return async (name, input) => {
    const mark = Symbol(name);
    unanswered.add(mark);
    const delay = shortest + random() * (longest - shortest);
    const from = performance.now();
    started = Promise.all([started, sleep(delay * random())]);
    await started;
    const left = from + delay - performance.now();
    const result = await call(name, input);
    if (left > 0) await sleep(left);
    unanswered.delete(mark);
    return result;
  };
}
