// Slices: what can wait goes on behind what somebody waits for, also where that fails.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBackgroundYield, createYield, goAhead } from '../../electron/jobs/yield-to-event-loop.ts';

/** Longer than a slice. */
function busy(): void {
  const began = performance.now();
  while (performance.now() - began < 15);
}

async function slices(name: string, seen: string[], yieldToEventLoop: () => Promise<void>): Promise<void> {
  for (let slice = 1; slice <= 3; slice++) {
    seen.push(`${name} ${slice}`);
    busy();
    await yieldToEventLoop();
  }
}

it('what can wait goes on behind what somebody waits for', async () => {
  const seen: string[] = [];
  const later = slices('later', seen, createBackgroundYield());
  const one = goAhead(slices('one', seen, createYield()));
  const other = goAhead(slices('other', seen, createYield()));
  await Promise.all([later, one, other]);
  expect(seen.slice(-2)).toEqual(['later 2', 'later 3']);
  expect(seen).toHaveLength(9);
});

it('and when that has failed', async () => {
  const seen: string[] = [];
  const failing = goAhead(nextTurn().then(() => Promise.reject(new Error('gone'))));
  const later = slices('later', seen, createBackgroundYield());
  await expect(failing).rejects.toThrow('gone');
  await later;
  expect(seen).toEqual(['later 1', 'later 2', 'later 3']);
});

it('alone, it goes on by itself', async () => {
  const seen: string[] = [];
  await slices('later', seen, createBackgroundYield());
  expect(seen).toHaveLength(3);
});
