// Answers of sales in a span: accepted, rejected with reason, and response times.
import { stageRank, stages } from '../../../shared/stages.ts';
import { type Clock, hoursOnClock } from '../follow-up-clock.ts';
import { rowsIn } from './columns.ts';
import type { HistoryIndex } from './index-history.ts';
import type { Leads, Scope } from './scope.ts';
import { pick } from './scope.ts';

const mqlCode = stages.indexOf('mql');
const ranks = Int32Array.from(stages, stageRank);
const sqlRank = stageRank('sql');

/** The last answer in the span to each lead that was answered in it: rows of the index's `answers`, by lead. */
const lastAnswers = (scope: Scope): ArrayLike<number> =>
  scope.rows(
    'answers',
    () => {
      const last = new Map<number, number>();
      const { answers, answersByDay } = scope.index;
      const rows = rowsIn(answersByDay, scope.fromDay, scope.toDay);
      // Within a day rows of one lead come in time, so the one that is set last is the latest.
      for (const row of rows) last.set(answers.lead[row] ?? 0, row);
      return [...last.values()];
    },
    row => scope.index.answers.lead[row] ?? 0,
  );

function leadsOf({ index }: Scope, rows: ArrayLike<number>): Leads {
  const leads = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) leads[i] = index.answers.lead[rows[i] ?? 0] ?? 0;
  return leads;
}

export const accepted = (scope: Scope): Leads =>
  leadsOf(
    scope,
    pick(lastAnswers(scope), row => scope.index.answers.accepted[row] === 1),
  );

/** The same with the moment of the answer, UTC ms. */
export const acceptedAt = (scope: Scope): { readonly lead: number; readonly at: number }[] => {
  const { answers, history } = scope.index;
  return Array.from(
    pick(lastAnswers(scope), row => answers.accepted[row] === 1),
    row => ({ lead: answers.lead[row] ?? 0, at: history.changes.at[answers.change[row] ?? -1] ?? 0 }),
  );
};

/** Rejections in the span: rows of the index's `answers`. */
export const rejectionRows = (scope: Scope) => pick(lastAnswers(scope), row => scope.index.answers.accepted[row] === 0);

export const rejected = (scope: Scope): Leads => leadsOf(scope, rejectionRows(scope));

/** Rejected leads by reason; the key is the reason's id, 'none' where none was given. */
export function rejectedByReason(scope: Scope): ReadonlyMap<string, Leads> {
  const reasons = new Map<string, number[]>();
  const { history, answers } = scope.index;
  for (const row of rejectionRows(scope)) {
    const reason = history.changes.reason[answers.change[row] ?? -1] ?? 'none';
    const leads = reasons.get(reason) ?? [];
    leads.push(answers.lead[row] ?? 0);
    reasons.set(reason, leads);
  }
  return reasons;
}

/** A lead's wait at the desk of sales. `hours` run up to the answer, or up to now while there is none. */
export type AnswerTime = { readonly hours: number; readonly answered: boolean };

/**
 * The wait after a lead's first entry to MQL: until our side's first touch, or until sales accepted or rejected without one.
 * Null when it never stood at MQL (the stage was skipped), or was taken back before anybody answered.
 */
function waitOf(index: HistoryIndex, lead: number, clock: Clock): AnswerTime | null {
  const { changesOf, history, mqlIndex, zone, asOf } = index;
  const position = mqlIndex[lead] ?? -1;
  const { to, at } = history.changes;
  const change = changesOf.order[position] ?? -1;
  if (position === -1 || to[change] !== mqlCode) return null;
  const start = at[change] ?? 0;
  const end = changesOf.start[lead + 1] ?? 0;
  let left = position + 1;
  while (left < end && to[changesOf.order[left] ?? 0] === mqlCode) left++;
  const leaving = left < end ? (changesOf.order[left] ?? 0) : -1;
  const rank = leaving === -1 ? Number.NaN : (ranks[to[leaving] ?? 0] ?? -1);
  const leftAt = leaving === -1 ? Number.POSITIVE_INFINITY : (at[leaving] ?? 0);
  const touchedAt = firstTouch(index, lead, start);
  if (touchedAt <= leftAt && touchedAt !== Number.POSITIVE_INFINITY) {
    return { hours: hoursOnClock(zone, start, touchedAt, clock), answered: true };
  }
  if (leaving === -1) return { hours: hoursOnClock(zone, start, asOf, clock), answered: false };
  if (rank === -1 || rank >= sqlRank) return { hours: hoursOnClock(zone, start, leftAt, clock), answered: true };
  return null;
}

const remembered = new WeakMap<
  HistoryIndex,
  { readonly clock: Clock; readonly waits: Map<number, AnswerTime | null> }
>();

/** The waits of leads (see above), each worked out once for an index and a clock. */
export function waitsOf(index: HistoryIndex, clock: Clock): (lead: number) => AnswerTime | null {
  let memory = remembered.get(index);
  if (memory === undefined || memory.clock !== clock) {
    memory = { clock, waits: new Map() };
    remembered.set(index, memory);
  }
  const { waits } = memory;
  return lead => {
    const before = waits.get(lead);
    if (before !== undefined) return before;
    const wait = waitOf(index, lead, clock);
    waits.set(lead, wait);
    return wait;
  };
}

function firstTouch({ touchesOf, history }: HistoryIndex, lead: number, since: number): number {
  const end = touchesOf.start[lead + 1] ?? 0;
  for (let i = touchesOf.start[lead] ?? 0; i < end; i++) {
    const at = history.touches.at[touchesOf.order[i] ?? 0] ?? 0;
    if (at >= since) return at;
  }
  return Number.POSITIVE_INFINITY;
}
