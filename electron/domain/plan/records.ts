// The columns a plan is made from: when each lead came to each stage, when it left, and what was won. Days since 1970, with fractions.
import { dayMs } from '../../../shared/dates.ts';
import { isOffFunnel, stageRank, stages } from '../../../shared/stages.ts';
import { waitsOf } from '../figures/answers.ts';
import type { HistoryIndex } from '../figures/index-history.ts';
import type { FigureSettings } from '../figures/scope.ts';

/** The stages of a plan; a step leads from each to the next. */
export const planStages = ['lead', 'mql', 'sql', 'opportunity', 'customer'] as const;
export type PlanStage = (typeof planStages)[number];
export const stepCount = planStages.length - 1;

export type Win = { readonly day: number; readonly amount: number | null; readonly first: boolean };
/** An answer of sales to an MQL: when it became MQL, in time or late, accepted or not. */
export type AnsweredMql = { readonly day: number; readonly inTime: boolean; readonly accepted: boolean };

export type PlanRecords = {
  /** Up to when they reach. */
  readonly asOf: number;
  readonly count: number;
  /** Per stage of the plan, per lead: `Infinity` never, `-Infinity` on a day nobody knows. */
  readonly at: readonly Float64Array[];
  /** When a lead that is off the funnel left it; `Infinity` for the others. */
  readonly exitAt: Float64Array;
  /** When a lead that now stands before a stage it once reached was moved back; `Infinity` for the others. */
  readonly backAt: Float64Array;
  /** The stage of the plan it was moved back to; -1: one before them. Counts only where `backAt` does. */
  readonly backTo: Int8Array;
  readonly createdAt: Float64Array;
  /** Place in `channels`; -1 for none. */
  readonly channel: Int32Array;
  readonly channels: readonly { readonly id: string; readonly label: string }[];
  /** Amount of a lead's open deals; NaN where none is known. */
  readonly openAmount: Float64Array;
  /** Won deals with a day, in its order. */
  readonly wins: readonly Win[];
  readonly answered: readonly AnsweredMql[];
};

const offFunnel = Uint8Array.from(stages, stage => (isOffFunnel(stage) ? 1 : 0));
const stageOfPlan = Int8Array.from(stages, stage => (planStages as readonly string[]).indexOf(stage));
const leadsBetweenYields = 4000;

/** Reads the records of an index; yields between slices. */
export function* planRecords(index: HistoryIndex, settings: FigureSettings): Generator<void, PlanRecords> {
  const { history, changesOf, leadCount, asOf } = index;
  const { to, at: changedAt } = history.changes;
  const exitAt = new Float64Array(leadCount).fill(Number.POSITIVE_INFINITY);
  const backAt = exitAt.slice();
  const backTo = new Int8Array(leadCount).fill(-1);
  const firstAt = planStages.map(stage => index.firstAt[stageRank(stage)] ?? new Float64Array(leadCount));
  for (let lead = 0; lead < leadCount; lead++) {
    if (lead % leadsBetweenYields === 0) yield;
    const end = changesOf.start[lead + 1] ?? 0;
    if (end === (changesOf.start[lead] ?? 0)) continue;
    const last = changesOf.order[end - 1] ?? 0;
    const [stage, day] = [to[last] ?? 0, (changedAt[last] ?? 0) / dayMs];
    if (offFunnel[stage] === 1) exitAt[lead] = day;
    else if (firstAt.findLastIndex(column => column[lead] !== Number.POSITIVE_INFINITY) > (stageOfPlan[stage] ?? -1)) {
      backAt[lead] = day;
      backTo[lead] = stageOfPlan[stage] ?? -1;
    }
  }
  const at: Float64Array[] = [];
  for (const column of firstAt) {
    yield;
    at.push(column.map(instant => instant / dayMs));
  }
  yield;
  const { wins, openAmount } = winsIn(index);
  yield;
  const answered: AnsweredMql[] = [];
  const wait = waitsOf(index, settings.clock);
  for (const [row, lead] of index.answers.lead.entries()) {
    if (row % leadsBetweenYields === 0) yield;
    const hours = wait(lead)?.hours;
    const day = at[1]?.[lead] ?? Number.NaN;
    if (hours === undefined || !Number.isFinite(day) || index.lastAnswer[lead] !== row) continue;
    answered.push({ day, inTime: hours <= settings.clock.goalHours, accepted: index.answers.accepted[row] === 1 });
  }
  return {
    asOf: asOf / dayMs,
    count: leadCount,
    at,
    exitAt,
    backAt,
    backTo,
    createdAt: history.leads.createdAt.map(instant => instant / dayMs),
    channel: history.leads.channel,
    channels: history.channels,
    openAmount,
    wins,
    answered,
  };
}

function winsIn({ history, dealClosedAt, leadCount }: HistoryIndex): Pick<PlanRecords, 'wins' | 'openAmount'> {
  const openAmount = new Float64Array(leadCount).fill(Number.NaN);
  const firstWin = new Float64Array(leadCount).fill(Number.POSITIVE_INFINITY);
  const rows: { readonly lead: number; readonly day: number; readonly amount: number | null }[] = [];
  for (const [row, { status, amount }] of history.deals.rows.entries()) {
    const lead = history.deals.lead[row] ?? 0;
    if (status === 'open' && amount !== null) {
      const before = openAmount[lead] ?? Number.NaN;
      openAmount[lead] = (Number.isNaN(before) ? 0 : before) + amount;
    }
    const closed = dealClosedAt[row] ?? Number.NaN;
    if (status !== 'won' || !Number.isFinite(closed)) continue;
    rows.push({ lead, day: closed / dayMs, amount });
    firstWin[lead] = Math.min(firstWin[lead] ?? 0, closed / dayMs);
  }
  const wins = rows
    .sort((a, b) => a.day - b.day)
    .map(({ lead, ...win }) => ({ ...win, first: win.day === firstWin[lead] }));
  return { wins, openAmount };
}
