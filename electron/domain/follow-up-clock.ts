// The response clock: waiting time of an MQL without days off and holidays.
import { dayNumber, type PlainDate } from '../../shared/dates.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Zone } from './zone.ts';

const hourMs = 3_600_000;
const daysOfWeek = 7;

/** The hours in which sales means to answer, and in which it must; and the days on which the clock stands still. */
export type Clock = {
  readonly goalHours: number;
  readonly maxHours: number;
  /** ISO weekdays, 1 Monday to 7 Sunday; never all seven. */
  readonly freeWeekdays: readonly number[];
  readonly holidays: readonly PlainDate[];
};

export const defaultClock: Clock = { goalHours: 24, maxHours: 72, freeWeekdays: [], holidays: [] };

/** The clock of a workspace: the same for Today, the board, the handoff and the figures. */
export const clockOf = (
  settings: Pick<Settings, 'answerWithinHours' | 'answerAtMostHours' | 'freeWeekdays' | 'holidays'>,
): Clock => ({
  goalHours: settings.answerWithinHours,
  maxHours: settings.answerAtMostHours,
  freeWeekdays: settings.freeWeekdays,
  holidays: settings.holidays,
});

/** Whether the clock stands still on a day; day 0 (1970-01-01) was a Thursday. */
function freeDays({ freeWeekdays, holidays }: Clock): (day: number) => boolean {
  const off = new Set(holidays.map(dayNumber));
  const weekday = (day: number) => ((((day + 3) % daysOfWeek) + daysOfWeek) % daysOfWeek) + 1;
  return day => freeWeekdays.includes(weekday(day)) || off.has(day);
}

const neverStops = ({ freeWeekdays, holidays }: Clock) => freeWeekdays.length === 0 && holidays.length === 0;

/** Milliseconds of free days, by the zone's own midnights, between two instants. */
function freeMs(zone: Zone, from: number, to: number, clock: Clock): number {
  const isFree = freeDays(clock);
  let sum = 0;
  const last = zone.dayAt(to);
  for (let day = zone.dayAt(from); day <= last; day++) {
    if (!isFree(day)) continue;
    const start = Math.max(from, zone.startOfDay(day));
    const end = Math.min(to, zone.startOfDay(day + 1));
    if (end > start) sum += end - start;
  }
  return sum;
}

/** Hours on the clock between two instants; never below 0, so that a clock set back does no harm. */
export function hoursOnClock(zone: Zone, from: number, to: number, clock: Clock): number {
  if (to <= from) return 0;
  return (to - from - (neverStops(clock) ? 0 : freeMs(zone, from, to, clock))) / hourMs;
}

/** The instant at which the clock has run `hours` since `from`: when an answer is late. */
export function clockEnd(zone: Zone, from: number, hours: number, clock: Clock): number {
  if (neverStops(clock)) return from + hours * hourMs;
  const isFree = freeDays(clock);
  let left = hours * hourMs;
  let at = from;
  for (;;) {
    const day = zone.dayAt(at);
    const end = zone.startOfDay(day + 1);
    if (!isFree(day)) {
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
  return hours <= clock.maxHours ? 'late' : 'too-late';
}
