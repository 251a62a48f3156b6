// The funnel from unnamed reach to customers, for a period and for a cohort.
import { dayNumber } from '../../../shared/dates.ts';
import type { Funnel, FunnelStep } from '../../../shared/figures.ts';
import { type FunnelStage, funnelStages, stageLabels } from '../../../shared/stages.ts';
import { countReached, entered, type Leads, reached, type Scope } from './scope.ts';
import { partInDays } from './spread.ts';

const daysOfWeek = 7;

/** Strangers and visitors of the reach in a span; a week that lies in it only partly counts by its days. */
export function reachIn({ index, only, fromDay, toDay }: Scope): {
  readonly strangers: number;
  readonly visitors: number;
} {
  const { channels, reach } = index.history;
  let strangers = 0;
  let visitors = 0;
  if (only !== null && only.by !== 'channel') return { strangers, visitors };
  const channelId = only === null ? null : (channels[only.position]?.id ?? null);
  for (const row of reach) {
    if (only !== null && row.channelId !== channelId) continue;
    const first = dayNumber(row.weekStart);
    const week = { fromDay: first, toDay: first + daysOfWeek };
    strangers += partInDays(row.strangers, week, { fromDay, toDay });
    visitors += partInDays(row.visitors, week, { fromDay, toDay });
  }
  return { strangers, visitors };
}

function steps(scope: Scope, named: (stage: FunnelStage) => number): FunnelStep[] {
  const reach = reachIn(scope);
  const counted = { stranger: reach.strangers, visitor: reach.visitors } as const;
  let last: number | null = null;
  return funnelStages.map(stage => {
    const nameless = stage === 'stranger' || stage === 'visitor' ? counted[stage] : 0;
    const count = nameless + named(stage);
    const share = last === null || last === 0 ? null : count / last;
    last = count;
    return { stage, label: stageLabels[stage].label, reach: nameless, named: count - nameless, count, share };
  });
}

/** `period`: who entered each stage in the span. `cohort`: those who became Lead in it, and how far they have come. */
export const funnelKinds = ['period', 'cohort'] as const;
export type FunnelKind = (typeof funnelKinds)[number];

/** Leads with a line of their own in one step of a funnel. All of the cohort have passed Stranger, Visitor and Lead. */
export const funnelLeads = (scope: Scope, kind: FunnelKind, stage: FunnelStage): Leads =>
  kind === 'period' ? entered(scope, stage) : reached(scope, entered(scope, 'lead'), stage);

/** Both funnels of a span. Yields between them. */
export function* funnelOf(scope: Scope): Generator<void, Funnel> {
  const period = steps(scope, stage => entered(scope, stage).length);
  yield;
  const cohort = steps(scope, stage => countReached(scope, entered(scope, 'lead'), stage));
  return { period, cohort };
}
