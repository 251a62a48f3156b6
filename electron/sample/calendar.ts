// Days counted back from today, and the hours at which people of the sample work or are awake.
import type { PlainDate } from '../../shared/dates.ts';
import { addDays, daysBetween, weekday } from '../../shared/dates.ts';
import type { Zone } from '../domain/zone.ts';
import type { Random } from './random.ts';

/** How far back the sample reaches. */
export const yearDays = 364;
export const minuteMs = 60_000;
export const hourMs = 3_600_000;

export type SampleCalendar = {
  /** UTC ms: nothing in the sample happened later. */
  readonly now: number;
  readonly today: PlainDate;
  /** The date so many days ago; negative for days to come. */
  readonly date: (daysAgo: number) => PlainDate;
  /** The instant at which the clock showed `minute` (since midnight), so many days ago. */
  readonly at: (daysAgo: number, minute: number) => number;
  readonly daysAgo: (at: number) => number;
  readonly dateAt: (at: number) => PlainDate;
  /** The first moment from `at` on at which an office is open (Monday to Friday, half past eight to half past five). */
  readonly office: (at: number, random: Random) => number;
  /** A moment on the same day at which people are awake. */
  readonly awake: (at: number, random: Random) => number;
};

const holidays: readonly string[] = ['12-25', '12-26', '01-01', '05-01'];
const isOpen = (day: PlainDate): boolean => weekday(day) <= 5 && !holidays.includes(day.slice(5));

export function createCalendar(now: number, zone: Zone): SampleCalendar {
  const today = zone.dateAt(now);
  const date = (daysAgo: number) => addDays(today, -Math.round(daysAgo));
  return {
    now,
    today,
    date,
    at: (daysAgo, minute) => zone.instant(date(daysAgo), minute),
    daysAgo: at => daysBetween(zone.dateAt(at), today),
    dateAt: zone.dateAt,
    office: (time, random) => {
      const at = Math.round(time);
      let day = zone.dateAt(at);
      const minute = zone.minuteAt(at);
      const opens = () => zone.instant(day, random.whole(8 * 60 + 30, 10 * 60));
      if (isOpen(day) && minute <= 17 * 60 + 30) return minute >= 8 * 60 + 30 ? at : opens();
      do day = addDays(day, 1);
      while (!isOpen(day));
      return opens();
    },
    awake: (time, random) => {
      const at = Math.round(time);
      const minute = zone.minuteAt(at);
      if (minute < 7 * 60) return zone.instant(zone.dateAt(at), random.whole(7 * 60, 10 * 60));
      if (minute > 22 * 60) return at - random.whole(60, 300) * minuteMs;
      return at;
    },
  };
}
