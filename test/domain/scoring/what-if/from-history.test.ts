// From stage changes to what became of everybody, beside the columns of a replay.
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../electron/domain/figures/build-history.ts';
import type { HistoryChange } from '../../../../electron/domain/figures/history.ts';
import { indexHistory, runToEnd } from '../../../../electron/domain/figures/index-history.ts';
import { outcomesOf } from '../../../../electron/domain/scoring/what-if/from-history.ts';
import { becameOf } from '../../../../electron/domain/scoring/what-if/outcomes.ts';
import { zoneOf } from '../../../../electron/domain/zone.ts';
import type { Stage } from '../../../../shared/stages.ts';

const day = 86_400_000;

/** One lead with these stages on days 1, 2, 3 ..., as of day 100. */
function outcomeOf(path: readonly Stage[], { opening = false, asOf = 100 } = {}) {
  const changes = path.map(
    (to, step): HistoryChange => ({
      leadId: 'a',
      from: path[step - 1] ?? null,
      to,
      at: (step + 1) * day,
      reason: null,
      opening: opening && step === path.length - 1,
    }),
  );
  const lead = { id: 'a', channelId: null, campaignId: null, memberId: null, createdAt: day };
  const index = runToEnd(indexHistory(historyOf({ leads: [lead], changes }), zoneOf('UTC'), asOf * day));
  const outcomes = runToEnd(outcomesOf(index, () => 2, 3));
  return { outcomes, became: becameOf(outcomes, 2) };
}

describe('what became of a lead', () => {
  it.each([
    ['nothing-yet', ['lead']],
    ['waiting', ['lead', 'mql']],
    ['accepted', ['lead', 'mql', 'sql']],
    ['rejected', ['lead', 'mql', 'nurture']],
    ['accepted', ['lead', 'mql', 'nurture', 'lead', 'mql', 'sql']],
    ['disqualified', ['lead', 'mql', 'disqualified']],
    ['lost', ['lead', 'mql', 'sql', 'lost']],
    ['accepted', ['lead', 'mql', 'sql', 'lost', 'sql']],
    ['customer', ['lead', 'mql', 'sql', 'opportunity', 'customer']],
  ] as const)('is %s after %j', (became, path) => {
    expect(outcomeOf(path).became).toBe(became);
  });

  it('is as of the moment asked about', () => {
    expect(outcomeOf(['lead', 'mql', 'sql', 'customer'], { asOf: 3 }).became).toBe('accepted');
  });

  it('counts a skipped stage as passed', () => {
    const { outcomes } = outcomeOf(['lead', 'customer']);
    expect([outcomes.mqlAt[2], outcomes.customerAt[2]]).toEqual([2 * day, 2 * day]);
  });

  it('leaves out who was a customer before the records began, and nobody else from that time', () => {
    expect(outcomeOf(['customer'], { opening: true }).outcomes.held[2]).toBe(0);
    const old = outcomeOf(['sql'], { opening: true });
    expect(old.outcomes.held[2]).toBe(1);
    expect(old.outcomes.mqlAt[2]).toBe(Number.NEGATIVE_INFINITY);
  });
});
