// Distribution of durations: quartiles, mean and histogram bins.
import type { Distribution } from '../../../shared/figures.ts';
import { mean, quantile } from './stats.ts';

const widths = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365];
const maxBars = 12;

/** Null when there is nothing to show. `sorted` is in the figure's unit, smallest first, none below 0. */
export function distribution(sorted: Float64Array): Distribution | null {
  if (sorted.length === 0) return null;
  const longest = sorted[sorted.length - 1] ?? 0;
  const width = widths.find(step => longest < step * maxBars) ?? Math.ceil((longest + 1) / maxBars);
  const count = Math.floor(longest / width) + 1;
  const bars = Array.from({ length: count }, (_, i) => ({ from: i * width, to: (i + 1) * width, count: 0 }));
  for (const value of sorted) {
    const bar = bars[Math.floor(value / width)];
    if (bar !== undefined) bar.count++;
  }
  return {
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    mean: mean(sorted),
    n: sorted.length,
    bars,
  };
}
