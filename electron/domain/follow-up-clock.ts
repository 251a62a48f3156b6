// The response clock: how long an MQL has waited for sales, with or without Saturdays and Sundays.
import type { Zone } from './zone.ts';

const hourMs = 3_600_000;
const daysOfWeek = 7;

/** The hours in which sales means to answer, and in which it must. */
export type Clock = { readonly goalHours: number; readonly mostHours: number; readonly workingDaysOnly: boolean };

export const defaultClock: Clock = { goalHours: 24, mostHours: 72, workingDaysOnly: false };

/** ISO weekday 6 and 7; day 0 (1970-01-01) was a Thursday. */
const isWeekend = (day: number) => (((day + 3) % daysOfWeek) + daysOfWeek) % daysOfWeek >= 5;

/** Milliseconds of Saturdays and Sundays, by the zone's own midnights, between two instants. */
function weekendMs(zone: Zone, from: number, to: number): number {
  let sum = 0;
  const last = zone.dayAt(to);
  for (let day = zone.dayAt(from); day <= last; day++) {
    if (!isWeekend(day)) continue;
    const start = Math.max(from, zone.startOfDay(day));
    const end = Math.min(to, zone.startOfDay(day + 1));
    if (end > start) sum += end - start;
  }
  return sum;
}

/** Hours on the clock between two instants; never below 0, so that a clock set back does no harm. */
export function hoursOnClock(zone: Zone, from: number, to: number, { workingDaysOnly }: Clock): number {
  if (to <= from) return 0;
  return (to - from - (workingDaysOnly ? weekendMs(zone, from, to) : 0)) / hourMs;
}

/** The instant at which the clock has run `hours` since `from`: when an answer is late. */
export function clockEnd(zone: Zone, from: number, hours: number, { workingDaysOnly }: Clock): number {
  if (!workingDaysOnly) return from + hours * hourMs;
  let left = hours * hourMs;
  let at = from;
  for (;;) {
    const day = zone.dayAt(at);
    const end = zone.startOfDay(day + 1);
    if (!isWeekend(day)) {
      if (left <= end - at) return at + left;
      left -= end - at;
    }
    at = end;
  }
}

export type ClockState = 'in-time' | 'late' | 'too-late';

/** In time up to and including the goal, late up to and including the most. */
export function clockState(hours: number, clock: Clock): ClockState {
  if (hours <= clock.goalHours) return 'in-time';
  return hours <= clock.mostHours ? 'late' : 'too-late';
}
