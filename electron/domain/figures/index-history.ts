// One pass over a history: when each lead first came so far in the funnel. Every figure is read from this.
import { funnelStages, stageRank, stages } from '../../../shared/stages.ts';
import type { Zone } from '../zone.ts';
import { type ByDay, sortByDay } from './columns.ts';
import type { History } from './history.ts';

/** Stands for a moment that never came. */
export const never = Number.POSITIVE_INFINITY;
/** Stands for a moment before the records began, which nobody knows. */
export const beforeRecords = Number.NEGATIVE_INFINITY;

export type HistoryIndex = {
  readonly history: History;
  readonly zone: Zone;
  /** UTC ms; what is dated later is not counted. */
  readonly asOf: number;
  readonly leadCount: number;
  /** Local day on which the records begin; NaN when there are none. */
  readonly beginsDay: number;
  /**
   * By place in the funnel (0 Stranger to 6 Customer), per lead: UTC ms at which it first came to that stage or beyond, so that
   * a stage that was skipped is passed at the moment of the skip. `never` or `beforeRecords` where there is no such moment.
   */
  readonly firstAt: readonly Float64Array[];
  /** By place in the funnel: the leads by the day they first came so far. */
  readonly entries: readonly ByDay[];
  /** Stage changes by lead: those of lead i are order[start[i]] to order[start[i + 1] - 1], in time. */
  readonly start: Int32Array;
  readonly order: Int32Array;
};

/** Rows handled between two yields: about a millisecond of work. */
const chunk = 20_000;

/** Place in the funnel by stage code; -1 for a tray. */
const rankOf = Int32Array.from(stages, stageRank);
const top = funnelStages.length - 1;

/** Builds the index, yielding between slices of a few milliseconds so that the caller can let others work. */
export function* indexHistory(history: History, zone: Zone, asOf: number): Generator<void, HistoryIndex> {
  const leadCount = history.leads.ids.length;
  const { start, order } = yield* changesByLead(history, asOf);
  yield;
  const firstAt = funnelStages.map(() => new Float64Array(leadCount).fill(never));
  const { to, at, opening } = history.changes;
  for (let lead = 0; lead < leadCount; lead++) {
    if (lead % chunk === chunk - 1) yield;
    let reached = -1;
    const first = start[lead] ?? 0;
    const end = start[lead + 1] ?? 0;
    for (let i = first; i < end; i++) {
      const change = order[i] ?? 0;
      const rank = rankOf[to[change] ?? 0] ?? -1;
      if (rank <= reached) continue;
      const moment = opening[change] === 1 ? beforeRecords : (at[change] ?? 0);
      for (let passed = reached + 1; passed <= rank; passed++) set(firstAt, passed, lead, moment);
      reached = rank;
      if (rank === top) break;
    }
    const createdAt = history.leads.createdAt[lead] ?? 0;
    if (reached === -1 && createdAt <= asOf)
      set(firstAt, 0, lead, first === end ? createdAt : (at[order[first] ?? 0] ?? 0));
  }
  const entries: ByDay[] = [];
  for (const column of firstAt) {
    yield;
    entries.push(yield* byLocalDay(column, zone));
  }
  const beginsDay = entries.reduce((least, { days }) => Math.min(least, days[0] ?? never), never);
  return {
    history,
    zone,
    asOf,
    leadCount,
    beginsDay: beginsDay === never ? Number.NaN : beginsDay,
    firstAt,
    entries,
    start,
    order,
  };
}

const set = (columns: readonly Float64Array[], rank: number, lead: number, moment: number) => {
  const column = columns[rank];
  if (column !== undefined) column[lead] = moment;
};

/** Groups the changes by lead and puts each lead's in time; changes at one moment keep the order they were given in. */
function* changesByLead(history: History, asOf: number) {
  const { lead, at } = history.changes;
  const start = new Int32Array(history.leads.ids.length + 1);
  for (let i = 0; i < lead.length; i++) {
    if ((at[i] ?? 0) <= asOf) start[(lead[i] ?? 0) + 1] = (start[(lead[i] ?? 0) + 1] ?? 0) + 1;
  }
  for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  yield;
  const next = start.slice();
  const order = new Int32Array(start[start.length - 1] ?? 0);
  for (let i = 0; i < lead.length; i++) {
    const moment = at[i] ?? 0;
    if (moment > asOf) continue;
    const owner = lead[i] ?? 0;
    let place = next[owner] ?? 0;
    next[owner] = place + 1;
    while (place > (start[owner] ?? 0) && (at[order[place - 1] ?? 0] ?? 0) > moment) {
      order[place] = order[place - 1] ?? 0;
      place--;
    }
    order[place] = i;
    if (i % chunk === chunk - 1) yield;
  }
  return { start, order };
}

/** Rows whose moment is known, by its local day. */
function* byLocalDay(moments: Float64Array, zone: Zone) {
  const rows = new Int32Array(moments.length);
  const days = new Int32Array(moments.length);
  let count = 0;
  for (let row = 0; row < moments.length; row++) {
    const moment = moments[row] ?? never;
    if (!Number.isFinite(moment)) continue;
    rows[count] = row;
    days[count] = zone.dayAt(moment);
    count++;
    if (count % chunk === 0) yield;
  }
  yield;
  return sortByDay(rows.subarray(0, count), days.subarray(0, count));
}

/** Runs a sliced computation to its end at once. */
export function runToEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
