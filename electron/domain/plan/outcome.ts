// Reads a simulation: what is likely by the day, the chance of a goal, and how many new leads that chance asks for.
import { poissonQuantiles } from './draws.ts';
import { sumOf } from './money.ts';
import type { Simulation } from './simulate.ts';

export type PlanTarget = { readonly what: 'customers' | 'revenue'; readonly amount: number };

const none = new Float64Array(0);

/** Per simulation: customers, or money in minor units, where new leads come `times` as often as now. Written to `out`. */
export function outcomes(
  { each, fromArrivals, fromPipe, quantile, money, unpriced, sums }: Simulation,
  goal: PlanTarget['what'],
  times = 1,
  out = new Float64Array(fromPipe.length),
): Float64Array {
  for (const [d, mean] of fromArrivals.entries()) {
    const [from, to] = [d * each, (d + 1) * each];
    poissonQuantiles(mean * times, quantile, from, to, out);
    const amounts = sums[d] ?? none;
    for (let at = from; at < to; at++) {
      const fresh = out[at] ?? 0;
      out[at] =
        goal === 'customers'
          ? (fromPipe[at] ?? 0) + fresh
          : (money[at] ?? 0) + sumOf(amounts, (unpriced[at] ?? 0) + fresh, (at - from) * 29);
    }
  }
  return out;
}

/** Share of simulations that reach the goal. */
export const chanceOf = (simulation: Simulation, { what, amount }: PlanTarget, times = 1): number =>
  shareFrom(outcomes(simulation, what, times), amount);

function shareFrom(values: Float64Array, amount: number): number {
  let reached = 0;
  for (const value of values) if (value >= amount) reached++;
  return reached / values.length;
}

export type Likely = { readonly low: number; readonly mid: number; readonly high: number };

/** The median, and the interval that holds at least eight simulations of ten: the 10 % quantiles from both sides. */
export function likelyOf(values: Float64Array): Likely {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.1), mid: at(0.5), high: at(0.9) };
}

const mostTimes = 50;
const rounds = 12;

/**
 * How many times as many new leads as simulated give the wanted chance, to within one of 4,096 parts; 0 where none are needed, null where
 * fifty times as many would not do. The chance never falls with more leads, so halving finds it.
 */
export function timesFor(simulation: Simulation, { what, amount }: PlanTarget, chance: number): number | null {
  const out = new Float64Array(simulation.fromPipe.length);
  const isEnough = (times: number) => shareFrom(outcomes(simulation, what, times, out), amount) >= chance;
  if (isEnough(0)) return 0;
  let [low, high] = [0, 1];
  while (!isEnough(high)) {
    if (high >= mostTimes) return null;
    low = high;
    high = Math.min(2 * high, mostTimes);
  }
  for (let round = 0; round < rounds; round++) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Days before the goal's day by which half of the customers that a stage can still make must have come to it; 0: at once. */
export function halfTime(reach: Float64Array, h: number): number {
  const end = reach.at(-1) ?? 0;
  const i = reach.findIndex(share => share >= end / 2);
  return Math.max(0, i) * h;
}
