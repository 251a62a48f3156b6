// The figures of the handoff, of effort and of the bar, by example.
import { expect, test } from 'vitest';
import { at, figure, historyLeads, life, rowsOf } from '../../support/history.ts';

const day = '2026-03-03';

test('acceptance counts the answers of the period, each person by the last one', () => {
  const rows = rowsOf([
    life('yes', ['2026-02-20 09:00 mql', '2026-03-02 09:00 sql']),
    life('skip', ['2026-03-02 09:00 mql', '2026-03-03 09:00 opportunity']),
    life('no', ['2026-03-02 09:00 mql', '2026-03-03 09:00 nurture too-small']),
    life('for good', ['2026-03-02 09:00 mql', '2026-03-03 09:00 disqualified competitor']),
    life('at last', [
      '2026-03-02 09:00 mql',
      '2026-03-03 09:00 nurture',
      '2026-03-04 09:00 mql',
      '2026-03-05 09:00 sql',
    ]),
    life('back', ['2026-03-02 09:00 mql', '2026-03-03 09:00 lead']),
    life('never asked', ['2026-03-02 09:00 lead', '2026-03-03 09:00 sql']),
    life('later', ['2026-03-02 09:00 mql', '2026-03-09 09:00 sql']),
  ]);
  expect(figure(rows, 'acceptance', day)).toMatchObject({ value: 3 / 5, numerator: 3, n: 5 });
  const list = (set: string) => [...(historyLeads(rows, { date: day, figureId: 'acceptance', set }) ?? [])].sort();
  expect(list('numerator')).toEqual(['at last', 'skip', 'yes']);
  expect(list('rejected')).toEqual(['for good', 'no']);
});

test('rejections are listed by reason, the most frequent first, in the words of the board', () => {
  const rows = rowsOf([
    life('a', ['2026-03-02 09:00 mql', '2026-03-03 09:00 nurture too-small']),
    life('b', ['2026-03-02 09:00 mql', '2026-03-03 09:00 nurture no-need']),
    life('c', ['2026-03-02 09:00 mql', '2026-03-03 09:00 nurture no-need']),
    life('d', ['2026-03-02 09:00 mql', '2026-03-03 09:00 nurture']),
  ]);
  const { value, sets } = figure(rows, 'rejections', day);
  expect(value).toBe(4);
  expect(sets.slice(1).map(({ label, count }) => `${label} ${count}`)).toEqual([
    'No need 2',
    'No reason given 1',
    'Too small 1',
  ]);
});

test('the first touch is the first call after the person became MQL, or the answer itself', () => {
  const rows = rowsOf(
    [
      life('called', ['2026-03-02 09:00 mql', '2026-03-05 09:00 sql']),
      life('taken', ['2026-03-02 09:00 mql', '2026-03-02 15:00 sql']),
      life('waits', ['2026-03-02 09:00 mql']),
      life('taken back', ['2026-03-02 09:00 mql', '2026-03-03 09:00 lead']),
      life('skipped', ['2026-03-02 09:00 lead', '2026-03-02 09:30 sql']),
    ],
    {
      touches: [
        { leadId: 'called', at: at('2026-02-27 09:00') },
        { leadId: 'called', at: at('2026-03-04 09:00') },
        { leadId: 'called', at: at('2026-03-03 11:00') },
      ],
    },
  );
  const { value, n, notes } = figure(rows, 'time-to-first-touch', day);
  expect({ value, n, notes }).toEqual({ value: 16, n: 2, notes: ['1 of 3 are still waiting.'] });
});

test('the clock of somebody who still has time is not decided', () => {
  const rows = rowsOf([
    life('fast', ['2026-03-02 09:00 mql', '2026-03-02 10:00 sql']),
    life('slow', ['2026-03-02 09:00 mql', '2026-03-04 09:00 sql']),
    life('waits', ['2026-03-04 09:00 mql']),
  ]);
  const soon = { asOf: '2026-03-05 08:00' };
  expect(figure(rows, 'answered-in-time', day, soon)).toMatchObject({ value: 1 / 2, numerator: 1, n: 2 });
  expect(figure(rows, 'answered-at-most', day, soon)).toMatchObject({ value: 1, numerator: 2, n: 2 });
  expect(figure(rows, 'answered-in-time', day)).toMatchObject({ value: 1 / 3, numerator: 1, n: 3 });
  expect(historyLeads(rows, { date: day, figureId: 'answered-in-time', set: 'late' })).toEqual(['slow', 'waits']);
});

test('weekends and holidays do not count where they are free', () => {
  const rows = rowsOf([life('a', ['2026-03-06 18:00 mql', '2026-03-09 09:00 sql'])]);
  const clock = { goalHours: 24, maxHours: 72, freeWeekdays: [6, 7], holidays: [] };
  expect(figure(rows, 'time-to-first-touch', '2026-03-06', { settings: { clock } }).value).toBe(15);
  const monday = { ...clock, holidays: ['2026-03-09'] };
  expect(figure(rows, 'time-to-first-touch', '2026-03-06', { settings: { clock: monday } }).value).toBe(6);
  expect(figure(rows, 'time-to-first-touch', '2026-03-06').value).toBe(63);
});

test('wasted are the touches before a rejection that still stands', () => {
  const touch = (leadId: string, date: string) => ({ leadId, at: at(`${date} 12:00`) });
  const rows = rowsOf(
    [
      life('rejected', ['2026-03-02 09:00 mql', '2026-03-05 09:00 nurture no-need']),
      life('won over', [
        '2026-03-02 09:00 mql',
        '2026-03-05 09:00 nurture',
        '2026-03-20 09:00 mql',
        '2026-03-21 09:00 sql',
      ]),
      life('early', ['2026-03-02 09:00 lead']),
    ],
    {
      touches: [
        touch('rejected', '2026-03-01'),
        touch('rejected', '2026-03-03'),
        touch('rejected', '2026-03-04'),
        touch('rejected', '2026-03-06'),
        touch('won over', '2026-03-03'),
        touch('early', '2026-03-03'),
      ],
    },
  );
  expect(figure(rows, 'wasted-effort', day)).toMatchObject({ value: 2 / 4, numerator: 2, n: 4 });
  expect(historyLeads(rows, { date: day, figureId: 'wasted-effort', set: 'numerator' })).toEqual(['rejected']);
});

test('the bar is too low where MQLs are rejected, too high where the score never found the customer', () => {
  const found = life('found', ['2026-03-02 09:00 mql', '2026-03-03 09:00 sql', '2026-03-04 09:00 customer']);
  const rows = rowsOf([
    { ...found, changes: found.changes.map((change, i) => ({ ...change, cause: i === 0 ? 'score' : 'hand' })) },
    life('missed', ['2026-03-02 09:00 mql', '2026-03-04 09:00 customer']),
    life('poor', ['2026-03-02 09:00 mql', '2026-03-20 09:00 nurture no-need']),
  ]);
  expect(figure(rows, 'mqls-rejected', day)).toMatchObject({ value: 1 / 3, numerator: 1, n: 3 });
  expect(figure(rows, 'customers-never-found', day)).toMatchObject({ value: 1 / 2, numerator: 1, n: 2 });
  expect(historyLeads(rows, { date: day, figureId: 'customers-never-found', set: 'numerator' })).toEqual(['missed']);
});
