// The review as a whole: comparisons, young cohorts, verdicts, funnels, and a shape that can be kept for good.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf } from '../../../electron/domain/figures/build-history.ts';
import { rowsIn, sortByDay } from '../../../electron/domain/figures/columns.ts';
import { distribution } from '../../../electron/domain/figures/distribution.ts';
import { atLater, indexHistory } from '../../../electron/domain/figures/index-history.ts';
import { figures } from '../../../electron/domain/figures/list.ts';
import { reviewFigures } from '../../../electron/domain/figures/review.ts';
import { defaultFigureSettings } from '../../../electron/domain/figures/scope.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { addDays } from '../../../shared/dates.ts';
import { reviewFiguresSchema } from '../../../shared/figures.ts';
import { at, figure, historyLeads, indexOf, type Life, life, review, rowsOf } from '../../support/history.ts';

const monday = '2026-03-02';

/** So many MQLs in the week `weeks` after the Monday, of which so many reached SQL two days later. */
const week = (weeks: number, count: number, sqls: number): Life[] =>
  Array.from({ length: count }, (_, i) => {
    const date = addDays(monday, 7 * weeks);
    return life(`${weeks}-${i}`, [`${date} 09:00 mql`, ...(i < sqls ? [`${addDays(date, 2)} 09:00 sql`] : [])]);
  });

describe('beside each figure stands', () => {
  const rows = rowsOf([...week(0, 10, 2), ...week(1, 20, 4), ...week(2, 0, 0), ...week(3, 10, 8), ...week(4, 12, 0)]);
  const inWeek4 = addDays(monday, 28);
  test('the week before and the change', () => {
    expect(figure(rows, 'mql-volume', inWeek4)).toMatchObject({ value: 12, previous: { value: 10 }, change: 2 });
  });
  test('the mean of the four weeks before, where it is a number of people', () => {
    expect(figure(rows, 'mql-volume', inWeek4).usual).toMatchObject({ value: 10, periods: 4 });
  });
  test('the rate of those four weeks together, where it is a rate', () => {
    expect(figure(rows, 'mql-to-sql-cohort', inWeek4).usual).toMatchObject({
      value: 14 / 40,
      numerator: 14,
      n: 40,
      periods: 4,
    });
  });
  test('nothing from before the records began', () => {
    expect(figure(rows, 'mql-volume', monday)).toMatchObject({ previous: null, usual: null, change: null });
    expect(figure(rows, 'mql-volume', addDays(monday, 14)).usual).toMatchObject({ value: 15, periods: 2 });
    expect(figure(rows, 'mql-volume', inWeek4).series.map(({ value }) => value)).toEqual([10, 20, 0, 10, 12]);
  });
  test('no change where one of the two has no value', () => {
    expect(figure(rows, 'mql-to-sql-cohort', addDays(monday, 21)).change).toBeNull();
  });
});

describe('a young cohort', () => {
  // Of 50 people 20 reach SQL, all within two days: so the usual time is two days.
  const rows = rowsOf([...week(0, 50, 20), ...week(1, 50, 20)]);
  const request = (asOf: string) => figure(rows, 'mql-to-sql-cohort', addDays(monday, 7), { asOf });
  test('is marked while its people have not had the usual time, and not judged', () => {
    const immature = request(`${addDays(monday, 8)} 12:00`);
    expect(immature).toMatchObject({ value: 0, n: 50, status: { is: 'cannot-tell', because: 'immature' } });
    expect(immature.immature).toEqual({ days: 2, text: '50 of 50 have had less than the usual 2 days.' });
    expect(immature.series.at(-1)).toMatchObject({ immature: true, partial: true });
  });
  test('is judged once it has had it', () => {
    const ripe = request(`${addDays(monday, 20)} 12:00`);
    expect(ripe).toMatchObject({ immature: null, numerator: 20, n: 50 });
    expect(ripe.series.at(-1)).toMatchObject({ immature: false, partial: false });
  });
  test('is not young for a tenth of its people', () => {
    const lives = [...week(0, 50, 20), ...week(1, 9, 0), life('late', [`${addDays(monday, 9)} 09:00 mql`])];
    const later = life('later', [`${addDays(monday, 9)} 10:00 mql`]);
    const cohort = (all: readonly Life[]) =>
      figure(rowsOf(all), 'mql-to-sql-cohort', addDays(monday, 7), { asOf: `${addDays(monday, 10)} 12:00` });
    expect(cohort(lives)).toMatchObject({ n: 10, immature: null });
    expect(cohort([...lives, later])).toMatchObject({ n: 11, immature: { days: 2 } });
  });
  test('is left out of the rate of the settled weeks', () => {
    const matured = figure(rows, 'mql-to-sql-settled', addDays(monday, 7), { asOf: `${addDays(monday, 8)} 12:00` });
    expect(matured).toMatchObject({
      value: 0.4,
      n: 50,
      numerator: 20,
      status: { is: 'not-below', because: 'too-few', text: 'Surely not below 13 %' },
    });
  });
});

