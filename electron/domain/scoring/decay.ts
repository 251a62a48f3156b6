// Half-lives: what is left of an activity's points after some days.
import { dayMs } from '../../../shared/dates.ts';

/** Whole spans of 24 hours from `at` to `now` (UTC ms); 0 when `at` lies in the future. Zones and DST do not matter. */
export const ageInDays = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / dayMs));

/** Nearest whole number; halves go away from zero, so that -5 fades exactly as 5 does. Never -0. */
const whole = (value: number): number => (value < 0 ? 0 - Math.round(-value) : Math.round(value));

/** points * 2^(-days / half-life), rounded; the points themselves when there is no half-life. */
export const decayed = (points: number, halfLifeDays: number | null, days: number): number =>
  halfLifeDays === null ? points : whole(points * 2 ** (-days / halfLifeDays));

/** `decayed` for every age from 0 up to the last day on which anything is left; older is 0. */
export function decayTable(points: number, halfLifeDays: number): Int32Array {
  const size = points === 0 ? 0 : Math.ceil(halfLifeDays * Math.log2(2 * Math.abs(points))) + 1;
  const table = new Int32Array(size);
  for (let days = 0; days < size; days++) table[days] = decayed(points, halfLifeDays, days);
  return table;
}
