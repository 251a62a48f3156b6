// What a day that is named means, seen from today: "Monday", "3 May", "in two weeks", "the 14th".
import { addDays, addMonths, isPlainDate, weekday } from '../../../shared/dates.ts';
import type { TimeUnit } from './date-words.ts';
import {
  clock,
  coming,
  type DateHome,
  type DateReading,
  day,
  firstYear,
  happened,
  minutesOf,
  refused,
  stepYears,
  two,
} from './found-date.ts';
import type { Moment } from './said.ts';

/** `minutes` from now on, or back where it is negative. */
function shifted({ today, time }: DateHome, minutes: number): Moment {
  const at = minutesOf(time) + minutes;
  const days = Math.floor(at / 1440);
  return day(addDays(today, days), clock(at - days * 1440));
}

export function away(home: DateHome, count: number, unit: TimeUnit, sign: 1 | -1): Moment {
  if (unit === 'minute') return shifted(home, sign * Math.round(count));
  if (unit === 'hour') return shifted(home, sign * Math.round(count * 60));
  if (unit === 'month' || unit === 'year') {
    if (count < 1) return day(addDays(home.today, sign * (unit === 'year' ? 182 : 15)));
    return day(addMonths(home.today, sign * count * (unit === 'year' ? 12 : 1)));
  }
  const days = unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 1;
  return day(addDays(home.today, sign * Math.round(count * days)));
}

/** The next such weekday after today, and the latest one before it. */
export const ahead = (today: string, named: number): string => addDays(today, ((named - weekday(today) + 6) % 7) + 1);
export const back = (today: string, named: number): string =>
  addDays(ahead(today, named), weekday(today) === named ? -14 : -7);

export function onWeekday(home: DateHome, named: number, how: string): DateReading {
  const { today } = home;
  const [next, last] = [day(ahead(today, named)), day(back(today, named))];
  const isToday = weekday(today) === named;
  // Monday of this week, and of the one after it.
  const monday = addDays(today, 1 - weekday(today));
  if (/^(?:last|letzten?|vergangenen?|dernier|pasado|gone)/.test(how)) {
    // "Last Tuesday", said on Thursday, is that of this week to some and that of the week before to others.
    return last.date >= monday ? happened(last, day(addDays(last.date, -7))) : happened(last);
  }
  if (/^(?:next|nachsten?|kommenden?|prochain|proximo|(?:que|q) viene)/.test(how)) {
    const ofNextWeek = addDays(monday, 6 + named);
    return ofNextWeek === next.date || !/^next/.test(how) ? coming(next) : coming(day(ofNextWeek), next);
  }
  if (
    /^(?:by|before|until|til|till|bis|vor|spatestens|avant|d'ici|jusqu|antes|para|hasta|coming|this coming)/.test(how)
  )
    return { ...coming(isToday ? day(today) : next) };
  return {
    pull: null,
    past: isToday ? [day(today), last] : [last],
    future: isToday ? [day(today), next] : [next],
    why: null,
  };
}

/** A date as typed, with or without its year. */
export function onDate(
  { today }: DateHome,
  year: string | undefined,
  month: number,
  dayOfMonth: number,
): DateReading | null {
  const thisYear = Number(today.slice(0, 4));
  const at = (y: number): string => `${String(y).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  if (year !== undefined) {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    const date = at(full);
    if (year.length === 3 || full < firstYear || full > thisYear + stepYears)
      return { ...refused(`The year ${year} is not between ${firstYear} and ${thisYear + stepYears}.`) };
    if (!isPlainDate(date)) return refused(`${dayOfMonth}/${month}/${full} does not exist.`);
    return date <= today ? { ...happened(day(date)), future: date === today ? [day(date)] : [] } : coming(day(date));
  }
  const years = [0, -1, -2, -3, -4, -5, -6, -7, -8].map(delta => at(thisYear + delta)).filter(isPlainDate);
  const last = years.find(date => date <= today);
  const next = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map(delta => at(thisYear + delta))
    .find(date => isPlainDate(date) && date >= today);
  if (last === undefined || next === undefined) return null;
  return { pull: null, past: [day(last)], future: [day(next)], why: null };
}

/** A day of a month that is not named: "the 14th". */
export function onDayOfMonth({ today }: DateHome, dayOfMonth: number): DateReading | null {
  const near = (delta: number): string =>
    `${addMonths(`${today.slice(0, 7)}-01`, delta).slice(0, 7)}-${two(dayOfMonth)}`;
  const last = [0, -1, -2].map(near).find(date => isPlainDate(date) && date <= today);
  const next = [0, 1, 2].map(near).find(date => isPlainDate(date) && date >= today);
  return last && next ? { pull: null, past: [day(last)], future: [day(next)], why: null } : null;
}
