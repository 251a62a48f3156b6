// Reads a simulation: what is likely by the day, the chance of a goal, and how many new leads that chance asks for.
import { poissonQuantile } from './draws.ts';
import { sumOf } from './money.ts';
import type { Simulation } from './simulate.ts';

export type PlanTarget = { readonly what: 'customers' | 'revenue'; readonly amount: number };

const none = new Float64Array(0);

/** Per simulation: customers, or money in minor units, where new leads come `times` as often as now. */
export function outcomes(
  { each, fromArrivals, fromPipe, quantile, money, unpriced, sums }: Simulation,
  goal: PlanTarget['what'],
  times = 1,
): Float64Array {
  const out = new Float64Array(fromPipe.length);
  for (let at = 0; at < out.length; at++) {
    const d = Math.floor(at / each);
    const fresh = poissonQuantile((fromArrivals[d] ?? 0) * times, quantile[at] ?? 0);
    out[at] =
      goal === 'customers'
        ? (fromPipe[at] ?? 0) + fresh
        : (money[at] ?? 0) + sumOf(sums[d] ?? none, (unpriced[at] ?? 0) + fresh, (at % each) * 29);
  }
  return out;
}

/** Share of simulations that reach the goal. */
export function chanceOf(simulation: Simulation, { what, amount }: PlanTarget, times = 1): number {
  const all = outcomes(simulation, what, times);
  let reached = 0;
  for (const value of all) if (value >= amount) reached++;
  return reached / all.length;
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
export function timesFor(simulation: Simulation, goal: PlanTarget, chance: number): number | null {
  if (chanceOf(simulation, goal, 0) >= chance) return 0;
  let [low, high] = [0, 1];
  while (chanceOf(simulation, goal, high) < chance) {
    if (high >= mostTimes) return null;
    low = high;
    high = Math.min(2 * high, mostTimes);
  }
  for (let round = 0; round < rounds; round++) {
    const middle = (low + high) / 2;
    if (chanceOf(simulation, goal, middle) >= chance) high = middle;
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
