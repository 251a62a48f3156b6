// When a reminder may be told: not in quiet hours, not on days off, and without a time not before the morning.

import { fromDayNumber, type PlainDate, weekday } from '../../../shared/dates.ts';
import type { ReminderSettings } from '../../../shared/reminders.ts';
import type { Settings } from '../../../shared/workspace.ts';
import type { Zone } from '../zone.ts';

export type QuietRules = Pick<ReminderSettings, 'quiet' | 'quietFrom' | 'quietTo' | 'daysOff' | 'morning'> &
  Pick<Settings, 'freeWeekdays' | 'holidays'>;

/** Days looked ahead: more than any row of days off. */
const farthest = 800;
const wholeDay = 24 * 60;

/** Minutes since midnight of "09:30". */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Spans of a day, in minutes, in which something may be told. */
function openSpans({ quiet, quietFrom, quietTo }: QuietRules): readonly (readonly [from: number, to: number])[] {
  const [from, to] = [minuteOf(quietFrom), minuteOf(quietTo)];
  if (!quiet || from === to) return [[0, wholeDay]];
  const spans: readonly (readonly [number, number])[] =
    from < to
      ? [
          [0, from],
          [to, wholeDay],
        ]
      : [[to, from]];
  return spans.filter(([start, end]) => start < end);
}

const isFree = ({ daysOff, freeWeekdays, holidays }: QuietRules, date: PlainDate): boolean =>
  daysOff && (freeWeekdays.includes(weekday(date)) || holidays.includes(date));

/** The first moment from `at` on (UTC ms) at which it may be told; null: none within two years. `timed`: it has a time of its own. */
export function nextOpen(at: number, timed: boolean, rules: QuietRules, zone: Zone): number | null {
  const first = zone.dayAt(at);
  const spans = openSpans(rules);
  const morning = minuteOf(rules.morning);
  // Quiet hours that hold the rest of each day leave no morning: then any open time will do.
  const least = timed || spans.every(([, to]) => to <= morning) ? 0 : morning;
  for (let day = first; day < first + farthest; day++) {
    const date = fromDayNumber(day);
    if (isFree(rules, date)) continue;
    for (const [from, to] of spans) {
      const start = Math.max(at, zone.instant(date, Math.max(from, least)));
      const end = to === wholeDay ? zone.startOfDay(day + 1) : zone.instant(date, to);
      if (start < end && Math.max(from, least) < to) return start;
    }
  }
  return null;
}
