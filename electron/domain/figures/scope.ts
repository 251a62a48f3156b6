// Sets of leads for a span of days, each built once and shared by all figures.
import type { TargetRange } from '../../../shared/figures.ts';
import { type FunnelStage, funnelStages, type Stage } from '../../../shared/stages.ts';
import { type Clock, defaultClock } from '../follow-up-clock.ts';
import { rowsIn } from './columns.ts';
import type { History } from './history.ts';
import type { HistoryIndex } from './index-history.ts';
import type { Days } from './period.ts';
import { never } from './walk.ts';

/** Numbers of leads in the history. */
export type Leads = ArrayLike<number>;

export type FigureSettings = {
  /** ISO weekday weeks start on, 1 Monday to 7 Sunday. */
  readonly firstDay: number;
  /** Band the MQL to SQL rate is compared with. */
  readonly benchmark: TargetRange;
  /** Hours to the first sales touch: the goal, and the most. */
  readonly clock: Clock;
  /** Percent to which an open deal is won that has no probability of its own, by the stage of its lead. */
  readonly probabilities: Readonly<Partial<Record<Stage, number>>>;
  /** ISO 4217. */
  readonly currency: string;
};

export const defaultFigureSettings: FigureSettings = {
  firstDay: 1,
  benchmark: { low: 0.13, high: 0.31 },
  clock: defaultClock,
  probabilities: { sql: 20, opportunity: 50, customer: 50 },
  currency: 'EUR',
};

/** What a table is broken down by. */
export const dimensions = ['channel', 'campaign', 'member'] as const;
export type Dimension = (typeof dimensions)[number];
/** The leads of one channel, campaign or member (its place in the history's list); -1: of those without one. */
export type Only = { readonly by: Dimension; readonly position: number };

export type Scope = Days & {
  readonly index: HistoryIndex;
  readonly settings: FigureSettings;
  readonly only: Only | null;
  /**
   * Rows of a kind that lie in the span, built once under `key`. In a scope of one channel (campaign, member) these are the
   * rows of the whole whose lead, as `leadOf` says, belongs to it.
   */
  readonly rows: (key: string, build: () => ArrayLike<number>, leadOf?: (row: number) => number) => ArrayLike<number>;
  /** The same span for one channel, campaign or member. */
  readonly within: (only: Only) => Scope;
  /** The same people for another span. */
  readonly over: (days: Days) => Scope;
};

const themselves = (row: number) => row;

export function scopeOf(index: HistoryIndex, settings: FigureSettings, { fromDay, toDay }: Days): Scope {
  const built = new Map<string, ArrayLike<number>>();
  const parts = new Map<string, readonly Int32Array[]>();
  const scopes = new Map<string, Scope>();
  const rows: Scope['rows'] = (key, build) => {
    const found = built.get(key);
    if (found !== undefined) return found;
    const made = build();
    built.set(key, made);
    return made;
  };
  const within = (only: Only): Scope => {
    const name = `${only.by} ${only.position}`;
    const found = scopes.get(name);
    if (found !== undefined) return found;
    const column = index.history.leads[only.by];
    const scope: Scope = {
      ...whole,
      only,
      over: days => whole.over(days).within(only),
      rows: (key, build, leadOf = themselves) => {
        const partKey = `${only.by} ${key}`;
        const positions = listOf(index.history, only.by).length;
        const part = parts.get(partKey) ?? partition(rows(key, build), row => column[leadOf(row)] ?? -1, positions);
        parts.set(partKey, part);
        return part[only.position + 1] ?? [];
      },
    };
    scopes.set(name, scope);
    return scope;
  };
  const spans = new Map<string, Scope>();
  const over = (days: Days): Scope => {
    const key = `${days.fromDay} ${days.toDay}`;
    const scope = spans.get(key) ?? scopeOf(index, settings, days);
    spans.set(key, scope);
    return scope;
  };
  const whole: Scope = { fromDay, toDay, index, settings, only: null, rows, within, over };
  return whole;
}

/** Rows by the position that each belongs to: those of -1 first, then those of 0 and so on, each in the order given. */
function partition(rows: ArrayLike<number>, positionOf: (row: number) => number, positions: number): Int32Array[] {
  const start = new Int32Array(positions + 2);
  for (let i = 0; i < rows.length; i++) {
    const after = positionOf(rows[i] ?? 0) + 2;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  const next = start.slice();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const part = positionOf(row) + 1;
    const at = next[part] ?? 0;
    sorted[at] = row;
    next[part] = at + 1;
  }
  return Array.from({ length: positions + 1 }, (_, part) => sorted.subarray(start[part], start[part + 1]));
}

export function pick(rows: ArrayLike<number>, test: (row: number) => boolean): Int32Array {
  const picked = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (test(row)) picked[count++] = row;
  }
  return picked.subarray(0, count);
}

const ranks = Object.fromEntries(funnelStages.map((stage, rank) => [stage, rank])) as Record<FunnelStage, number>;
const nobody = new Float64Array(0);

/** Per lead: UTC ms at which it first came to `stage` or beyond; may be infinite. */
export const firstTimes = (index: HistoryIndex, stage: FunnelStage): Float64Array =>
  index.firstAt[ranks[stage]] ?? nobody;

/** The same for one lead. */
export const firstAt = (index: HistoryIndex, lead: number, stage: FunnelStage): number =>
  firstTimes(index, stage)[lead] ?? never;

/** Leads that first came to this stage or beyond in the span. */
export const entered = (scope: Scope, stage: FunnelStage): Leads =>
  scope.rows(`entered ${stage}`, () => {
    const entries = scope.index.entries[ranks[stage]];
    return entries === undefined ? [] : rowsIn(entries, scope.fromDay, scope.toDay);
  });

/** Those of `leads` that have come to `stage` or beyond up to now. */
export const reached = ({ index }: Scope, leads: Leads, stage: FunnelStage): Leads => {
  const times = firstTimes(index, stage);
  return pick(leads, lead => times[lead] !== never);
};

/** How many of `leads` have come to `stage` or beyond up to now. */
export function countReached({ index }: Scope, leads: Leads, stage: FunnelStage): number {
  const times = firstTimes(index, stage);
  let count = 0;
  for (let i = 0; i < leads.length; i++) if (times[leads[i] ?? 0] !== never) count++;
  return count;
}

/** The channels, campaigns or members a table has lines for. */
export const listOf = (history: History, by: Dimension): readonly { readonly id: string; readonly label: string }[] =>
  ({ channel: history.channels, campaign: history.campaigns, member: history.members })[by];
