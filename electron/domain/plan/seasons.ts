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

const even: readonly number[] = Array.from({ length: 12 }, () => 1);

/** A draw of the factor of each month: Gamma(seen + 10, expected + 10), shrunk towards an even year; all 1 without seasons. */
export const drawSeasons = (seasons: Seasons | null, random: Draws): readonly number[] =>
  seasons === null
    ? even
    : even.map(
        (_, month) =>
          random.gamma((seasons.seen[month] ?? 0) + shrinkage) / ((seasons.expected[month] ?? 0) + shrinkage),
      );
