// Reads the meeting of a week, with open items of earlier meetings.
import type { Output } from '../../shared/contract.ts';
import type { ComingBack, Minutes, SlaResult } from '../../shared/meeting.ts';
import { decisionsComingBack, decisionsOf, earlierItems, itemsOf, slaInForce, slaOf } from '../db/tables/decisions.ts';
import { findReview, frozenOf, lastClosedBefore, leadNameParts } from '../db/tables/reviews.ts';
import { listMembers } from '../db/tables/workspace.ts';
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { withPlacements } from '../domain/figures/list.ts';
import type { Period } from '../domain/figures/period.ts';
import { effectOf, heldAgainst } from '../domain/meeting/effect.ts';
import { slaResults } from '../domain/meeting/sla.ts';
import { figureSettings } from '../stores/history-store.ts';
import type { QueryContext } from './context.ts';
import { leadsNamed } from './overview.ts';
import { planProgress } from './plan.ts';
import { namesOf } from './rejection-reasons.ts';

type Meeting = Output<'meeting.get'>;

const withoutWeek = <T extends { readonly fromWeek: string }>(sla: T | undefined): Omit<T, 'fromWeek'> | null => {
  if (sla === undefined) return null;
  const { fromWeek: _, ...terms } = sla;
  return terms;
};

export async function readMeeting(context: QueryContext, week: Period): Promise<Meeting> {
  const { db } = context;
  const review = findReview(db, week.from);
  const last = lastClosedBefore(db, week.from);
  const frozen = review && review.closedAt !== null ? frozenOf(db, review.id) : { figures: null, minutes: null };
  const { minutes, figures } = frozen;
  const names = minutes === null ? new Map<string, string>() : namesOf(db, leadsIn(minutes));
  return {
    weekStart: week.from,
    closedAt: review?.closedAt ?? null,
    attendees: [...(review?.attendees ?? [])],
    notes: review?.notes ?? null,
    decisions: review ? decisionsOf(db, review.id) : [],
    items: review ? itemsOf(db, review.id) : [],
    sla: review ? withoutWeek(slaOf(db, review.id)) : null,
    inForce: withoutWeek(slaInForce(db, week.from)),
    ...(minutes === null ? await goingOn(context, week) : asKept(minutes, names)),
    lastTime: last
      ? { weekStart: last.weekStart, closedAt: last.closedAt ?? 0, decisions: decisionsOf(db, last.id) }
      : null,
    minutes,
    figures: figures && withPlacements(figures),
    names: Object.fromEntries(names),
  };
}

/** What a meeting is computed from, at any moment. */
export type MeetingContext = Pick<QueryContext, 'db' | 'history' | 'settings' | 'zone' | 'now'>;
type Computed = Pick<Meeting, 'kept' | 'cameBack' | 'earlierItems'>;

/** By the records as they are now. */
export async function goingOn(context: MeetingContext, week: Period): Promise<Computed> {
  const { db, history, settings, zone, now } = context;
  const index = await history.index(zone, now);
  const given = figureSettings(settings);
  const last = lastClosedBefore(db, week.from);
  const sla = slaInForce(db, week.from);
  const kept = sla === undefined ? [] : slaResults(index, given, week, sla);
  const leadsById = new Map(
    leadNameParts(
      db,
      kept.flatMap(({ leads }) => leads.map(({ leadId }) => leadId)),
    ).map(lead => [lead.id, lead]),
  );
  const names = namesOf(db, [...leadsById.keys()]);
  const members = new Map(listMembers(db).map(({ id, name }) => [id, name]));
  return {
    kept: kept.map(({ leads, ...part }) => ({
      ...part,
      leads: leads.map(({ leadId, hours }) => ({
        leadId,
        hours,
        name: names.get(leadId) ?? deleted,
        member: members.get(leadsById.get(leadId)?.memberId ?? '') ?? null,
      })),
    })),
    cameBack: await comingBack(context, index, week),
    earlierItems: earlierItems(db, week.from, last?.closedAt ?? 0),
  };
}

async function comingBack(context: MeetingContext, index: HistoryIndex, week: Period): Promise<ComingBack[]> {
  const back: ComingBack[] = [];
  for (const decision of decisionsComingBack(context.db, week.from)) {
    const effect = effectOf(index, figureSettings(context.settings), decision.weekStart, week.from);
    const held = heldAgainst(decision.expected, effect.since);
    const carried = decision.expected?.plan;
    const progress = carried ? { progress: await planProgress(context, carried) } : {};
    back.push({ ...decision, ...effect, held, ...progress });
  }
  return back;
}

/** As closing kept it, with the names that the leads have now. */
const asKept = (minutes: Minutes, names: ReadonlyMap<string, string>): Computed => ({
  kept: minutes.kept.map(
    ({ leads, ...part }): SlaResult => ({
      ...part,
      leads: leads.map(lead => ({ ...lead, name: names.get(lead.leadId) ?? deleted })),
    }),
  ),
  cameBack: minutes.cameBack,
  earlierItems: minutes.earlierItems.map(({ member: _, ...item }) => item),
});

const deleted = 'Deleted lead';

const leadsIn = (minutes: Minutes): string[] => [
  ...new Set([
    ...minutes.mqls.map(({ leadId }) => leadId),
    ...minutes.kept.flatMap(({ leads }) => leads.map(({ leadId }) => leadId)),
    ...minutes.rejections.flatMap(({ leadIds }) => leadIds),
    ...(minutes.overview ? leadsNamed(minutes.overview) : []),
  ]),
];
