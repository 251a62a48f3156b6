// Weeks, months, quarters and years: every day is in one of each, and they follow one another without a gap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodLabel, periodOf, shift } from '../../../electron/domain/figures/period.ts';
import { overlaps, partInDays } from '../../../electron/domain/figures/spread.ts';
import { fromDayNumber, weekday } from '../../../shared/dates.ts';
import { periodKinds } from '../../../shared/figures.ts';
import { spanOf } from '../../support/independent-dates.ts';

const aDate = fc.integer({ min: -3000, max: 40_000 }).map(fromDayNumber);
const aFirstDay = fc.integer({ min: 1, max: 7 });

describe.each(periodKinds)('a %s', kind => {
  test('holds its date, and is the one found by counting', () => {
    fc.assert(
      fc.property(aDate, aFirstDay, (date, firstDay) => {
        const { from, to } = periodOf(kind, date, firstDay);
        expect(from <= date && date < to).toBe(true);
        expect([from, to]).toEqual(spanOf(kind, date, firstDay));
      }),
    );
  });
  test('ends where the next begins, and the way back leads to it', () => {
    fc.assert(
      fc.property(aDate, aFirstDay, fc.integer({ min: -60, max: 60 }), (date, firstDay, steps) => {
        const period = periodOf(kind, date, firstDay);
        expect(shift(period, 1).from).toBe(period.to);
        expect(shift(shift(period, steps), -steps)).toEqual(period);
        expect(periodOf(kind, shift(period, steps).from, firstDay)).toEqual(shift(period, steps));
      }),
    );
  });
});

test('a week has seven days and starts on the first day of the workspace, also over the turn of a year', () => {
  fc.assert(
    fc.property(aDate, aFirstDay, (date, firstDay) => {
      const week = periodOf('week', date, firstDay);
      expect(week.toDay - week.fromDay).toBe(7);
      expect(weekday(week.from)).toBe(firstDay);
    }),
  );
});

test.each([
  ['week', '2026-03-18', 1, 'Week 12 of 2026'],
  ['week', '2026-01-01', 1, 'Week 1 of 2026'],
  ['week', '2025-12-29', 1, 'Week 1 of 2026'],
  ['week', '2027-01-01', 1, 'Week 53 of 2026'],
  ['week', '2026-03-18', 7, 'Week 12 of 2026'],
  ['month', '2026-03-18', 1, 'March 2026'],
  ['quarter', '2026-03-31', 1, 'Quarter 1 of 2026'],
  ['year', '2026-03-18', 1, '2026'],
] as const)('the %s of %s (weeks from day %i) is called %s', (kind, date, firstDay, label) => {
  expect(periodLabel(periodOf(kind, date, firstDay))).toBe(label);
});

const aSpan = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 200 }))
  .map(([fromDay, length]) => ({ fromDay, toDay: fromDay + length }));

test('what is spread over days adds up to the whole, however the days are cut', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      aSpan,
      fc.array(fc.integer({ min: -50, max: 700 })),
      (whole, span, cuts) => {
        const edges = [-100, ...[...cuts].sort((a, b) => a - b), 1000];
        const parts = edges.slice(1).map((toDay, i) => partInDays(whole, span, { fromDay: edges[i] ?? 0, toDay }));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('spans overlap when they share a day', () => {
  fc.assert(
    fc.property(aSpan, aSpan, (one, other) => {
      let shared = false;
      for (let day = one.fromDay; day < one.toDay; day++) if (day >= other.fromDay && day < other.toDay) shared = true;
      expect(overlaps(one, other)).toBe(shared);
    }),
  );
  expect(overlaps({ fromDay: 3, toDay: 3 }, { fromDay: 1, toDay: 9 })).toBe(false);
});
