// What the own records say, up to a day: the steps of the funnel, arrivals, amounts, and what is in the pipe. Nothing is borrowed.

import { type StageStays, type StepRecords, stepRecords } from './hazards.ts';
import { type AnsweredMql, type PlanRecords, planStages, stepCount, type Win } from './records.ts';
import { type Seasons, seasonsOf } from './seasons.ts';

/** Days of history that arrivals, and that steps, are read from. */
const arrivalDays = 52 * 7;
const stepDays = 3 * 365;
/** Fewer than these, and there is no plan. */
export const leastWeeks = 12;
export const leastLeads = 20;
export const leastConversions = 5;
const mainChannels = 4;
const leastOfChannel = 10;
const leadsBetweenYields = 20_000;

/** Leads of one stage that have been there for about as long. */
export type PipeGroup = {
  readonly step: number;
  /** The furthest stage they have reached, beyond `step` when they were moved back: they enter it no second time. */
  readonly reached: number;
  readonly age: number;
  readonly count: number;
  readonly amounts: readonly number[];
};

export type ChannelModel = {
  /** Null: all other channels, and leads without one. */
  readonly id: string | null;
  readonly label: string;
  readonly arrivals: number;
  /** Most in any twelve weeks of the last year, a week. */
  readonly mostAWeek: number;
  /** MQLs it made, and would have made by the pace of all. */
  readonly mqls: number;
  readonly expectedMqls: number;
};

export type PlanModel = {
  readonly day: number;
  /** Days that arrivals were counted over. */
  readonly days: number;
  readonly steps: readonly StepRecords[];
  readonly channels: readonly ChannelModel[];
  /** Variance of a week's arrivals / their mean; 1 unless it is surely more. */
  readonly dispersion: number;
  readonly seasons: Seasons | null;
  readonly pipe: readonly PipeGroup[];
  /** Amounts of first deals, and of further ones of the same customer; minor units. */
  readonly amounts: readonly number[];
  readonly furtherAmounts: readonly number[];
  readonly answered: readonly AnsweredMql[];
};

/** What there is too little of: `have` of `need`. */
export type PlanGap = {
  readonly what: 'weeks' | 'leads' | 'mqls' | 'sqls' | 'customers' | 'amounts';
  readonly have: number;
  readonly need: number;
};

const isKnown = (at: number | undefined): at is number => at !== undefined && Number.isFinite(at);

/** Fits the model to what was recorded up to `day`. Yields between the steps. */
export function* planModel(records: PlanRecords, day: number): Generator<void, PlanModel> {
  const entered = records.at[0] ?? new Float64Array(0);
  const beginsDay = entered.reduce((least, at) => (Number.isFinite(at) && at < least ? at : least), day);
  const days = Math.max(7, Math.min(arrivalDays, day - beginsDay));
  const steps: StepRecords[] = [];
  for (let step = 0; step < stepCount; step++) {
    steps.push(yield* stepRecords(yield* staysIn(records, step, day)));
    yield;
  }
  const arrivals = entered.filter(at => at > day - days && at <= day);
  const pipe = yield* pipeOf(records, steps, day);
  yield;
  const first = steps[0];
  const channels = first === undefined ? [] : yield* channelsOf(records, first, day, days);
  yield;
  const seasons = yield* seasonsOf(entered, beginsDay, day);
  yield;
  const wins = records.wins.filter(win => win.day <= day);
  const lately = wins.filter(win => win.day > day - stepDays);
  return {
    day,
    days,
    steps,
    channels,
    dispersion: dispersionOf(arrivals, day, days),
    seasons,
    pipe,
    amounts: amountsOf(lately.filter(({ first: isFirst }) => isFirst)),
    furtherAmounts: amountsOf(wins.filter(win => !win.first && win.day > day - days)),
    answered: records.answered.filter(answer => answer.day > day - stepDays && answer.day <= day),
  };
}

const amountsOf = (wins: readonly Win[]): number[] => wins.flatMap(({ amount }) => (amount === null ? [] : [amount]));

