// The figures of the way from MQL to customer, by example.
import { expect, test } from 'vitest';
import { figure, historyLeads, life, review, rowsOf } from '../../support/history.ts';

test('MQL volume counts each person once, at the first time', () => {
  const rows = rowsOf([
    life('a', ['2026-03-02 09:00 lead', '2026-03-03 09:00 mql', '2026-03-04 09:00 lead', '2026-03-10 09:00 mql']),
    life('b', ['2026-03-10 09:00 mql']),
  ]);
  expect(figure(rows, 'mql-volume', '2026-03-03')).toMatchObject({ value: 1, n: 1 });
  expect(figure(rows, 'mql-volume', '2026-03-10')).toMatchObject({ value: 1, n: 1, previous: { value: 1 }, change: 0 });
  expect(figure(rows, 'mql-volume', '2026-03-10', { kind: 'month' })).toMatchObject({ value: 2, n: 2 });
});

test('a week ends at local midnight of its last day', () => {
  const rows = rowsOf([life('in', ['2026-03-29 23:59 mql']), life('out', ['2026-03-30 00:00 mql'])]);
  expect(review(rows, '2026-03-29').mqls.map(({ leadId }) => leadId)).toEqual(['in']);
  const sunday = review(rows, '2026-03-29', { settings: { firstDay: 7 } });
  expect(sunday.mqls.map(({ leadId }) => leadId)).toEqual(['in', 'out']);
});

test('a skipped stage is passed at the moment of the skip', () => {
  const rows = rowsOf([life('a', ['2026-03-02 09:00 lead', '2026-03-03 09:00 opportunity'])]);
  expect(figure(rows, 'mql-volume', '2026-03-03').value).toBe(1);
  expect(figure(rows, 'mql-to-sql-cohort', '2026-03-03')).toMatchObject({ value: 1, n: 1, numerator: 1 });
  expect(review(rows, '2026-03-03').funnel.period.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1, 0]);
});

test('the cohort looks up to now, the period only at itself', () => {
  const rows = rowsOf([
    life('a', ['2026-03-03 09:00 mql', '2026-03-20 09:00 sql']),
    life('b', ['2026-03-03 09:00 mql']),
    life('c', ['2026-02-03 09:00 mql', '2026-03-04 09:00 sql']),
  ]);
  expect(figure(rows, 'mql-to-sql-cohort', '2026-03-03')).toMatchObject({ value: 0.5, numerator: 1, n: 2 });
  expect(figure(rows, 'mql-to-sql-period', '2026-03-03')).toMatchObject({
    value: 0.5,
    numerator: 1,
    n: 2,
    interval: null,
  });
  expect(historyLeads(rows, { date: '2026-03-03', figureId: 'mql-to-sql-cohort', set: 'numerator' })).toEqual(['a']);
  expect(historyLeads(rows, { date: '2026-03-03', figureId: 'mql-to-sql-period', set: 'numerator' })).toEqual(['c']);
});

test('a rate of nobody has no value, and says so', () => {
  const rows = rowsOf([life('a', ['2026-03-03 09:00 lead'])]);
  expect(figure(rows, 'mql-to-sql-cohort', '2026-03-03')).toMatchObject({
    value: null,
    n: 0,
    interval: null,
    why: 'No new MQLs in the period',
    status: { is: 'cannot-tell', because: 'nobody' },
  });
});

test('what happens after now is not counted', () => {
  const rows = rowsOf([life('a', ['2026-03-03 09:00 mql', '2026-03-20 09:00 sql'])]);
  const before = figure(rows, 'mql-to-sql-cohort', '2026-03-03', { asOf: '2026-03-20 08:59' });
  expect([before.numerator, figure(rows, 'mql-to-sql-cohort', '2026-03-03').numerator]).toEqual([0, 1]);
});

test('a customer of old, of whom nobody knows when, enters no period', () => {
  const old = life('a', ['2026-03-03 09:00 customer']);
  const rows = rowsOf([{ ...old, changes: old.changes.map(change => ({ ...change, opening: true })) }]);
  for (const id of ['mql-volume', 'new-customers']) expect(figure(rows, id, '2026-03-03').value).toBe(0);
  expect(figure(rows, 'time-to-conversion', '2026-03-03').n).toBe(0);
});

test('an old MQL who buys is a new customer, but not of the times, for nobody knows since when', () => {
  const old = life('a', ['2026-03-03 09:00 mql', '2026-03-04 09:00 customer']);
  const rows = rowsOf([{ ...old, changes: old.changes.map((change, i) => ({ ...change, opening: i === 0 })) }]);
  expect(figure(rows, 'new-customers', '2026-03-03').value).toBe(1);
  expect(figure(rows, 'time-to-conversion', '2026-03-03')).toMatchObject({
    value: null,
    n: 0,
    notes: ['1 more customer has no known MQL date.'],
  });
});

test('the win rate holds customers against the lost, and not who was lost and bought after all', () => {
  const rows = rowsOf([
    life('won', ['2026-03-02 09:00 sql', '2026-03-03 09:00 customer']),
    life('lost', ['2026-03-02 09:00 sql', '2026-03-03 09:00 lost price']),
    life('both', ['2026-03-02 09:00 sql', '2026-03-03 09:00 lost price', '2026-03-04 09:00 customer']),
  ]);
  expect(figure(rows, 'win-rate', '2026-03-03')).toMatchObject({ value: 2 / 3, numerator: 2, n: 3 });
  expect(historyLeads(rows, { date: '2026-03-03', figureId: 'win-rate', set: 'lost' })).toEqual(['lost']);
});

test('time to conversion has a median, quartiles, a mean, bars and an n', () => {
  const rows = rowsOf([
    life('a', ['2026-04-01 09:00 mql', '2026-05-04 09:00 customer']),
    life('b', ['2026-04-24 09:00 mql', '2026-05-04 09:00 customer']),
    life('c', ['2026-05-02 09:00 mql', '2026-05-04 09:00 customer']),
  ]);
  const { value, n, distribution } = figure(rows, 'time-to-conversion', '2026-05-04');
  expect({ value, n }).toEqual({ value: 10, n: 3 });
  expect(distribution).toMatchObject({ lowerQuartile: 6, median: 10, upperQuartile: 21.5, mean: 15, n: 3 });
  expect(distribution?.bars.filter(({ count }) => count > 0).map(({ from }) => from)).toEqual([0, 10, 30]);
});

test('time in a stage is that of the stays that ended, one for each time there', () => {
  const rows = rowsOf([
    life('a', ['2026-03-01 09:00 lead', '2026-03-03 09:00 mql', '2026-03-04 09:00 lead', '2026-03-08 09:00 mql']),
    life('b', ['2026-03-01 09:00 lead']),
  ]);
  expect(figure(rows, 'time-in-lead', '2026-03-03')).toMatchObject({ value: 3, n: 2 });
  expect(figure(rows, 'time-in-mql', '2026-03-03')).toMatchObject({ value: 1, n: 1 });
  expect(figure(rows, 'time-in-sql', '2026-03-03')).toMatchObject({
    value: null,
    n: 0,
    why: 'No one moved on from SQL in the period',
  });
});