test('the band is the workspace’s own', () => {
  const rows = rowsOf(week(0, 100, 20));
  const status = (low: number, high: number) =>
    figure(rows, 'mql-to-sql-cohort', monday, { settings: { benchmark: { low, high } } }).status;
  expect(status(0.05, 0.5)).toMatchObject({ is: 'inside', text: 'Inside 5 to 50 %' });
  expect(status(0.5, 0.6)).toMatchObject({ is: 'below', text: 'Below 50 to 60 %' });
});

test('the funnel starts at the reach; a week that lies in the period only partly counts by its days', () => {
  const channels = [{ id: 'web', label: 'Website' }];
  const reach = [
    { channelId: 'web', weekStart: monday, strangers: 700, visitors: 70 },
    { channelId: null, weekStart: '2026-02-26', strangers: 70, visitors: 7 },
  ];
  const rows = rowsOf([life('a', ['2026-03-03 09:00 lead', '2026-04-03 09:00 customer'], { channelId: 'web' })], {
    channels,
    reach,
  });
  const { funnel, funnelByChannel } = review(rows, monday);
  const counts = (steps: typeof funnel.period) => steps.map(({ count }) => count);
  expect(counts(funnel.period)).toEqual([731, 74, 1, 0, 0, 0, 0]);
  expect(funnel.period[0]).toMatchObject({ reach: 730, named: 1, share: null });
  expect(funnel.period[1]?.share).toBeCloseTo(74 / 731);
  expect(counts(funnel.cohort)).toEqual([731, 74, 1, 1, 1, 1, 1]);
  expect(funnelByChannel).toHaveLength(1);
  expect(counts(funnelByChannel[0]?.funnel.period ?? [])).toEqual([701, 71, 1, 0, 0, 0, 0]);
});

test('an empty workspace has figures too, each saying why there is no number', () => {
  const empty = review({ leads: [] }, monday);
  for (const { value, why, id } of empty.figures) {
    if (value === null) expect(why, id).toMatch(/\w/);
    else expect(value, id).toBe(0);
  }
  expect(empty.tables.every(({ rows }) => rows.length === 0)).toBe(true);
});

test('a review can be stored and read again without loss', () => {
  const figures = review(rowsOf(week(0, 5, 2)), monday);
  expect(reviewFiguresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
});

test('every figure has its own id, and says what it means, how it is computed and what n counts', () => {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  for (const { id, meaning, formula, nLabel } of figures) {
    expect(
      [meaning, formula].every(text => /^[A-Z(].*\.$/.test(text)),
      id,
    ).toBe(true);
    expect(nLabel.length, id).toBeGreaterThan(5);
  }
});

test('there is nobody behind a number that does not exist', () => {
  const rows = rowsOf(week(0, 1, 0));
  expect(historyLeads(rows, { date: monday, figureId: 'no-such-figure', set: 'counted' })).toBeNull();
  expect(historyLeads(rows, { date: monday, figureId: 'mql-volume', set: 'no-such-list' })).toBeNull();
});

test('the work is cut into slices', () => {
  const rows = rowsOf(week(0, 50, 20));
  const slices = (work: Generator<void, unknown>) => [...work].length;
  expect(slices(indexHistory(historyOf(rows), zoneOf('UTC'), at('2026-06-30 12:00')))).toBeGreaterThan(10);
  expect(slices(reviewFigures(indexOf(rows), defaultFigureSettings, 'week', monday))).toBeGreaterThan(figures.length);
});

test('an index serves a later moment until something is dated there', () => {
  const rows = rowsOf([life('a', ['2026-03-03 09:00 mql', '2026-03-20 09:00 sql'])]);
  const index = indexOf(rows, '2026-03-10 12:00');
  expect(atLater(index, at('2026-03-20 08:59'))?.asOf).toBe(at('2026-03-20 08:59'));
  expect(atLater(index, at('2026-03-20 09:00'))).toBeNull();
  expect(atLater(index, at('2026-03-10 11:59'))).toBeNull();
});

test('the bars of a distribution hold everybody, touch, and are twelve at most', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: 0, max: 5000 }).map(quarters => quarters / 4),
        { minLength: 1 },
      ),
      values => {
        const { bars, n } = distribution(Float64Array.from(values).sort()) ?? { bars: [], n: 0 };
        expect(n).toBe(values.length);
        expect(bars.length).toBeLessThanOrEqual(12);
        for (const { from, to, count } of bars) {
          expect(values.filter(value => value >= from && value < to)).toHaveLength(count);
        }
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(n);
      },
    ),
  );
  expect(distribution(Float64Array.of(12))?.bars.map(({ to }) => to)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(distribution(new Float64Array(0))).toBeNull();
});

test('rows dated thousands of years apart, as a slip of the pen gives, are sorted all the same', () => {
  const days = Int32Array.of(20_000, 6_000_000, -700_000, 20_000);
  const sorted = sortByDay(Int32Array.of(0, 1, 2, 3), days);
  expect([...sorted.rows]).toEqual([2, 0, 3, 1]);
  expect([...rowsIn(sorted, 0, 30_000)]).toEqual([0, 3]);
});
