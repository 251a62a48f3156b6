// Leads come unevenly: in one draw, how many times as many as on average in each interval of the plan.
import type { Draws } from './draws.ts';

/** Half a week: within it leads come at one pace. */
const cellDays = 3.5;

/**
 * A gamma process in cells of half a week from the plan's day on, with the mean 1 and so uneven that counts of a pace of `aDay` leads
 * have `dispersion` times their mean as variance (a negative binomial count is a Poisson count of a gamma mean). Written to `out`, one
 * for each interval of `h` days. A later end only adds cells, so that more time never brings fewer leads.
 */
export function drawUnevenness(aDay: number, dispersion: number, h: number, random: Draws, out: Float64Array): void {
  const shape = (aDay * cellDays) / (dispersion - 1);
  if (!(shape > 0)) {
    out.fill(1);
    return;
  }
  let [at, cellEnd, level] = [0, 0, 1];
  for (let i = 0; i < out.length; i++) {
    const until = (i + 1) * h;
    let sum = 0;
    while (at < until) {
      if (at >= cellEnd) {
        cellEnd += cellDays;
        level = random.gamma(shape) / shape;
      }
      const to = Math.min(until, cellEnd);
      sum += level * (to - at);
      at = to;
    }
    out[i] = sum / h;
  }
}
