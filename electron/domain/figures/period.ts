// Periods the figures are counted over: weeks by the workspace's first day, calendar months, quarters and years.
import { dayNumber, fromDayNumber, isoWeek, type PlainDate, weekStart } from '../../../shared/dates.ts';
import type { PeriodKind } from '../../../shared/figures.ts';

/** Local days [fromDay, toDay), as days since 1970-01-01. */
export type Days = { readonly fromDay: number; readonly toDay: number };

/** A period on the calendar; `to` is the first date after it. */
export type Period = Days & { readonly kind: PeriodKind; readonly from: PlainDate; readonly to: PlainDate };

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

const twoDigits = (value: number) => String(value).padStart(2, '0');
/** First date of a month counted from January of year 0. */
const firstOfMonth = (month: number): PlainDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}-01`;

const between = (kind: PeriodKind, from: PlainDate, to: PlainDate): Period => ({
  kind,
  from,
  to,
  fromDay: dayNumber(from),
  toDay: dayNumber(to),
});

/** The period of a kind that holds a date. `firstDay` is the ISO weekday weeks start on, 1 Monday to 7 Sunday. */
export function periodOf(kind: PeriodKind, date: PlainDate, firstDay: number): Period {
  if (kind === 'week') {
    const from = weekStart(date, firstDay);
    return between(kind, from, fromDayNumber(dayNumber(from) + 7));
  }
  const length = monthsIn[kind];
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = month - (month % length);
  return between(kind, firstOfMonth(first), firstOfMonth(first + length));
}

/** The period `steps` after (or, negative, before) another, of the same kind. */
export function shift(period: Period, steps: number): Period {
  if (period.kind === 'week') {
    const day = period.fromDay + 7 * steps;
    return between('week', fromDayNumber(day), fromDayNumber(day + 7));
  }
  const length = monthsIn[period.kind];
  const month = Number(period.from.slice(0, 4)) * 12 + Number(period.from.slice(5, 7)) - 1 + steps * length;
  return between(period.kind, firstOfMonth(month), firstOfMonth(month + length));
}

/** "Week 12 of 2026", "March 2026", "Quarter 1 of 2026", "2026". Weeks are numbered as in ISO 8601, by their Thursday. */
export function periodLabel(period: Period): string {
  const year = period.from.slice(0, 4);
  const month = Number(period.from.slice(5, 7)) - 1;
  switch (period.kind) {
    case 'week':
      return `Week ${isoWeek(period.from)} of ${weekYear(period)}`;
    case 'month':
      return `${months[month]} ${year}`;
    case 'quarter':
      return `Quarter ${month / 3 + 1} of ${year}`;
    case 'year':
      return year;
    default:
      return period.kind satisfies never;
  }
}

function weekYear(week: Period): string {
  for (let day = week.fromDay; day < week.toDay; day++) {
    if ((day + 3) % 7 === 3) return fromDayNumber(day).slice(0, 4);
  }
  return week.from.slice(0, 4);
}
