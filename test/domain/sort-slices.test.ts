// Sorting in slices is sorting: the same order as all at once, equal keys as they came, unknown ones last in either direction.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SortKey, sortedIndices } from '../../electron/domain/sort-slices.ts';

function runs(keys: readonly SortKey[], descending: boolean) {
  const work = sortedIndices(keys, descending);
  for (let turns = 1; ; turns++) {
    const step = work.next();
    if (step.done) return { order: [...step.value], turns };
  }
}

const plainly = (keys: readonly SortKey[], descending: boolean): number[] => {
  const sign = descending ? -1 : 1;
  return keys
    .map((_, index) => index)
    .sort((a, b) => {
      const [x, y] = [keys[a] ?? null, keys[b] ?? null];
      if (x === y) return a - b;
      if (x === null || y === null) return x === null ? 1 : -1;
      return x < y ? -sign : sign;
    });
};

describe('sorting in slices', () => {
  it('is what sorting at once gives', () => {
    const same = (list: readonly SortKey[], down: boolean) => {
      expect(runs(list, down).order).toEqual(plainly(list, down));
    };
    const keys = fc.array(fc.option(fc.integer({ min: 0, max: 30 })), { maxLength: 300 });
    fc.assert(fc.property(keys, fc.boolean(), same));
    const text = fc.array(fc.option(fc.string({ maxLength: 2 })), { maxLength: 200 });
    fc.assert(fc.property(text, fc.boolean(), same));
  });

  it('gives way many times over a long list', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 50_021);
    const { order, turns } = runs(keys, false);
    expect(order).toEqual(plainly(keys, false));
    expect(turns).toBeGreaterThan(40);
  });
});
