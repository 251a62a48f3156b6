// Statistics of a month are spread over its days: nothing is lost, and nothing lies outside the span.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachByWeek } from '../../../electron/domain/campaigns/reach-by-week.ts';
import { addDays } from '../../../shared/dates.ts';
import { aWorkspace } from '../../support/workspace.ts';

describe('reach of a span', () => {
  it('of a week or less is one row on its first day', () => {
    const week = { on: '2026-05-04', strangers: 70, visitors: null };
    expect(reachByWeek(week)).toEqual([{ weekStart: '2026-05-04', strangers: 70, visitors: 0 }]);
    expect(reachByWeek({ ...week, to: '2026-05-10' })).toHaveLength(1);
  });

  it('adds up to the whole, in weeks that lie in the span', () => {
    const span = fc.record({
      length: fc.integer({ min: 8, max: 400 }),
      visitors: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(span, ({ length, visitors }) => {
        const [on, to] = ['2026-01-15', addDays('2026-01-15', length - 1)];
        const weeks = reachByWeek({ on, to, strangers: null, visitors });
        expect(weeks.reduce((sum, week) => sum + week.visitors, 0)).toBe(visitors);
        for (const { weekStart } of weeks) {
          expect(weekStart >= on && addDays(weekStart, 6) <= to).toBe(true);
        }
      }),
    );
  });
});

it('a month of a website that is imported counts in each of its weeks, once, and not beyond it', async () => {
  const { call, clock } = aWorkspace();
  clock.now = Date.UTC(2026, 6, 20);
  const source = {
    kind: 'pasted',
    text: 'Month,Channel,Visitors\nMay 2026,Website,3100\nJune 2026,Website,3000',
  } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  expect(mapping.rows).toBe('reach');
  await call('imports.run', { jobId: 'x', source, mapping });
  const visitors = async (date: string) =>
    (await call('review.get', { kind: 'month', date })).figures.funnel.period.find(({ stage }) => stage === 'visitor')
      ?.reach;
  expect([await visitors('2026-04-10'), await visitors('2026-05-10'), await visitors('2026-06-10')]).toEqual([
    0, 3100, 3000,
  ]);
  const { counts } = await call('imports.run', { jobId: 'y', source, mapping });
  expect(counts.created).toBe(0);
  expect(await visitors('2026-05-10')).toBe(3100);
});
