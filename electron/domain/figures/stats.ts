// The statistics behind the figures: Wilson intervals, quantiles, and what a rate says about a band.
import type { FigureStatus, TargetRange } from '../../../shared/figures.ts';

/** Quantile of the standard normal distribution for a two-sided 95 % interval. */
const z95 = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number };

/**
 * Interval of a share after `numerator` of `n`, between 0 and 1 (E. B. Wilson, JASA 22, 1927, without continuity correction): 95 %, or
 * what the normal quantile `z` stands for. Null when n is 0: nothing is known then.
 */
export function wilson(numerator: number, n: number, z = z95): Interval | null {
  if (n <= 0) return null;
  const share = numerator / n;
  const z2 = z * z;
  const middle = share + z2 / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 and at n the bound is exact; rounding must not push it outside, nor away from the share.
  const low = numerator === 0 ? 0 : Math.max(0, (middle - spread) / scale);
  const high = numerator === n ? 1 : Math.min(1, (middle + spread) / scale);
  return { low, high };
}

/** Where the whole interval lies; `cannot-tell` when an edge of the range is in it. */
const compare = (interval: Interval | null, targetRange: TargetRange): 'below' | 'inside' | 'above' | 'cannot-tell' => {
  if (interval === null) return 'cannot-tell';
  if (interval.high < targetRange.low) return 'below';
  if (interval.low > targetRange.high) return 'above';
  return interval.low >= targetRange.low && interval.high <= targetRange.high ? 'inside' : 'cannot-tell';
};

const maxMore = 100_000;

/**
 * How many more leads it would take to tell, if the share stayed as it is; null when even 100,000 more would not do, or when
 * there is no share yet.
 */
export function moreToDecide(numerator: number, n: number, targetRange: TargetRange): number | null {
  if (n <= 0) return null;
  const share = numerator / n;
  const tells = (more: number) => compare(wilson(share * (n + more), n + more), targetRange) !== 'cannot-tell';
  if (!tells(maxMore)) return null;
  let low = 0;
  let high = maxMore;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tells(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The side of the range that an interval with an edge of it inside surely does not reach; null when it reaches out on both. */
const sureSide = (interval: Interval, { low, high }: TargetRange): 'not-below' | 'not-above' | null =>
  interval.low >= low ? 'not-below' : interval.high <= high ? 'not-above' : null;

/**
 * Chance that the true share is at most `share`, after `numerator` of `n` and knowing nothing before: the distribution function of
 * Beta(numerator + 1, n - numerator + 1), as the upper tail of a binomial distribution of n + 1 (Abramowitz and Stegun 26.5.24).
 */
function chanceAtMost(share: number, numerator: number, n: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  const size = n + 1;
  const odds = share / (1 - share);
  const mode = Math.floor((size + 1) * share);
  // Weights against that of the mode, outwards until they no longer matter.
  let all = 0;
  let tail = 0;
  const count = (k: number, weight: number) => {
    all += weight;
    if (k > numerator) tail += weight;
  };
  for (let k = mode, weight = 1; k <= size && weight > 1e-18; k++) {
    count(k, weight);
    weight *= ((size - k) / (k + 1)) * odds;
  }
  for (let k = mode, weight = 1; k > 0 && weight > 1e-18; k--) {
    weight *= k / ((size - k + 1) * odds);
    count(k - 1, weight);
  }
  return tail / all;
}

/**
 * Where a rate lies against a target range. What is sure on one side is said, and a share inside the range whose interval
 * reaches out is probably inside where that is likelier than not. A recent cohort can still rise: it can be found above or not below and nothing else, and how
 * many more people it would take cannot be said, because time alone will change it.
 */
export function judge(numerator: number, n: number, targetRange: TargetRange, immature: boolean): FigureStatus {
  const interval = wilson(numerator, n);
  if (interval === null) return { is: 'cannot-tell', sure: null, more: null, because: 'nobody' };
  const whole = compare(interval, targetRange);
  const side = whole === 'cannot-tell' ? sureSide(interval, targetRange) : null;
  if (immature) {
    if (whole === 'above') return { is: 'above', sure: null, more: null, because: null };
    const risen = whole === 'inside' || side === 'not-below';
    return { is: risen ? 'not-below' : 'cannot-tell', sure: null, more: null, because: 'immature' };
  }
  if (whole !== 'cannot-tell') return { is: whole, sure: null, more: null, because: null };
  const share = numerator / n;
  const chance = chanceAtMost(targetRange.high, numerator, n) - chanceAtMost(targetRange.low, numerator, n);
  const inside = share >= targetRange.low && share <= targetRange.high && chance > 0.5;
  const more = moreToDecide(numerator, n, targetRange);
  if (inside) return { is: 'probably-inside', sure: side, more, because: 'too-few' };
  return { is: side ?? 'cannot-tell', sure: null, more, because: 'too-few' };
}

/** Quantile of sorted values by linear interpolation (Hyndman and Fan 1996, type 7, as in spreadsheets). NaN when empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length === 0 ? Number.NaN : sum / values.length;
}
