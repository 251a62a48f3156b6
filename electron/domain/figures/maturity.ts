// Usual conversion time of a funnel step, and which cohorts are too recent to judge.
import { dayMs } from '../../../shared/dates.ts';
import type { FunnelStage } from '../../../shared/stages.ts';
import type { HistoryIndex } from './index-history.ts';
import type { Days } from './period.ts';
import { firstTimes, type Leads } from './scope.ts';
import { quantile } from './stats.ts';

const leastConversions = 10;
/** A cohort is young while more than this share of it has not had the usual time. */
const immatureShare = 0.1;

/** A step, and the days it is taken to need while fewer than ten have made it. */
export type StageStep = { readonly from: FunnelStage; readonly to: FunnelStage; readonly fallbackDays: number };

/**
 * Days within which nine of ten of those who made a step had made it, whole and rounded up. Leads that passed both stages at
 * one moment never waited and are left out.
 */
function workOut(index: HistoryIndex, { from, to, fallbackDays }: StageStep): number {
  const days: number[] = [];
  const start = firstTimes(index, from);
  const end = firstTimes(index, to);
  for (let lead = 0; lead < index.leadCount; lead++) {
    const took = (end[lead] ?? 0) - (start[lead] ?? 0);
    if (Number.isFinite(took) && took > 0) days.push(took / dayMs);
  }
  if (days.length < leastConversions) return fallbackDays;
  return Math.ceil(quantile(Float64Array.from(days).sort(), 0.9));
}

const remembered = new WeakMap<HistoryIndex, Map<string, number>>();

/** The usual days of a step (see above), worked out once for an index. */
export function usualDays(index: HistoryIndex, step: StageStep): number {
  const memory = remembered.get(index) ?? new Map<string, number>();
  remembered.set(index, memory);
  const key = `${step.from} ${step.to} ${step.fallbackDays}`;
  const days = memory.get(key) ?? workOut(index, step);
  memory.set(key, days);
  return days;
}

/** How many of a cohort have had less than the usual days since they came to the stage the step starts from. */
export function immatureLeads(index: HistoryIndex, cohort: Leads, step: StageStep): number {
  const since = index.asOf - usualDays(index, step) * dayMs;
  const times = firstTimes(index, step.from);
  let count = 0;
  for (let i = 0; i < cohort.length; i++) if ((times[cohort[i] ?? 0] ?? 0) > since) count++;
  return count;
}

/** The last `weeks` weeks up to `toDay` whose people have all had the usual time for a step. */
export function maturedDays(index: HistoryIndex, step: StageStep, toDay: number, weeks: number): Days {
  const ripeUntil = index.zone.dayAt(index.asOf - usualDays(index, step) * dayMs);
  const end = Math.min(toDay, ripeUntil);
  return { fromDay: end - weeks * 7, toDay: end };
}

export const isImmature = (immature: number, n: number): boolean => immature > immatureShare * n;
