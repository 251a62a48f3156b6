// Lists of Today: waiting, due and inactive leads; longest or oldest first.
import type { ActivityType } from '../../shared/activity.ts';
import type { LeadRow } from '../../shared/contract/parts.ts';
import { addDays, dayMs } from '../../shared/dates.ts';
import { leadName } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Reader } from '../db/file/handle.ts';
import { movedByLastStep } from '../db/journal/next-step.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { batchesOfLeads, columnsOfBatch } from '../db/tables/imports.ts';
import { listedLeads } from '../db/tables/lead-list.ts';
import { countOfStage } from '../db/tables/lead-scores.ts';
import { dueTouches } from '../db/tables/nurture.ts';
import { countPromotionsSince, promotionsSince } from '../db/tables/stage-changes.ts';
import type { StepOfLead, TodayPage, UnansweredActivity } from '../db/tables/today.ts';
import {
  answersSince,
  cacheEnd,
  coolingIds,
  dueSteps,
  lastNotes,
  nurturedIds,
  quietIds,
  unansweredIn,
  undatedSteps,
  waitingIds,
} from '../db/tables/today.ts';
import { daysFrom, waitOf } from '../domain/follow-up.ts';
import { type Headers, lastLine, noHeaders, shortNote } from '../domain/last-note.ts';
import { guessStepType } from '../domain/step-type.ts';
import {
  awaitingTypes,
  conversationTypes,
  inquiryTypesOf,
  missedTypes,
  takenCallTypes,
  unansweredDays,
  urgencyOf,
} from '../domain/unanswered.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { followedRows, followUpRules, rowsOf } from '../services/cards.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';

/** Rows per list; the counts tell how many there are. */
const shown = 50;
/** News read for one member, of which those of others are left out. */
const news = 500;
/** Days for which a promotion is news. */
const newsDays = 7;
const withSales: readonly Stage[] = ['mql', 'sql', 'opportunity'];

const newsSince = ({ zone, today: date }: QueryContext): number => zone.noon(addDays(date, -newsDays));

/** Leads looked through at once for what was not answered: some 10 ms where many of them did something lately. */
const leadsAtOnce = 20_000;

/** What was not answered: missed calls, then who asked, then who was spoken with; latest first; looked for in slices. */
async function unanswered({ db, now }: QueryContext, types: readonly ActivityType[], page: TodayPage) {
  const yieldToEventLoop = createYield();
  const missed = missedTypes(types);
  const awaiting = {
    all: awaitingTypes(types),
    missed,
    taken: takenCallTypes,
    inquiries: inquiryTypesOf(types),
    spoken: conversationTypes,
  };
  const request = { ...page, types: awaiting, since: now - unansweredDays * dayMs };
  const end = cacheEnd(db);
  const rows: UnansweredActivity[] = [];
  let count = 0;
  for (let from = 0; from < end; from += leadsAtOnce) {
    const found = unansweredIn(db, { from, to: from + leadsAtOnce }, request);
    count += found.count;
    rows.push(...found.rows);
    await yieldToEventLoop();
  }
  const urgency = ({ typeId }: UnansweredActivity) => urgencyOf(typeId, missed);
  rows.sort((a, b) => urgency(a) - urgency(b) || b.at - a.at || (a.id < b.id ? 1 : -1));
  return { count, rows: rows.slice(0, page.limit) };
}

/** Each entry with the row of its lead; those of other owners are left out. */
function withRows<T extends { readonly leadId: string }>(
  context: QueryContext,
  entries: readonly T[],
  memberId: string | null,
): (Omit<T, 'leadId'> & { readonly row: LeadRow })[] {
  const ids = [...new Set(entries.map(({ leadId }) => leadId))];
  const rows = new Map(rowsOf(context, ids).map(row => [row.id, row]));
  return entries.flatMap(({ leadId, ...entry }) => {
    const row = rows.get(leadId);
    return row && (memberId === null || row.memberId === memberId) ? [{ row, ...entry }] : [];
  });
}

const stepsOf = (
  context: QueryContext,
  steps: readonly StepOfLead[],
  types: readonly ActivityType[],
  memberId: string | null,
) =>
  withRows(context, steps, memberId).map(({ row, ...step }) => ({
    row,
    step,
    typeId: guessStepType(step.what, types),
  }));

/** Headers of the files that each of these leads came with or was changed by, by lead id; a lead of no file is left out. */
function headersOfLeads(db: Reader, leadIds: readonly string[]): ReadonlyMap<string, Headers> {
  const ofBatch = new Map<string, Headers>();
  const found = new Map<string, Map<string, boolean>>();
  for (const [leadId, batchId] of batchesOfLeads(db, leadIds)) {
    const headers = ofBatch.get(batchId) ?? new Map(columnsOfBatch(db, batchId).map(([one, is]) => [one, is === 1]));
    ofBatch.set(batchId, headers);
    found.set(leadId, new Map([...(found.get(leadId) ?? []), ...headers]));
  }
  return found;
}

