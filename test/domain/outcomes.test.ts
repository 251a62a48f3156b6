// When a person bought and a deal was won: purchases taken back, days that are missing, and what the review makes of them.
import { describe, expect, it } from 'vitest';
import { beforeRecords, never, type OutcomeChange, outcomesOf } from '../../electron/domain/outcomes.ts';
import type { Stage } from '../../shared/stages.ts';
import { at, figure, life, rowsOf } from '../support/history.ts';

const day = 86_400_000;
const step = (to: Stage, on: number, known = true): OutcomeChange => ({ to, at: on * day, known });
const deal = (status: 'open' | 'won' | 'lost', on: number | null = null) => ({
  status,
  closedAt: on === null ? null : on * day,
});

describe('a purchase taken back', () => {
  // Customer on 2 June for 1,000, reopened on 3 June, customer again on 15 July for 1,200.
  const rows = rowsOf(
    [
      life('ann', [
        '2026-05-04 09:00 mql',
        '2026-05-05 09:00 opportunity',
        '2026-06-02 09:00 customer',
        '2026-06-03 09:00 opportunity',
        '2026-07-15 09:00 customer',
      ]),
    ],
    { deals: [{ id: 'd', leadId: 'ann', amount: 120_000, status: 'won', closedAt: at('2026-07-15 09:00') }] },
  );
  const asking = { kind: 'month', asOf: '2026-07-31 12:00' } as const;
  const of = (id: string, date: string) => figure(rows, id, date, asking);

  it('is no entry: June has no new customer and no win, July has one of each', () => {
    expect([of('new-customers', '2026-06-15').value, of('new-customers', '2026-07-15').value]).toEqual([0, 1]);
    expect([of('win-rate', '2026-06-15').n, of('win-rate', '2026-07-15').value]).toEqual([0, 1]);
    expect([of('revenue', '2026-06-15').value, of('revenue', '2026-07-15').value]).toEqual([0, 120_000]);
  });

  it.each([
    ['reopened, and not won again', [step('customer', 1), step('opportunity', 2)], [deal('open')], never],
    ['reopened twice', [step('customer', 1), step('sql', 2), step('customer', 3), step('lead', 4)], [], never],
    [
      'lost after it was reopened',
      [step('customer', 1), step('opportunity', 2), step('lost', 3)],
      [deal('lost', 3)],
      never,
    ],
    [
      'a second deal beside the won one',
      [step('customer', 1), step('opportunity', 2)],
      [deal('won', 1), deal('open')],
      day,
    ],
    [
      'an old customer without a day who buys again',
      [step('customer', 1, false), step('opportunity', 2)],
      [deal('won')],
      beforeRecords,
    ],
    ['out of the funnel', [step('customer', 1), step('disqualified', 2)], [], day],
  ])('%s', (_what, changes, deals, customerAt) => {
    expect(outcomesOf(changes, deals).customerAt).toBe(customerAt);
  });
});

describe('a day that is missing', () => {
  it('of a person is that of their first won deal', () => {
    expect(outcomesOf([step('customer', 9, false)], [deal('won', 5), deal('won', 3)]).customerAt).toBe(3 * day);
  });
  it('of an only won deal is that of the person', () => {
    expect(outcomesOf([step('customer', 9)], [deal('won'), deal('open')]).closedAt).toEqual([9 * day, never]);
    expect(outcomesOf([step('customer', 9)], [deal('won'), deal('won')]).closedAt).toEqual([
      beforeRecords,
      beforeRecords,
    ]);
  });
  it('of a loss is that of the last lost deal, and the other way round', () => {
    expect(outcomesOf([step('lost', 9, false)], [deal('lost', 4), deal('lost', 6)]).lostAt).toEqual([6 * day]);
    expect(outcomesOf([step('lost', 9)], [deal('lost')]).closedAt).toEqual([9 * day]);
  });
  it('stays unknown where nothing says it: such a loss counts in no period', () => {
    expect(outcomesOf([step('lost', 9, false)], [deal('lost')])).toMatchObject({
      lostAt: [beforeRecords],
      closedAt: [beforeRecords],
    });
    const before = life('bo', ['2026-06-10 09:00 lost']);
    const rows = rowsOf([{ ...before, changes: before.changes.map(change => ({ ...change, opening: true })) }]);
    expect(figure(rows, 'win-rate', '2026-06-10').n).toBe(0);
    expect(figure(rowsOf([before]), 'win-rate', '2026-06-10').n).toBe(1);
  });
  it('is not taken from what is still to come', () => {
    expect(outcomesOf([step('customer', 2, false)], [deal('won', 5)], 3 * day).customerAt).toBe(beforeRecords);
  });
});
