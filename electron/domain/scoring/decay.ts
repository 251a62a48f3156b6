// Half-lives: what is left of an activity's points after some days.
import type { BehaviorRule } from '../../../shared/criteria.ts';
import { dayMs } from '../../../shared/dates.ts';

/** Whole spans of 24 hours from `at` to `now` (UTC ms); 0 when `at` lies in the future. Zones and DST do not matter. */
export const ageInDays = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / dayMs));

/** Nearest whole number; halves go away from zero, so that -5 fades exactly as 5 does. Never -0. */
const whole = (value: number): number => (value < 0 ? 0 - Math.round(-value) : Math.round(value));

/** points * 2^(-days / half-life), rounded; the points themselves when there is no half-life. */
export const decayed = (points: number, halfLifeDays: number | null, days: number): number =>
  halfLifeDays === null ? points : whole(points * 2 ** (-days / halfLifeDays));

/** Points of an activity of `days` days: faded, and none from `withinDays` on. */
export const pointsAt = (
  { points, halfLifeDays, withinDays = null }: Pick<BehaviorRule, 'points' | 'halfLifeDays' | 'withinDays'>,
  days: number,
): number => (withinDays !== null && days >= withinDays ? 0 : decayed(points, halfLifeDays, days));

/** Whether the points of a rule change with age. */
export const ages = ({ halfLifeDays, withinDays = null }: Pick<BehaviorRule, 'halfLifeDays' | 'withinDays'>): boolean =>
  halfLifeDays !== null || withinDays !== null;

/** `pointsAt` for every age from 0 up to the last day on which anything is left; older is 0. */
export function decayTable(rule: Pick<BehaviorRule, 'points' | 'halfLifeDays' | 'withinDays'>): Int32Array {
  const { points, halfLifeDays, withinDays = null } = rule;
  const last = withinDays ?? Number.POSITIVE_INFINITY;
  const faded = halfLifeDays === null ? last : Math.ceil(halfLifeDays * Math.log2(2 * Math.abs(points))) + 1;
  const size = points === 0 ? 0 : Math.min(faded, last);
  const table = new Int32Array(size);
  for (let days = 0; days < size; days++) table[days] = pointsAt(rule, days);
  return table;
}
