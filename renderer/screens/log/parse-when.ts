// Reads when something happened the way people say it: "yesterday", "last Friday 14:30", "3 May", "2 days ago".
import { addDays, isPlainDate, type PlainDate, weekday } from '../../../shared/dates.ts';

export type When = { readonly date: PlainDate; readonly time: string | null };

type Home = {
  /** Today in the workspace's zone. */
  readonly today: PlainDate;
  /** Whether people here write 3/5 for 3 May (true) or for 5 March. */
  readonly dayFirst: boolean;
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The time at the end of the words, and the words without it; null when a time is meant that does not exist. */
function takeTime(text: string): { readonly rest: string; readonly time: string | null } | null {
  const match = /(?:^|\s)(?:at\s+)?(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return { rest: text, time: null };
  const minutes = Number(match[2] ?? 0);
  const half = match[3];
  const hours = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
  if (Number(match[1]) > (half ? 12 : 23) || minutes > 59) return null;
  return {
    rest: text.slice(0, match.index).trim(),
    time: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
  };
}

/** A date without a year is the latest one that is not in the future. */
function lately(month: number, day: number, today: PlainDate): PlainDate | null {
  const pad = (value: number) => String(value).padStart(2, '0');
  const thisYear = Number(today.slice(0, 4));
  // 29 February may lie up to eight years back.
  for (let year = thisYear; year > thisYear - 9; year -= 1) {
    const date = `${year}-${pad(month)}-${pad(day)}`;
    if (isPlainDate(date) && date <= today) return date;
  }
  return null;
}

/** Days back that have a name of their own. */
const saidDays: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['now', 0],
  ['today', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['tonight', 0],
  ['y', 1],
  ['yesterday', 1],
  ['last night', 1],
  ['yesterday morning', 1],
  ['yesterday afternoon', 1],
  ['day before yesterday', 2],
  ['last week', 7],
]);

function named(terms: string, { today, dayFirst }: Home): PlainDate | null {
  const days = saidDays.get(terms.replace(/^the /, ''));
  if (days !== undefined) return addDays(today, -days);
  const ago = /^(\d{1,3}) ?(d|day|days|w|week|weeks)( ago)?$/.exec(terms.replace(/^an? /, '1 '));
  if (ago) return addDays(today, -Number(ago[1]) * (ago[2]?.startsWith('w') ? 7 : 1));
  const day = /^(?:last |on )?([a-z]{3,})$/.exec(terms);
  const named = weekdays.findIndex(name => day?.[1]?.startsWith(name));
  if (named >= 0) return addDays(today, -((weekday(today) - (named + 1) + 6) % 7) - 1);
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]{3,})\.?(?: (\d{4}))?$/.exec(terms);
  const monthDay = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(terms);
  const month = months.findIndex(name => (dayMonth?.[2] ?? monthDay?.[1])?.startsWith(name)) + 1;
  if (month > 0) return whole(dayMonth?.[3] ?? monthDay?.[3], month, Number(dayMonth?.[1] ?? monthDay?.[2]), today);
  if (isPlainDate(terms)) return terms;
  const digits = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2,4}))?\.?$/.exec(terms);
  if (!digits) return null;
  const [first, second] = [Number(digits[1]), Number(digits[2])];
  const [d, m] = first > 12 || (dayFirst && second <= 12) ? [first, second] : [second, first];
  const year = digits[3] && digits[3].length === 2 ? `20${digits[3]}` : digits[3];
  return whole(year, m, d, today);
}

function whole(year: string | undefined, month: number, day: number, today: PlainDate): PlainDate | null {
  if (year === undefined) return lately(month, day, today);
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}

/** The day (and time, where one was said); null when the words mean no day. */
export function parseWhen(text: string, home: Home): When | null {
  const terms = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const taken = takeTime(terms);
  if (!taken) return null;
  const date = named(taken.rest.replace(/,$/, ''), home);
  return date === null ? null : { date, time: taken.time };
}

/** Whether `locale` writes the day before the month. */
export function isDayFirst(locale: string | undefined): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(part => part.type);
  return parts.indexOf('day') < parts.indexOf('month');
}