/** What a plan of this goal lacks; empty: nothing. */
export function planGaps(model: PlanModel, what: 'customers' | 'revenue'): readonly PlanGap[] {
  const of = (step: number) => model.steps[step]?.conversions ?? 0;
  const all: readonly PlanGap[] = [
    { what: 'weeks', have: Math.floor(model.days / 7), need: leastWeeks },
    { what: 'leads', have: model.channels.reduce((sum, { arrivals }) => sum + arrivals, 0), need: leastLeads },
    { what: 'mqls', have: of(0), need: leastConversions },
    { what: 'sqls', have: of(1), need: leastConversions },
    { what: 'customers', have: of(3), need: leastConversions },
    ...(what === 'revenue' ? ([{ what: 'amounts', have: model.amounts.length, need: leastConversions }] as const) : []),
  ];
  return all.filter(({ have, need }) => have < need);
}

/** Stays in the stage a step starts from, of leads that came to it in the last three years on a known day; moving back ends one. Yields every few milliseconds. */
function* staysIn(
  { at, exitAt, backAt, backTo, count }: PlanRecords,
  step: number,
  day: number,
): Generator<void, StageStays> {
  const [from, to] = [at[step] ?? new Float64Array(0), at[step + 1] ?? new Float64Array(0)];
  const [on, off, seen] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let n = 0;
  for (let lead = 0; lead < from.length; lead++) {
    if (lead % leadsBetweenYields === leadsBetweenYields - 1) yield;
    const start = from[lead] ?? Number.NaN;
    if (!(start > day - stepDays && start <= day)) continue;
    const wentOn = to[lead] ?? Number.POSITIVE_INFINITY;
    const wentBack =
      (backTo[lead] ?? -1) < step ? (backAt[lead] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    const left = Math.min(exitAt[lead] ?? Number.POSITIVE_INFINITY, wentBack);
    on[n] = wentOn <= day ? Math.max(0, wentOn - start) : Number.POSITIVE_INFINITY;
    off[n] = left <= day && left >= start ? left - start : Number.POSITIVE_INFINITY;
    seen[n] = day - start;
    n++;
  }
  return { on: on.subarray(0, n), off: off.subarray(0, n), seen: seen.subarray(0, n) };
}

/** The last stage a lead has reached by a day; -1 when it is none of the plan's. */
function reachedBy({ at }: PlanRecords, lead: number, day: number): number {
  for (let stage = stepCount; stage >= 0; stage--)
    if ((at[stage]?.[lead] ?? Number.POSITIVE_INFINITY) <= day) return stage;
  return -1;
}

/**
 * Leads that are open on the day, by stage and by the bucket of their age. A day nobody knows counts from when it was recorded. One
 * that was moved back is as old as since it first came there: it is no fresh one.
 */
function* pipeOf(records: PlanRecords, steps: readonly StepRecords[], day: number): Generator<void, PipeGroup[]> {
  const groups = new Map<number, { step: number; reached: number; ages: number; count: number; amounts: number[] }>();
  for (let lead = 0; lead < records.count; lead++) {
    if (lead % leadsBetweenYields === leadsBetweenYields - 1) yield;
    const reached = reachedBy(records, lead, day);
    const isBack = (records.backAt[lead] ?? Number.POSITIVE_INFINITY) <= day;
    const step = isBack ? (records.backTo[lead] ?? -1) : reached;
    if (step < 0 || step >= stepCount || (records.exitAt[lead] ?? 0) <= day) continue;
    const start = records.at[step]?.[lead];
    const age = Math.max(0, day - (isKnown(start) ? start : (records.createdAt[lead] ?? day)));
    const edges = steps[step]?.edges ?? new Float64Array([Number.POSITIVE_INFINITY]);
    const key = (step * planStages.length + reached) * 100 + edges.findIndex(edge => age < edge);
    const group = groups.get(key) ?? { step, reached, ages: 0, count: 0, amounts: [] };
    group.ages += age;
    group.count++;
    const amount = records.openAmount[lead] ?? Number.NaN;
    if (!Number.isNaN(amount)) group.amounts.push(amount);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ ages, ...group }) => ({ ...group, age: ages / group.count }));
}

/**
 * The channels with the most arrivals, the rest together. A channel's own pace to MQL is told by its MQLs against those that the
 * pace of all would have made of its leads (an exposure ratio, as in a standardized rate). Yields every few milliseconds.
 */
