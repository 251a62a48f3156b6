// Capacity of sales: MQLs a week beside answers a week, said only where chance is unlikely.
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../electron/domain/figures/build-history.ts';
import type { HistoryChange } from '../../../electron/domain/figures/history.ts';
import { indexHistory, runToEnd } from '../../../electron/domain/figures/index-history.ts';
import { defaultFigureSettings } from '../../../electron/domain/figures/scope.ts';
import { capacityOf } from '../../../electron/domain/meeting/capacity.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { dayMs } from '../../../shared/dates.ts';

/** Monday, 5 January 2026. */
const start = Date.UTC(2026, 0, 5);

/** MQLs and answers of each week, the earliest first. */
function capacity(weeks: readonly (readonly [mqls: number, answers: number])[], waiting = 0) {
  const leads: { id: string; channelId: null; campaignId: null; memberId: null; createdAt: number }[] = [];
  const changes: HistoryChange[] = [];
  const change = (leadId: string, from: 'lead' | 'mql', to: 'mql' | 'sql', at: number) =>
    changes.push({ leadId, from, to, at, reason: null });
  const open: string[] = [];
  weeks.forEach(([mqls, answers], week) => {
    const at = start + week * 7 * dayMs;
    for (let i = 0; i < mqls; i++) {
      const id = `${week} ${i}`;
      leads.push({ id, channelId: null, campaignId: null, memberId: null, createdAt: at });
      change(id, 'lead', 'mql', at + dayMs);
      open.push(id);
    }
    for (const id of open.splice(0, answers)) change(id, 'mql', 'sql', at + 2 * dayMs);
  });
  const now = start + weeks.length * 7 * dayMs;
  const zone = zoneOf('UTC');
  const index = runToEnd(indexHistory(historyOf({ leads, changes }), zone, now));
  return capacityOf(index, defaultFigureSettings, zone.dayAt(now), waiting);
}
const times = <T>(count: number, row: T): T[] => Array.from({ length: count }, () => row);

describe('capacity of sales', () => {
  it('counts MQLs and answers of at most the last twelve whole weeks', () => {
    expect(capacity(times(20, [3, 3]))).toEqual({ weeks: 12, mqls: 36, answers: 36, mostAnswers: 3, is: 'even' });
    expect(capacity(times(6, [3, 3])).weeks).toBe(6);
  });

  it('is too little where MQLs are clearly more than answers, and not where chance may do it', () => {
    expect(capacity(times(8, [6, 2])).is).toBe('too-many');
    expect(capacity(times(8, [2, 1]), 8).is).toBe('even');
  });

  it('has room where a usual week is clearly below the best one and few wait', () => {
    const weeks = [...times(3, [1, 0] as const), [9, 12] as const, ...times(8, [1, 1] as const)];
    expect(capacity(weeks).is).toBe('too-few');
    expect(capacity(weeks, 20).is).toBe('even');
  });

  it('says nothing about fewer than four weeks or ten people', () => {
    expect(capacity(times(3, [9, 1])).is).toBe('too-early');
    expect(capacity(times(8, [1, 0])).is).toBe('too-early');
    expect(capacity([])).toEqual({ weeks: 0, mqls: 0, answers: 0, mostAnswers: 0, is: 'too-early' });
  });
});
