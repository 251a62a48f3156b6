// How long a step of the funnel usually takes, and who has not had that long yet.
import type { FunnelStage } from '../../../shared/stages.ts';
import type { HistoryIndex } from './index-history.ts';
import { firstAt, type Leads } from './scope.ts';
import { quantile } from './stats.ts';

const dayMs = 86_400_000;
const leastConversions = 10;
/** A cohort is young while more than this share of it has not had the usual time. */
const youngShare = 0.1;

/** A step, and the days it is taken to need while fewer than ten have made it. */
export type Step = { readonly from: FunnelStage; readonly to: FunnelStage; readonly fallbackDays: number };

/**
 * Days within which nine of ten of those who made a step had made it, whole and rounded up. Leads that passed both stages at
 * one moment never waited and are left out.
 */
export function usualDays(index: HistoryIndex, { from, to, fallbackDays }: Step): number {
  const days: number[] = [];
  for (let lead = 0; lead < index.leadCount; lead++) {
    const took = firstAt(index, lead, to) - firstAt(index, lead, from);
    if (Number.isFinite(took) && took > 0) days.push(took / dayMs);
  }
  if (days.length < leastConversions) return fallbackDays;
  return Math.ceil(quantile(Float64Array.from(days).sort(), 0.9));
}

/** How many of a cohort have had less than `days` since they came to the stage the step starts from. */
export function youngOnes(index: HistoryIndex, cohort: Leads, from: FunnelStage, days: number): number {
  const since = index.asOf - days * dayMs;
  let count = 0;
  for (let i = 0; i < cohort.length; i++) if (firstAt(index, cohort[i] ?? 0, from) > since) count++;
  return count;
}

export const isYoung = (young: number, n: number): boolean => young > youngShare * n;
