// Wilson intervals, verdicts and quantiles, against published values and their own laws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusText } from '../../../electron/domain/figures/evaluate.ts';
import { judge, moreToDecide, quantile, wilson } from '../../../electron/domain/figures/stats.ts';
import { wilsonBySearch } from '../../support/independent-figures.ts';

const targetRange = { low: 0.13, high: 0.31 };
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
  expect(judge(0, 0, targetRange, false)).toEqual({ is: 'cannot-tell', more: null, because: 'nobody' });
});

test.each([
  [2, 100, 'below', 'Below 13 to 31 %'],
  [44, 200, 'inside', 'Inside 13 to 31 %'],
  [60, 100, 'above', 'Above 13 to 31 %'],
  [3, 12, 'cannot-tell', 'Cannot tell yet: at this rate it takes about 217 more people'],
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
      expect(at(n + more)).not.toBe('cannot-tell');
      expect(at(n + more - 1)).toBe('cannot-tell');
    }),
  );
});

test('a share on the very edge of the band is never told', () => {
  expect(moreToDecide(13, 100, targetRange)).toBeNull();
  expect(statusText(judge(1, 3, targetRange, false), targetRange)).toBe(
    'Cannot tell yet: at this rate it takes more than 500 more people',
  );
  expect(statusText(judge(13, 100, targetRange, false), targetRange)).toBe(
    'Cannot tell yet: too close to the edge of 13 to 31 %',
  );
});

test('a young rate can be above, for it can only rise; it is never called below or inside', () => {
  expect(judge(60, 100, targetRange, true).is).toBe('above');
  for (const numerator of [2, 20, 22]) {
    expect(judge(numerator, 100, targetRange, true)).toEqual({ is: 'cannot-tell', more: null, because: 'immature' });
  }
});

test('quantiles are those of a spreadsheet', () => {
  const values = [1, 2, 4, 8];
  expect([0, 0.25, 0.5, 0.75, 1].map(share => quantile(values, share))).toEqual([1, 1.75, 3, 5, 8]);
  expect(quantile([], 0.5)).toBeNaN();
});
