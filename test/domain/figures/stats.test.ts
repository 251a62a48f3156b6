// Wilson intervals, verdicts and quantiles, against published values and their own laws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusText } from '../../../electron/domain/figures/evaluate.ts';
import { judge, moreToDecide, quantile, wilson } from '../../../electron/domain/figures/stats.ts';
import { wilsonBySearch } from '../../support/independent-figures.ts';

const targetRange = { low: 0.13, high: 0.31 };
/** Chance that the true share is in the range, with nothing known before: Simpson over the likelihood. */
function chanceInside(numerator: number, n: number, { low, high } = targetRange): number {
  const most = numerator / n;
  const logOf = (count: number, share: number) => (count === 0 ? 0 : count * Math.log(share));
  const likelihood = (share: number) =>
    Math.exp(
      logOf(numerator, share) +
        logOf(n - numerator, 1 - share) -
        logOf(numerator, most) -
        logOf(n - numerator, 1 - most),
    );
  const over = (from: number, to: number) => {
    const steps = 4000;
    const width = (to - from) / steps;
    let sum = likelihood(from) + likelihood(to);
    for (let i = 1; i < steps; i++) sum += likelihood(from + i * width) * (i % 2 === 1 ? 4 : 2);
    return (sum * width) / 3;
  };
  return over(low, high) / (over(0, low) + over(low, high) + over(high, 1));
}

const aCount = fc
  .integer({ min: 1, max: 5000 })
  .chain(n => fc.record({ n: fc.constant(n), numerator: fc.integer({ min: 0, max: n }) }));

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %i of %i runs from %f to %f', (numerator, n, low, high) => {
  expect(wilson(numerator, n)?.low).toBeCloseTo(low, 4);
  expect(wilson(numerator, n)?.high).toBeCloseTo(high, 4);
});

test('the interval solves its equation, holds the share, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(aCount, ({ numerator, n }) => {
      const { low, high } = wilson(numerator, n) ?? { low: 2, high: -1 };
      const found = wilsonBySearch(numerator, n);
      expect(low).toBeCloseTo(found.low, 9);
      expect(high).toBeCloseTo(found.high, 9);
      expect(low >= 0 && low <= numerator / n && numerator / n <= high && high <= 1).toBe(true);
    }),
  );
});

test('of nobody there is no interval and no verdict', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(judge(0, 0, targetRange, false)).toMatchObject({ is: 'cannot-tell', more: null, because: 'nobody' });
});

test.each([
  [2, 100, 'below', 'Below 13 to 31 %'],
  [44, 200, 'inside', 'Inside 13 to 31 %'],
  [60, 100, 'above', 'Above 13 to 31 %'],
  // The five of the case list, and 1 of 20: sure on one side, or probably inside.
  [4, 17, 'probably-inside', 'Probably inside 13 to 31 %'],
  [10, 50, 'probably-inside', 'Probably inside 13 to 31 %'],
  [22, 100, 'probably-inside', 'Probably inside 13 to 31 %, surely not below 13 %'],
  [20, 62, 'not-below', 'Surely not below 13 %'],
  [8, 20, 'not-below', 'Surely not below 13 %'],
  [1, 20, 'not-above', 'Surely not above 31 %'],
  [40, 250, 'probably-inside', 'Probably inside 13 to 31 %, surely not above 31 %'],
  // Inside by a hair, and more likely outside.
  [1, 5, 'cannot-tell', 'Cannot tell yet: at this rate it takes about 84 more people'],
  [2, 7, 'cannot-tell', 'Cannot tell yet: at this rate it takes more than 500 more people'],
  [3, 10, 'cannot-tell', 'Cannot tell yet: at this rate it takes more than 500 more people'],
  [26, 84, 'not-below', 'Surely not below 13 %'],
  [1, 2, 'cannot-tell', 'Cannot tell yet: at this rate it takes about 21 more people'],
] as const)('%i of %i is %s', (numerator, n, is, text) => {
  const status = judge(numerator, n, targetRange, false);
  expect(status.is).toBe(is);
  expect(statusText(status, targetRange)).toBe(text);
});

test('so many more would tell, and one fewer would not', () => {
  fc.assert(
    fc.property(aCount, ({ numerator, n }) => {
      const more = moreToDecide(numerator, n, targetRange);
      if (more === null || more === 0) return;
      const at = (count: number) => judge((numerator / n) * count, count, targetRange, false).is;
      const decided = ['below', 'inside', 'above'];
      expect(decided).toContain(at(n + more));
      expect(decided).not.toContain(at(n + more - 1));
    }),
  );
});

test('a share on the very edge of the range is never settled', () => {
  expect(moreToDecide(13, 100, targetRange)).toBeNull();
  expect(statusText(judge(1, 3, targetRange, false), targetRange)).toBe(
    'Cannot tell yet: at this rate it takes more than 500 more people',
  );
  expect(judge(13, 100, targetRange, false)).toMatchObject({ is: 'probably-inside', more: null });
});

test('what is said of a rate is true of its interval, and something is said wherever it can be', () => {
  fc.assert(
    fc.property(aCount, ({ numerator, n }) => {
      const { low, high } = wilsonBySearch(numerator, n);
      const { is, sure } = judge(numerator, n, targetRange, false);
      const share = numerator / n;
      const near = [low, high, share].some(one => Math.abs(one - 0.13) < 1e-9 || Math.abs(one - 0.31) < 1e-9);
      if (near) return;
      const says = new Set([is, sure]);
      expect(says.has('below')).toBe(high < 0.13);
      expect(says.has('above')).toBe(low > 0.31);
      expect(says.has('inside')).toBe(low > 0.13 && high < 0.31);
      if (says.has('not-below')) expect(low).toBeGreaterThan(0.13);
      if (says.has('not-above')) expect(high).toBeLessThan(0.31);
      const likely = chanceInside(numerator, n);
      if (Math.abs(likely - 0.5) > 1e-6 && !says.has('inside'))
        expect(is === 'probably-inside').toBe(share > 0.13 && share < 0.31 && likely > 0.5);
      if (is === 'cannot-tell') expect(low < 0.13 && high > 0.31).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a recent rate can be above or not below, for it can only rise; it is never called below or inside', () => {
  expect(judge(60, 100, targetRange, true).is).toBe('above');
  for (const numerator of [22, 40]) expect(judge(numerator, 100, targetRange, true).is).toBe('not-below');
  for (const numerator of [2, 13, 19]) {
    expect(judge(numerator, 100, targetRange, true)).toMatchObject({ is: 'cannot-tell', because: 'immature' });
  }
});

test('quantiles are those of a spreadsheet', () => {
  const values = [1, 2, 4, 8];
  expect([0, 0.25, 0.5, 0.75, 1].map(share => quantile(values, share))).toEqual([1, 1.75, 3, 5, 8]);
  expect(quantile([], 0.5)).toBeNaN();
});
