// The figures of the way from MQL to customer, by example.
import { expect, test } from 'vitest';
import { type HistoryRows, historyOf } from '../../../electron/domain/figures/history.ts';
import { indexHistory, runToEnd } from '../../../electron/domain/figures/index-history.ts';
import { drillDown, reviewFigures } from '../../../electron/domain/figures/review.ts';
import { defaultFigureSettings } from '../../../electron/domain/figures/scope.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { type PeriodKind, type ReviewFigures, reviewFiguresSchema } from '../../../shared/figures.ts';
import type { Stage } from '../../../shared/stages.ts';

const zone = zoneOf('Europe/Berlin');
const at = (text: string) =>
  zone.instant(text.slice(0, 10), Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)));

/** Stage changes of one lead, written as 'date time stage'. */
const way = (leadId: string, ...moves: string[]) =>
  moves.map((move, i) => ({
    leadId,
    from: i === 0 ? null : ((moves[i - 1] ?? '').slice(17) as Stage),
    to: move.slice(17) as Stage,
    at: at(move),
    reason: null,
  }));

const rowsOf = (...ways: ReturnType<typeof way>[]): HistoryRows => ({
  leads: ways.map(([first]) => ({
    id: first?.leadId ?? '',
    channelId: null,
    campaignId: null,
    memberId: null,
    createdAt: first?.at ?? 0,
  })),
  changes: ways.flat(),
});

const indexOf = (rows: HistoryRows, asOf = '2026-06-30 12:00') =>
  runToEnd(indexHistory(historyOf(rows), zone, at(asOf)));
const review = (rows: HistoryRows, date: string, kind: PeriodKind = 'week', asOf?: string): ReviewFigures =>
  reviewFiguresSchema.parse(runToEnd(reviewFigures(indexOf(rows, asOf), defaultFigureSettings, kind, date)));
const figure = (figures: ReviewFigures, id: string) => {
  const found = figures.figures.find(one => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};

test('MQL volume counts each person once, at the first time', () => {
  const rows = rowsOf(
    way('a', '2026-03-02 09:00 lead', '2026-03-03 09:00 mql', '2026-03-04 09:00 lead', '2026-03-10 09:00 mql'),
    way('b', '2026-03-10 09:00 mql'),
  );
  expect(figure(review(rows, '2026-03-03'), 'mql-volume')).toMatchObject({ value: 1, n: 1 });
  expect(figure(review(rows, '2026-03-10'), 'mql-volume')).toMatchObject({ value: 1, n: 1, previous: { value: 1 } });
});

test('a week ends at local midnight of the Sunday', () => {
  const rows = rowsOf(way('in', '2026-03-29 23:59 mql'), way('out', '2026-03-30 00:00 mql'));
  expect(review(rows, '2026-03-29').mqls.map(({ leadId }) => leadId)).toEqual(['in']);
});

test('a skipped stage is passed at the moment of the skip', () => {
  const rows = rowsOf(way('a', '2026-03-02 09:00 lead', '2026-03-03 09:00 opportunity'));
  const figures = review(rows, '2026-03-03');
  expect(figure(figures, 'mql-volume').value).toBe(1);
  expect(figure(figures, 'mql-to-sql-cohort')).toMatchObject({ value: 1, n: 1, hits: 1 });
  expect(figures.funnel.period.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1, 0]);
});

test('the cohort looks up to now, the period only at itself', () => {
  const rows = rowsOf(
    way('a', '2026-03-03 09:00 mql', '2026-03-20 09:00 sql'),
    way('b', '2026-03-03 09:00 mql'),
    way('c', '2026-02-03 09:00 mql', '2026-03-04 09:00 sql'),
  );
  const figures = review(rows, '2026-03-03');
  expect(figure(figures, 'mql-to-sql-cohort')).toMatchObject({ value: 0.5, hits: 1, n: 2 });
  expect(figure(figures, 'mql-to-sql-period')).toMatchObject({ value: 0.5, hits: 1, n: 2, interval: null });
  const sets = { kind: 'week', date: '2026-03-03', figureId: 'mql-to-sql-period', set: 'hits' } as const;
  expect(drillDown(indexOf(rows), defaultFigureSettings, sets)).toEqual(['c']);
});

test('a rate of nobody has no value, and says so', () => {
  const figures = review(rowsOf(way('a', '2026-03-03 09:00 lead')), '2026-03-03');
  expect(figure(figures, 'mql-to-sql-cohort')).toMatchObject({
    value: null,
    n: 0,
    why: 'Nobody became MQL in the period',
    verdict: { is: 'cannot-tell', because: 'nobody' },
  });
});

test('what happens after now is not counted', () => {
  const rows = rowsOf(way('a', '2026-03-03 09:00 mql', '2026-03-20 09:00 sql'));
  expect(figure(review(rows, '2026-03-03', 'week', '2026-03-10 09:00'), 'mql-to-sql-cohort').hits).toBe(0);
});

test('a customer of old, of whom nobody knows when, enters no period', () => {
  const rows = rowsOf(way('a', '2026-03-03 09:00 customer'));
  const opening = { ...rows, changes: (rows.changes ?? []).map(change => ({ ...change, opening: true })) };
  expect(figure(review(opening, '2026-03-03'), 'mql-volume').value).toBe(0);
  expect(figure(review(opening, '2026-03-03'), 'time-to-conversion').n).toBe(0);
});

test('time to conversion has a median, quartiles, a mean and an n', () => {
  const rows = rowsOf(
    way('a', '2026-03-01 09:00 mql', '2026-05-04 09:00 customer'),
    way('b', '2026-04-24 09:00 mql', '2026-05-04 09:00 customer'),
    way('c', '2026-05-02 09:00 mql', '2026-05-04 09:00 customer'),
  );
  const { value, n, distribution } = figure(review(rows, '2026-05-04'), 'time-to-conversion');
  expect({ value, n }).toEqual({ value: 10, n: 3 });
  expect(distribution?.lowerQuartile).toBe(6);
  expect(distribution?.bars.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});
