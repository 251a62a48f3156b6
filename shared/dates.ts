// Plain calendar dates as 'YYYY-MM-DD' text: arithmetic without clocks or zones.
import * as z from 'zod';

export type PlainDate = string;

/** A day that is not shortened or lengthened by daylight saving time. */
export const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** UTC ms of a day; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const utc = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month, day);

/** Days since 1970-01-01; NaN when the text is not a date that exists. */
export function dayNumber(date: PlainDate): number {
  const match = pattern.exec(date);
  if (!match) return Number.NaN;
  const ms = utc(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return fromDayNumber(ms / dayMs) === date ? ms / dayMs : Number.NaN;
}

/** The date that lies `day` days after 1970-01-01. */
export const fromDayNumber = (day: number): PlainDate => new Date(day * dayMs).toISOString().slice(0, 10);

export const isPlainDate = (text: string): boolean => !Number.isNaN(dayNumber(text));
const noSuchDate = 'This date does not exist.';
export const plainDateSchema = z.string().max(10, noSuchDate).refine(isPlainDate, noSuchDate);
/** A day as it is entered: a year such as 0202 is a slip of the keyboard. Days that are stored may lie outside. */
export const enteredDateSchema = plainDateSchema.refine(
  date => date >= '1990' && date < '2200',
  'Choose a day from 1990 to 2199.',
);

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/** The same day of another month; the last day of it where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = utc(year, month - 1 + months, 1);
  const last = utc(year, month + months, 0);
  return fromDayNumber(Math.min(first / dayMs + day - 1, last / dayMs));
}

export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** First day of the week that holds `date`, when weeks start on ISO weekday `firstDay`. */
export const weekStart = (date: PlainDate, firstDay: number): PlainDate =>
  addDays(date, -((weekday(date) - firstDay + 7) % 7));

/** ISO 8601 week number, taken from the Thursday of the seven days that start at `start`. */
export function isoWeek(start: PlainDate): number {
  const thursday = addDays(start, (4 - weekday(start) + 7) % 7);
  const firstOfYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor(daysBetween(firstOfYear, thursday) / 7) + 1;
}
