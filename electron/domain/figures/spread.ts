// Spreads amounts of a span over its days.
import type { Days } from './period.ts';

/**
 * Part of a whole that is spread evenly over days, for those of its days that lie in a span. Parts of neighboring spans add up
 * to the whole exactly, because each is a difference of rounded running sums.
 */
export function partInDays(whole: number, spread: Days, { fromDay, toDay }: Days): number {
  const dayCount = spread.toDay - spread.fromDay;
  const until = (day: number) => Math.round((whole * Math.min(Math.max(day - spread.fromDay, 0), dayCount)) / dayCount);
  return until(toDay) - until(fromDay);
}

/** Whether two spans share a day; an empty span shares none. */
export const overlaps = (one: Days, other: Days): boolean =>
  Math.max(one.fromDay, other.fromDay) < Math.min(one.toDay, other.toDay);
