// A closed review beside the present: what was at closing, what would be now, and what lies between two reviews.
import { describe, expect, it } from 'vitest';
import {
  differenceText,
  differs,
  nowText,
  sinceClosing,
  undatedText,
} from '../../../renderer/screens/review/figure-text.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import type { FigureValue } from '../../../shared/figures.ts';

const format = makeFormat({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR', today: '2026-03-02' });
const aFigure = (change: Partial<FigureValue>): FigureValue => ({
  id: 'mql-volume',
  label: 'MQL volume',
  group: 'volume',
  placement: { section: 'figures', group: '', titled: false, order: 1, as: 'number', trend: false, minutes: true },
  unit: 'leads',
  value: 12,
  n: 12,
  numerator: null,
  interval: null,
  why: null,
  help: { meaning: '', formula: '', source: null },
  nLabel: '',
  targetRange: null,
  status: null,
  immature: null,
  previous: null,
  usual: null,
  change: null,
  sets: [],
  series: [],
  distribution: null,
  notes: [],
  ...change,
});

describe('since closing', () => {
  it('a number that has become another is told both ways', () => {
    const kept = aFigure({});
    const now = aFigure({ value: 13, n: 13 });
    expect(differs(kept, now)).toBe(true);
    expect(sinceClosing(format, kept, now)).toBe('12 at closing, would be 13 today');
  });

  it('a share is told with what it stands on, also when only that has changed', () => {
    const kept = aFigure({ unit: 'share', value: 0.5, numerator: 4, n: 8 });
    expect(sinceClosing(format, kept, aFigure({ unit: 'share', value: 0.5, numerator: 5, n: 10 }))).toBe(
      '50\u00a0% (4 of 8) at closing, would be 50\u00a0% (5 of 10) today',
    );
  });

  it('the cell of a table says what it would be now, and only where that reads otherwise', () => {
    const kept = aFigure({ unit: 'share', value: 0.5, numerator: 4, n: 8 });
    expect(nowText(format, 'share', kept, aFigure({ value: 0.5, numerator: 5, n: 10 }))).toBe(
      'now 50\u00a0% (5 of 10)',
    );
    expect(nowText(format, 'leads', aFigure({}), aFigure({ value: 13, n: 13 }))).toBe('now 13');
    expect(nowText(format, 'leads', aFigure({}), aFigure({ n: 13 }))).toBeNull();
    expect(nowText(format, 'leads', aFigure({}), undefined)).toBeNull();
  });

  it('says nothing where nothing has changed, and why where a number is gone', () => {
    const kept = aFigure({});
    expect(sinceClosing(format, kept, aFigure({}))).toBeNull();
    expect(sinceClosing(format, kept, undefined)).toBeNull();
    const gone = aFigure({ value: null, n: 0, why: 'Nobody became MQL' });
    expect(sinceClosing(format, kept, gone)).toBe('12 at closing, now no value: nobody became MQL');
  });
});

describe('customers without a day of purchase', () => {
  it('stand in one sentence, with their money where it is known', () => {
    const text = (count: number, amount: number | null) => undatedText(format, { undatedCustomers: { count, amount } });
    expect(text(31, 22_300_300)).toMatch(
      /^31 customers without a day of purchase, .*223,003 in all: they belong to no period/,
    );
    expect(text(1, null)).toMatch(/^1 customer without a day of purchase: they belong/);
    expect(text(0, null)).toBeNull();
    expect(undatedText(format, {})).toBeNull();
  });
});

describe('between two reviews', () => {
  it('people are counted and shares differ in points', () => {
    expect(differenceText(format, aFigure({}), aFigure({ value: 16 }))).toBe('+4');
    const share = (value: number | null) => aFigure({ unit: 'share', value });
    expect(differenceText(format, share(0.5), share(0.33))).toBe('−17\u00a0points');
    expect(differenceText(format, share(0.5), share(0.504))).toBe('the same');
    expect(differenceText(format, share(0.5), share(null))).toBeNull();
  });
});
