// What-if: a replay of the draft over the recorded history in slices, compared with a baseline.

import type { Criteria } from '../../shared/criteria.ts';
import { dayMs } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import type { Baseline, ReplayComparison, WhatIfLead } from '../../shared/what-if.ts';
import { leadNameParts } from '../db/tables/reviews.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { notMet } from '../domain/scoring/walk.ts';
import { compareReplay, toName } from '../domain/scoring/what-if/compare-replay.ts';
import type { Outcomes } from '../domain/scoring/what-if/outcomes.ts';
import { becameOf } from '../domain/scoring/what-if/outcomes.ts';
import type { Weeks } from '../domain/scoring/what-if/weeks.ts';
import { weeksBetween } from '../domain/scoring/what-if/weeks.ts';
import type { ReplayColumns } from '../engine/replay.ts';
import { replayColumns } from '../engine/replay.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { OutcomeSnapshot } from '../stores/outcome-store.ts';
import { outcomeSnapshot } from '../stores/outcome-store.ts';
import type { Scores } from '../stores/score-store.ts';
import type { QueryContext } from './context.ts';

/** Leads replayed between two moments of giving way: some 4 ms at ten activities each. */
const sliceSize = 20_000;
const weekMs = 7 * dayMs;
const weeksShown = 104;

/** First promotions under `criteria` of everybody up to `now`; of customers only until they bought. Null: void, ask again. */
export async function replayEverybody(
  { scores, now }: Pick<QueryContext, 'scores' | 'now'>,
  { outcomes, size, revision }: OutcomeSnapshot,
  criteria: Criteria,
): Promise<ReplayColumns | null> {
  await scores.ensureFields(fieldsOf(criteria));
  const yieldToEventLoop = createYield();
  const into = replayColumns(size);
  for (let from = 0; from < size; from += sliceSize) {
    if (scores.revision() !== revision) return null;
    const slice = { from, to: Math.min(from + sliceSize, size) };
    scores.engine.replay(criteria, { to: now, until: outcomes.customerAt, slice, into });
    await yieldToEventLoop();
  }
  return scores.revision() === revision ? into : null;
}

type InForce = { readonly columns: ReplayColumns; readonly known: OutcomeSnapshot; readonly id: string };
const inForceKept = new WeakMap<Scores, InForce>();

/** What the rules in force would have done from the start; kept, for it is the same at every step of a drag. */
async function replayInForce(context: QueryContext, known: OutcomeSnapshot): Promise<ReplayColumns | null> {
  const { id, criteria } = context.scores.criteria();
  const before = inForceKept.get(context.scores);
  if (before?.known === known && before.id === id) return before.columns;
  const columns = await replayEverybody(context, known, criteria);
  if (columns) inForceKept.set(context.scores, { columns, known, id });
  return columns;
}

/** The outcomes as if the rules in force had made all MQLs. */
const asIfPromoted = (outcomes: Outcomes, { why, at }: ReplayColumns): Outcomes => ({
  ...outcomes,
  mqlAt: at.map((instant, position) => (why[position] === notMet ? Number.POSITIVE_INFINITY : instant)),
});

const grids = new WeakMap<OutcomeSnapshot, { readonly key: string; readonly weeks: Weeks; readonly from: number }>();

function gridOf({ zone, now, settings }: QueryContext, known: OutcomeSnapshot) {
  const key = `${zone.id} ${settings.firstDayOfWeek} ${zone.dateAt(now)}`;
  const before = grids.get(known);
  if (before?.key === key) return before;
  const { beginsDay } = known.index;
  const begins = Number.isNaN(beginsDay) ? now : Math.min(now, zone.startOfDay(beginsDay));
  const from = Math.max(begins, now - (weeksShown - 1) * weekMs);
  const grid = { key, weeks: weeksBetween(zone, settings.firstDayOfWeek, from, now), from: begins };
  grids.set(known, grid);
  return grid;
}

type ReplayRequest = { readonly criteria: Criteria; readonly against: Baseline; readonly leads: number };

/** Replays `criteria` over the recorded history and says what is different. Facts are those of today. */
export async function whatIf(
  context: QueryContext,
  { criteria, against, leads }: ReplayRequest,
): Promise<ReplayComparison> {
  const { db, scores } = context;
  for (;;) {
    await scores.ensureFields(fieldsOf(criteria));
    const known = await outcomeSnapshot(context);
    const draft = await replayEverybody(context, known, criteria);
    const base = against === 'in-force' ? await replayInForce(context, known) : null;
    if (draft === null || (against === 'in-force' && base === null)) continue;
    const { outcomes, size } = known;
    const baseline = base ? asIfPromoted(outcomes, base) : outcomes;
    const { weeks, from } = gridOf(context, known);
    const result = compareReplay(draft, baseline, weeks, size);

    const named = (positions: readonly number[], at: (position: number) => number): WhatIfLead[] => {
      const first = toName(positions, at, outcomes, leads);
      const ids = first.map(position => scores.engine.leadIdAt(position) ?? '');
      const parts = new Map(leadNameParts(db, ids).map(lead => [lead.id, lead]));
      return first.flatMap((position, slot) => {
        const lead = parts.get(ids[slot] ?? '');
        const instant = at(position);
        if (!lead) return [];
        return {
          leadId: lead.id,
          name: leadName(lead),
          company: lead.company,
          at: Number.isFinite(instant) ? instant : null,
          became: becameOf(outcomes, position),
        };
      });
    };
    return {
      against,
      from,
      to: context.now,
      leads: scores.engine.leadCount,
      weeks: weeks.starts.map((start, week) => ({
        start,
        draft: result.draftWeeks[week] ?? 0,
        actual: result.actualWeeks[week] ?? 0,
      })),
      draft: result.draft,
      actual: result.actual,
      gained: { count: result.gained.length, leads: named(result.gained, at => draft.at[at] ?? 0) },
      lost: { count: result.lost.length, leads: named(result.lost, at => baseline.mqlAt[at] ?? 0) },
    };
  }
}
