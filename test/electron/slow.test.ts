// The slow computer of the tests: late, in order, and the same for the same seed.
import { describe, expect, it } from 'vitest';
import { seededRandom, slowDown } from '../../electron/ipc/slow.ts';
import { ok } from '../../shared/result.ts';

const numbers = Array.from({ length: 20 }, (_, index) => index);

describe('slowDown', () => {
  it.each([1, 2, 3])('starts calls in their order and answers each after 50 ms or more (seed %i)', async seed => {
    const started: unknown[] = [];
    const answered: unknown[] = [];
    const call = slowDown(async (_, input) => {
      started.push(input);
      return ok(input);
    }, seed);
    const from = performance.now();
    const taken = await Promise.all(
      numbers.map(async number => {
        await call('any', number);
        answered.push(number);
        return performance.now() - from;
      }),
    );
    expect(started).toEqual(numbers);
    expect(answered).not.toEqual(numbers);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(49);
  });

  it('repeats itself for the same seed', () => {
    const drawn = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });
});
