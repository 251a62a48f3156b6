// The people a figure is about: sets of leads for a span of days, each built once and shared by all figures.
import { dayNumber } from '../../../shared/dates.ts';
import type { Band } from '../../../shared/figures.ts';
import { type FunnelStage, stageRank } from '../../../shared/stages.ts';
import { rowsIn } from './columns.ts';
import { type HistoryIndex, never } from './index-history.ts';
import type { Days } from './period.ts';
import { quantile } from './stats.ts';

/** Numbers of leads in the history. */
export type Leads = ArrayLike<number>;

export type FigureSettings = {
  /** ISO weekday weeks start on, 1 Monday to 7 Sunday. */
  readonly firstDay: number;
  /** Band the MQL to SQL rate is held against. */
  readonly benchmark: Band;
  /** Hours to the first sales touch: the goal, and the most. */
  readonly clock: { readonly goalHours: number; readonly mostHours: number; readonly workingDaysOnly: boolean };
  /** ISO 4217. */
  readonly currency: string;
};

export const defaultFigureSettings: FigureSettings = {
  firstDay: 1,
  benchmark: { low: 0.13, high: 0.31 },
  clock: { goalHours: 24, mostHours: 72, workingDaysOnly: false },
  currency: 'EUR',
};

export type Scope = Days & {
  readonly index: HistoryIndex;
  readonly settings: FigureSettings;
  /** Leads that first came to this stage or beyond in the span. */
  readonly entered: (stage: FunnelStage) => Leads;
  /** Those of `leads` that have come to `stage` or beyond up to now. */
  readonly reached: (leads: Leads, stage: FunnelStage) => Leads;
  /** UTC ms at which a lead first came to `stage` or beyond; may be infinite. */
  readonly firstAt: (lead: number, stage: FunnelStage) => number;
};

export function scopeOf(index: HistoryIndex, settings: FigureSettings, { fromDay, toDay }: Days): Scope {
  const entries = (stage: FunnelStage) => index.entries[stageRank(stage)] ?? { days: noRows, rows: noRows };
  const firstAt = (lead: number, stage: FunnelStage) => index.firstAt[stageRank(stage)]?.[lead] ?? never;
  return {
    fromDay,
    toDay,
    index,
    settings,
    entered: stage => rowsIn(entries(stage), fromDay, toDay),
    reached: (leads, stage) => pick(leads, lead => firstAt(lead, stage) !== never),
    firstAt,
  };
}

const noRows = new Int32Array(0);

export function pick(leads: Leads, test: (lead: number) => boolean): Leads {
  const picked: number[] = [];
  for (let i = 0; i < leads.length; i++) {
    const lead = leads[i] ?? 0;
    if (test(lead)) picked.push(lead);
  }
  return picked;
}

const dayMs = 86_400_000;
const leastConversions = 10;

/**
 * Days within which nine of ten of those who made it from one stage to another had made it; `fallback` while fewer than ten
 * have. Leads that passed both at one moment never waited and are left out.
 */
export function usualDays(index: HistoryIndex, from: FunnelStage, to: FunnelStage, fallback: number): number {
  const start = index.firstAt[stageRank(from)];
  const end = index.firstAt[stageRank(to)];
  if (start === undefined || end === undefined) return fallback;
  const days: number[] = [];
  for (let lead = 0; lead < index.leadCount; lead++) {
    const took = (end[lead] ?? never) - (start[lead] ?? never);
    if (Number.isFinite(took) && took > 0) days.push(took / dayMs);
  }
  if (days.length < leastConversions) return fallback;
  return Math.ceil(quantile(Float64Array.from(days).sort(), 0.9));
}

/** A span of local dates, the last one not included. */
export const daysOf = (from: string, to: string): Days => ({ fromDay: dayNumber(from), toDay: dayNumber(to) });
