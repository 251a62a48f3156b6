// The funnel from counted, nameless people to customers: for a period, and for the people who came in it.
import { dayNumber } from '../../../shared/dates.ts';
import type { Funnel, FunnelStep } from '../../../shared/figures.ts';
import { type FunnelStage, funnelStages, stageRank, stageWords } from '../../../shared/stages.ts';
import type { History } from './history.ts';
import type { Days } from './period.ts';
import type { Scope } from './scope.ts';

const daysOfWeek = 7;

/**
 * Part of a whole that is spread evenly over days, for those of its days that lie in a span. Parts of neighbouring spans add up
 * to the whole exactly, because each is a difference of rounded running sums.
 */
export function partInDays(whole: number, firstDay: number, dayCount: number, { fromDay, toDay }: Days): number {
  const until = (day: number) => Math.round((whole * Math.min(Math.max(day - firstDay, 0), dayCount)) / dayCount);
  return until(toDay) - until(fromDay);
}

/** Strangers and visitors of the reach in a span; a week that lies in it only partly counts by its days. */
export function reachIn(history: History, days: Days): { readonly strangers: number; readonly visitors: number } {
  let strangers = 0;
  let visitors = 0;
  for (const row of history.reach) {
    const first = dayNumber(row.weekStart);
    strangers += partInDays(row.strangers, first, daysOfWeek, days);
    visitors += partInDays(row.visitors, first, daysOfWeek, days);
  }
  return { strangers, visitors };
}

function steps(scope: Scope, named: (stage: FunnelStage) => number): FunnelStep[] {
  const reach = reachIn(scope.index.history, scope);
  const reached = { stranger: reach.strangers, visitor: reach.visitors } as const;
  let last: number | null = null;
  return funnelStages.map(stage => {
    const nameless = stage === 'stranger' || stage === 'visitor' ? reached[stage] : 0;
    const count = nameless + named(stage);
    const share = last === null || last === 0 ? null : count / last;
    last = count;
    return { stage, label: stageWords[stage].label, reach: nameless, named: count - nameless, count, share };
  });
}

/** Both funnels of a span. Everybody of the cohort has passed Stranger, Visitor and Lead. */
export function funnelOf(scope: Scope): Funnel {
  const cohort = scope.entered('lead');
  return {
    period: steps(scope, stage => scope.entered(stage).length),
    cohort: steps(scope, stage =>
      stageRank(stage) <= stageRank('lead') ? cohort.length : scope.reached(cohort, stage).length,
    ),
  };
}