/** The last thing noted about each lead that has one, by lead id. */
function notesOf(db: Reader, leadIds: readonly string[]) {
  const noted = lastNotes(db, leadIds);
  const headers = headersOfLeads(
    db,
    noted.flatMap(({ leadId, notes }) => (notes === null ? [] : [leadId])),
  );
  return Object.fromEntries(
    noted.flatMap(({ leadId, at, note, notes }) => {
      const text = shortNote(note ?? lastLine(notes, headers.get(leadId) ?? noHeaders));
      return text === '' ? [] : [[leadId, { text, at }]];
    }),
  );
}

export const today: HandlersOfPrefix<'today'> = {
  'today.glance': async context => {
    const { db, scores } = context;
    await scores.ready();
    const promotions = promotionsSince(db, newsSince(context), shown);
    const ids = promotions.map(({ leadId }) => leadId);
    const leadsById = new Map(listedLeads(db, ids).map(lead => [lead.id, lead]));
    const last = movedByLastStep(db, ids);
    return {
      waiting: countOfStage(db, 'mql'),
      nurture: nurturedIds(db, context.today, { limit: 0, memberId: null }).count,
      promoted: promotions.flatMap(({ leadId, at }) => {
        const lead = leadsById.get(leadId);
        if (!lead) return [];
        const step = last?.leadIds.includes(leadId) ? last.id : null;
        return [{ id: leadId, name: leadName(lead), stage: lead.stage, total: lead.total, at, step }];
      }),
    };
  },

  'today.get': async (context, { memberId }) => {
    const { db, scores, now, settings, zone } = context;
    await scores.ready();
    const page = { limit: shown, memberId };
    const rules = followUpRules(context);
    const read = memberId === null ? shown : news;
    const types = listActivityTypes(db);
    const labels = new Map(types.map(({ id, label }) => [id, label]));
    const inquiries = inquiryTypesOf(types);
    const yieldToEventLoop = createYield();
    const open = await unanswered(context, types, page);
    const waiting = waitingIds(db, page);
    const due = dueSteps(db, context.today, page);
    const undated = undatedSteps(db, page);
    const nurture = nurturedIds(db, context.today, page);
    const touches = dueTouches(db, context.today, page);
    const lastQuietDay = zone.startOfDay(zone.dayAt(now) - settings.quietAfterDays + 1);
    const quiet = quietIds(db, lastQuietDay, page);
    const cooling = coolingIds(db, withSales, page);
    const answered = withRows(context, answersSince(db, newsSince(context), read), memberId);
    // Of one member's the lists are read further, for others are left out.
    const promoted = withRows(context, promotionsSince(db, newsSince(context), read), memberId);
    await yieldToEventLoop();
    const lists = {
      answer: withRows(context, open.rows, memberId).map(({ id: _, typeId, ...entry }) => ({
        ...entry,
        what: labels.get(typeId) ?? typeId,
        spoken: conversationTypes.includes(typeId),
        untilPlanned: inquiries.includes(typeId),
      })),
      waiting: followedRows(context, waiting.ids).flatMap(({ row, lead }) => {
        const wait = waitOf(lead, rules);
        return wait ? [{ row, ...wait }] : [];
      }),
      due: stepsOf(context, due.steps, types, memberId),
      undated: stepsOf(context, undated.steps, types, memberId),
      nurture: rowsOf(context, nurture.ids),
      touches: withRows(context, touches.touches, memberId),
      quiet: followedRows(context, quiet.ids).map(({ row, lead }) => ({
        row,
        days: daysFrom(Math.max(lead.lastActivityAt ?? 0, lead.stageSince), rules),
      })),
      promoted: promoted.slice(0, shown),
      answered: answered.slice(0, shown).map(({ to, ...answer }) => ({
        ...answer,
        accepted: to !== 'nurture' && to !== 'disqualified',
      })),
      cooling: rowsOf(context, cooling.ids),
    };
    const ids = Object.values(lists).flatMap(entries =>
      entries.map(entry => ('row' in entry ? entry.row.id : entry.id)),
    );
    return {
      ...lists,
      notes: notesOf(db, [...new Set(ids)]),
      counts: {
        answer: open.count,
        waiting: waiting.count,
        due: due.count,
        undated: undated.count,
        nurture: nurture.count,
        touches: touches.count,
        quiet: quiet.count,
        promoted: memberId === null ? countPromotionsSince(db, newsSince(context)) : promoted.length,
        answered: answered.length,
        cooling: cooling.count,
      },
    };
  },
};