function* channelsOf(
  records: PlanRecords,
  step: StepRecords,
  day: number,
  days: number,
): Generator<void, ChannelModel[]> {
  const { at, channel, channels } = records;
  const entered = at[0] ?? new Float64Array(0);
  const counts = new Map<number, number>();
  for (let lead = 0; lead < entered.length; lead++) {
    if (lead % leadsBetweenYields === leadsBetweenYields - 1) yield;
    const start = entered[lead] ?? Number.NaN;
    if (start > day - days && start <= day) counts.set(channel[lead] ?? -1, (counts.get(channel[lead] ?? -1) ?? 0) + 1);
  }
  const main = [...counts]
    .filter(([position, count]) => position !== -1 && count >= leastOfChannel)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mainChannels)
    .map(([position]) => position);
  const groupOf = (position: number) => (main.includes(position) ? main.indexOf(position) : main.length);
  const rows = Array.from({ length: main.length + 1 }, () => ({ days: [] as number[], mqls: 0, expectedMqls: 0 }));
  for (let lead = 0; lead < entered.length; lead++) {
    if (lead % leadsBetweenYields === leadsBetweenYields - 1) yield;
    const start = entered[lead] ?? Number.NaN;
    if (!(start > day - days && start <= day)) continue;
    const row = rows[groupOf(channel[lead] ?? -1)];
    if (row === undefined) continue;
    row.days.push(start);
    const passed = at[1]?.[lead] ?? Number.POSITIVE_INFINITY;
    if (passed <= day) row.mqls++;
    const until = Math.min(passed, records.exitAt[lead] ?? Number.POSITIVE_INFINITY, day) - start;
    row.expectedMqls += passed === start ? step.instant / Math.max(1, step.n) : cumulativeHazard(step, until);
  }
  yield;
  return rows.flatMap((row, group) => {
    if (row.days.length === 0) return [];
    const position = main[group];
    const id = position === undefined ? null : (channels[position]?.id ?? null);
    const label =
      position === undefined
        ? main.length === 0
          ? 'All channels'
          : 'Other channels'
        : (channels[position]?.label ?? '');
    const { days: starts, ...counted } = row;
    return [{ id, label, arrivals: starts.length, mostAWeek: mostAWeek(starts), ...counted }];
  });
}

function cumulativeHazard({ edges, converted, exposure, n, instant }: StepRecords, until: number): number {
  let sum = instant / Math.max(1, n);
  let from = 0;
  for (let k = 0; k < edges.length && from < until; k++) {
    const to = Math.min(edges[k] ?? 0, until);
    sum += ((to - from) * (converted[k] ?? 0)) / Math.max(1e-9, exposure[k] ?? 0);
    from = to;
  }
  return sum;
}

const windowDays = 12 * 7;

function mostAWeek(starts: readonly number[]): number {
  // Numbers sort ten times as fast without a comparison of our own.
  const sorted = Float64Array.from(starts).sort();
  let most = 0;
  let first = 0;
  for (let last = 0; last < sorted.length; last++) {
    while ((sorted[first] ?? 0) <= (sorted[last] ?? 0) - windowDays) first++;
    most = Math.max(most, last - first + 1);
  }
  return most / 12;
}

/**
 * Variance / mean of weekly counts (quasi-Poisson; McCullagh and Nelder, Generalized Linear Models, 1989, 6.2), 1 where a Poisson
 * count would be as uneven one time in twenty.
 */
function dispersionOf(arrivals: Float64Array, day: number, days: number): number {
  const weeks = Math.floor(days / 7);
  if (weeks < 4) return 1;
  const counts = new Float64Array(weeks);
  for (const at of arrivals) {
    const week = Math.floor((day - at) / 7);
    if (week < weeks) counts[week] = (counts[week] ?? 0) + 1;
  }
  const mean = counts.reduce((sum, count) => sum + count, 0) / weeks;
  if (mean === 0) return 1;
  const ratio = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (weeks - 1) / mean;
  return ratio > 1 + 1.645 * Math.sqrt(2 / (weeks - 1)) ? ratio : 1;
}
