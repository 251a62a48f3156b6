// Index of a history that all figures read: first entries per lead, and rows by day.

import { stages } from '../../../shared/stages.ts';
import type { Zone } from '../zone.ts';
import { type ByLead, chunk, groupByLead } from './by-lead.ts';
import { type ByDay, keptIn, sortByDay } from './columns.ts';
import type { History } from './history.ts';
import { type StageWalk, walkChanges } from './walk.ts';

export type HistoryIndex = StageWalk & {
  readonly history: History;
  readonly zone: Zone;
  /** UTC ms; what is dated later is not counted. */
  readonly asOf: number;
  /** UTC ms of the first row dated later; infinite when there is none. */
  readonly nextAt: number;
  readonly leadCount: number;
  /** Local day on which the records begin; NaN when there are none. */
  readonly beginsDay: number;
  readonly changesOf: ByLead;
  readonly touchesOf: ByLead;
  readonly touchpointsOf: ByLead;
  /** Deals of each lead, in the order given. */
  readonly dealsOf: ByLead;
  /** By place in the funnel: the leads by the day they first came so far. */
  readonly entries: readonly ByDay[];
  /** By place in `stages`: rows of `stays`, by the day of their end. */
  readonly staysByDay: readonly ByDay[];
  /** Rows of `answers`, of `losses` and of the won deals, by day. */
  readonly answersByDay: ByDay;
  readonly lossesByDay: ByDay;
  readonly wonByDay: ByDay;
  readonly lostDealsByDay: ByDay;
};

/** Builds the index, yielding between slices of a few milliseconds so that the caller can let others work. */
export function* indexHistory(history: History, zone: Zone, asOf: number): Generator<void, HistoryIndex> {
  const { changes, touches, touchpoints, deals, leads } = history;
  const leadCount = leads.ids.length;
  const changesOf = yield* groupByLead(changes.lead, changes.at, leadCount, asOf);
  yield;
  const touchesOf = yield* groupByLead(touches.lead, touches.at, leadCount, asOf);
  yield;
  const touchpointsOf = yield* groupByLead(touchpoints.lead, touchpoints.at, leadCount, asOf);
  yield;
  const dealsOf = yield* groupByLead(deals.lead, new Float64Array(deals.lead.length), leadCount, 0);
  yield;
  const walk = yield* walkChanges(history, changesOf, dealsOf, asOf);
  const entries: ByDay[] = [];
  for (const column of walk.firstAt) {
    yield;
    entries.push(
      yield* byLocalDay(
        zone,
        column.length,
        row => row,
        row => column[row] ?? Number.NaN,
      ),
    );
  }
  const { answers, losses, stays, dealClosedAt } = walk;
  const changedAt = (change: number) => changes.at[change] ?? Number.NaN;
  const answersByDay = yield* byLocalDay(
    zone,
    answers.change.length,
    row => row,
    row => changedAt(answers.change[row] ?? -1),
  );
  const lossesByDay = yield* byLocalDay(
    zone,
    losses.at.length,
    row => row,
    row => losses.at[row] ?? Number.NaN,
  );
  const allStays = yield* byLocalDay(
    zone,
    stays.end.length,
    row => row,
    row => stays.end[row] ?? Number.NaN,
  );
  const staysByDay: ByDay[] = [];
  for (const code of stages.keys()) {
    yield;
    staysByDay.push(keptIn(allStays, row => stays.stage[row] === code));
  }
  const dealsByDay = (status: 'won' | 'lost') =>
    byLocalDay(
      zone,
      deals.rows.length,
      row => row,
      row => (deals.rows[row]?.status === status ? (dealClosedAt[row] ?? Number.NaN) : Number.NaN),
    );
  const wonByDay = yield* dealsByDay('won');
  const lostDealsByDay = yield* dealsByDay('lost');
  const nextAt = yield* nextInstant(history, asOf);
  const begins = entries.reduce(
    (least, { days }) => Math.min(least, days[0] ?? Number.POSITIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  );
  return {
    ...walk,
    history,
    zone,
    asOf,
    nextAt,
    leadCount,
    beginsDay: Number.isFinite(begins) ? begins : Number.NaN,
    changesOf,
    touchesOf,
    touchpointsOf,
    dealsOf,
    entries,
    answersByDay,
    lossesByDay,
    staysByDay,
    wonByDay,
    lostDealsByDay,
  };
}

/** The first moment after `asOf` at which something is dated; infinite when nothing is. */
function* nextInstant({ changes, touches, touchpoints, deals, leads }: History, asOf: number): Generator<void, number> {
  let next = Number.POSITIVE_INFINITY;
  for (const column of [changes.at, touches.at, touchpoints.at, leads.createdAt]) {
    yield;
    for (let i = 0; i < column.length; i++) {
      const at = column[i] ?? Number.NaN;
      if (at > asOf && at < next) next = at;
    }
  }
  for (const { closedAt } of deals.rows) if (closedAt !== null && closedAt > asOf && closedAt < next) next = closedAt;
  return next;
}

/** The same index for a later moment, at no cost; null when something is dated in between, so that it must be built anew. */
export const atLater = (index: HistoryIndex, now: number): HistoryIndex | null =>
  now >= index.asOf && now < index.nextAt ? { ...index, asOf: now } : null;

/** Rows whose moment is known, by its local day. */
function* byLocalDay(
  zone: Zone,
  count: number,
  rowOf: (i: number) => number,
  instantOf: (i: number) => number,
): Generator<void, ByDay> {
  const rows = new Int32Array(count);
  const days = new Int32Array(count);
  let known = 0;
  for (let i = 0; i < count; i++) {
    if (i % chunk === chunk - 1) yield;
    const instant = instantOf(i);
    if (!Number.isFinite(instant)) continue;
    rows[known] = rowOf(i);
    days[known] = zone.dayAt(instant);
    known++;
  }
  yield;
  return sortByDay(rows.subarray(0, known), days.subarray(0, known));
}

/** Runs a sliced computation to its end at once. */
export function runToEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
