// What-if: a replay of the draft over the recorded history in slices, compared with a baseline.
import type { Criteria } from '../../shared/criteria.ts';
import { leadName } from '../../shared/lead.ts';
import type { ReplayComparison, WhatIfPerson, Yardstick } from '../../shared/what-if.ts';
import { leadNameParts } from '../db/reviews.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { notMet } from '../domain/scoring/walk.ts';
import { compareReplay, toName } from '../domain/scoring/what-if/compare-replay.ts';
import type { Outcomes } from '../domain/scoring/what-if/outcomes.ts';
import { becameOf } from '../domain/scoring/what-if/outcomes.ts';
import type { Weeks } from '../domain/scoring/what-if/weeks.ts';
import { weeksBetween } from '../domain/scoring/what-if/weeks.ts';
import type { ReplayColumns } from '../engine/replay.ts';
import { replayColumns } from '../engine/replay.ts';
import { createPause } from '../jobs/pause.ts';
import type { QueryContext } from './context.ts';
import type { Known } from './outcomes.ts';
import { knownOutcomes } from './outcomes.ts';
import type { Scores } from './scores.ts';

/** Leads replayed between two moments of giving way: some 4 ms at ten activities each. */
const sliceSize = 20_000;
const weekMs = 7 * 86_400_000;
const weeksShown = 104;

/** First promotions under `criteria` of everybody up to `now`; of customers only until they bought. Null: void, ask again. */
export async function replayEverybody(
  { scores, now }: Pick<QueryContext, 'scores' | 'now'>,
  { outcomes, size, revision }: Known,
  criteria: Criteria,
): Promise<ReplayColumns | null> {
  await scores.hold(fieldsOf(criteria));
  const pause = createPause();
  const into = replayColumns(size);
  for (let from = 0; from < size; from += sliceSize) {
    if (scores.revision() !== revision) return null;
    const slice = { from, to: Math.min(from + sliceSize, size) };
    scores.engine.replay(criteria, { to: now, until: outcomes.customerAt, slice, into });
    await pause();
  }
  return scores.revision() === revision ? into : null;
}

type InForce = { readonly columns: ReplayColumns; readonly known: Known; readonly id: string };
const inForceKept = new WeakMap<Scores, InForce>();

/** What the rules in force would have done from the start; kept, for it is the same at every step of a drag. */
async function replayInForce(context: QueryContext, known: Known): Promise<ReplayColumns | null> {
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
  mqlAt: at.map((moment, position) => (why[position] === notMet ? Number.POSITIVE_INFINITY : moment)),
});

const grids = new WeakMap<Known, { readonly key: string; readonly weeks: Weeks; readonly from: number }>();

function gridOf({ zone, now, settings }: QueryContext, known: Known) {
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

type Asked = { readonly criteria: Criteria; readonly against: Yardstick; readonly people: number };

/** Replays `criteria` over the recorded history and says what is different. Facts are those of today. */
export async function whatIf(context: QueryContext, { criteria, against, people }: Asked): Promise<ReplayComparison> {
  const { db, scores } = context;
  for (;;) {
    await scores.hold(fieldsOf(criteria));
    const known = await knownOutcomes(context);
    const draft = await replayEverybody(context, known, criteria);
    const base = against === 'in-force' ? await replayInForce(context, known) : null;
    if (draft === null || (against === 'in-force' && base === null)) continue;
    const { outcomes, size } = known;
    const yardstick = base ? asIfPromoted(outcomes, base) : outcomes;
    const { weeks, from } = gridOf(context, known);
    const result = compareReplay(draft, yardstick, weeks, size);

    const named = (positions: readonly number[], at: (position: number) => number): WhatIfPerson[] => {
      const first = toName(positions, at, outcomes, people);
      const ids = first.map(position => scores.engine.leadIdAt(position) ?? '');
      const parts = new Map(leadNameParts(db, ids).map(lead => [lead.id, lead]));
      return first.flatMap((position, place) => {
        const lead = parts.get(ids[place] ?? '');
        const moment = at(position);
        if (!lead) return [];
        return {
          leadId: lead.id,
          name: leadName(lead),
          company: lead.company,
          at: Number.isFinite(moment) ? moment : null,
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
        really: result.reallyWeeks[week] ?? 0,
      })),
      draft: result.draft,
      really: result.really,
      gained: { count: result.gained.length, people: named(result.gained, at => draft.at[at] ?? 0) },
      lost: { count: result.lost.length, people: named(result.lost, at => yardstick.mqlAt[at] ?? 0) },
    };
  }
}
