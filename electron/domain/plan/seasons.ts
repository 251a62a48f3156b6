// Seasons: which months bring more leads than others. Only from two whole years with enough leads, and only where it is no chance.
import { dayMs } from '../../../shared/dates.ts';
import type { Draws } from './draws.ts';

/** Arrivals by month of the year, and as many as would come without seasons. */
export type Seasons = { readonly seen: readonly number[]; readonly expected: readonly number[] };

const yearDays = 365.25;
const leastYears = 2;
const leastArrivals = 120;
/** Chi-squared with 11 degrees of freedom, 95 %. */
const critical = 19.68;
/** Leads whose weight the even year has in a month. */
const shrinkage = 10;

export const monthOf = (day: number): number => new Date(day * dayMs).getUTCMonth();

/** Null where the records cover fewer than two years, hold fewer than 120 leads, or are as even as chance allows. Yields between years. */
export function* seasonsOf(entered: Float64Array, beginsDay: number, day: number): Generator<void, Seasons | null> {
  const years = Math.min(5, Math.floor((day - beginsDay) / yearDays));
  if (years < leastYears) return null;
  const seen = Array.from({ length: 12 }, () => 0);
  const expected = Array.from({ length: 12 }, () => 0);
  let all = 0;
  for (let year = 0; year < years; year++) {
    yield;
    const to = day - year * yearDays;
    const from = to - yearDays;
    let ofYear = 0;
    for (const at of entered) {
      if (!(at > from && at <= to)) continue;
      const month = monthOf(at);
      seen[month] = (seen[month] ?? 0) + 1;
      ofYear++;
    }
    for (let i = 0; i < 365; i++) {
      const month = monthOf(from + i + 0.5);
      expected[month] = (expected[month] ?? 0) + ofYear / 365;
    }
    all += ofYear;
  }
  if (all < leastArrivals) return null;
  const chi = seen.reduce(
    (sum, count, month) => sum + (count - (expected[month] ?? 0)) ** 2 / Math.max(1, expected[month] ?? 0),
    0,
  );
  return chi > critical ? { seen, expected } : null;
}

/** Which part of each of `n` intervals of `h` days from `day` on lies in each month of the year: twelve numbers for each. */
export function monthShares(day: number, n: number, h: number): Float64Array {
  const shares = new Float64Array(12 * n);
  for (let i = 0; i < n; i++) {
    const until = day + (i + 1) * h;
    for (let at = day + i * h; at < until; ) {
      const to = Math.min(until, Math.floor(at) + 1);
      const month = 12 * i + monthOf(Math.floor(at));
      shares[month] = (shares[month] ?? 0) + (to - at) / h;
      at = to;
    }
  }
  return shares;
}

/**
 * A draw of the factor of each month: Gamma(seen + 10, expected + 10), shrunk towards an even year. `pace` of each interval is
 * multiplied by that of its months.
 */
export function drawSeasons(seasons: Seasons, shares: Float64Array, random: Draws, pace: Float64Array): void {
  const factors = seasons.seen.map(
    (seen, month) => random.gamma(seen + shrinkage) / ((seasons.expected[month] ?? 0) + shrinkage),
  );
  for (let i = 0; i < pace.length; i++) {
    const factor = factors.reduce((sum, one, month) => sum + one * (shares[12 * i + month] ?? 0), 0);
    pace[i] = (pace[i] ?? 0) * factor;
  }
}
