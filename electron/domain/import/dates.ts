// Parses dates. The order of day and month is decided per column, never per cell.
import { fromDayNumber, type PlainDate } from '../../../shared/dates.ts';
import type { DateOrder } from '../../../shared/import.ts';
import { monthOf } from './months.ts';

/** A moment as written: a day, perhaps seconds since its midnight (with milliseconds), perhaps minutes east of UTC. */
export type CellInstant = { readonly date: PlainDate; readonly seconds: number | null; readonly offset: number | null };

const threeNumbers = /^(\d{1,4})([./\-\s]|\.\s)(\d{1,2})\2(\d{1,4})\.?$/;
const cjk = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?$/;
const clock =
  /(?:^|[T,\s]\s?|\sat\s|\sum\s|\s-\s)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s?([ap]\.?\s?m\.?|Uhr)?\s?(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT)?(?:\s?\([^)]{0,40}\)|\s[A-Z]{2,5})?$/i;

/** Days from 1970-01-01 to the day a spreadsheet serial names. 1900 system: 60 is a day that never was, taken as 1 March. */
export const serialToDay = (serial: number, epoch: 1900 | 1904): number => {
  const whole = Math.floor(serial);
  if (epoch === 1904) return whole - 24_107;
  return whole - (whole <= 60 ? 25_568 : 25_569);
};

/** Two-digit years: 00 to 68 are of this century, as in POSIX and in spreadsheets up to a year. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) <= 68 ? 2000 : 1900);

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

function made(year: number, month: number, day: number): PlainDate | null {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (year < 1800 || year > 2200 || day < 1 || day > (monthDays[month - 1] ?? 0) + leap) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

type Split = { readonly day: string; readonly seconds: number | null; readonly offset: number | null };

function splitClock(text: string): Split {
  const match = text.includes(':') || /uhr/i.test(text) ? clock.exec(text) : null;
  if (!match || match.index === 0) return { day: text, seconds: null, offset: null };
  const half = match[5]?.toLowerCase().replace(/[.\s]/g, '') ?? '';
  let hours = Number(match[1]);
  if (half === 'pm' && hours < 12) hours += 12;
  if (half === 'am' && hours === 12) hours = 0;
  const milliseconds = Number((match[4] ?? '').padEnd(3, '0').slice(0, 3));
  const seconds = hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) + milliseconds / 1000;
  if (hours > 24 || Number(match[2]) > 59 || seconds > 86_400) return { day: text, seconds: null, offset: null };
  return { day: text.slice(0, match.index).trim(), seconds: seconds % 86_400, offset: offsetOf(match[6]) };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function named(text: string): PlainDate | null {
  if (text.length > 60) return null;
  const words = text
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª|\.)(?=[\s,]|$)/gi, '$1')
    .split(/[\s,./-]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u);
  let month: number | null = null;
  let others = 0;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d{1,4}$/.test(word)) numbers.push(word);
    else if (month === null && monthOf(word) !== null) month = monthOf(word);
    else if (word !== '') others++;
  }
  // "5 de marzo de 2024" has two more words; "Form created on Tue Oct 8" is a sentence.
  if (month === null || numbers.length === 0 || numbers.length > 2 || others > 3) return null;
  const [first = '', second] = numbers;
  if (second === undefined)
    return first.length === 4 || Number(first) > 31 || /^\p{L}+[-\s']\d{2}$/u.test(text)
      ? made(fullYear(first), month, 1)
      : null;
  return first.length === 4 ? made(Number(first), month, Number(second)) : made(fullYear(second), month, Number(first));
}

const fromUnix = (seconds: number): CellInstant => {
  const day = Math.floor(seconds / 86_400);
  return { date: fromDayNumber(day), seconds: Math.floor(seconds - day * 86_400), offset: 0 };
};

function fromNumber(text: string, order: DateOrder): CellInstant | null {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) return null;
  if (order === 'unix-s' || order === 'unix-ms') {
    const seconds = order === 'unix-s' ? value : value / 1000;
    return seconds > -3e9 && seconds < 7e9 ? fromUnix(seconds) : null;
  }
  if (value < 1 || value > 200_000) return null;
  // Half a second is added because serials carry their time as a rounded fraction.
  const seconds = Math.floor((value - Math.floor(value)) * 86_400 + 0.5);
  const day = serialToDay(value, order === 'serial-1904' ? 1904 : 1900) + Math.floor(seconds / 86_400);
  return {
    date: fromDayNumber(day),
    seconds: text.includes('.') || text.includes(',') ? seconds % 86_400 : null,
    offset: null,
  };
}

/** The moment in a cell of a column whose dates are written in `order`; null when it is not a date. */
export function parseDate(text: string, order: DateOrder): CellInstant | null {
  if (text.length < 4 || text.length > 80) return null;
  if (/^\d+(?:[.,]\d+)?$/.test(text)) {
    if (order.startsWith('serial') || order.startsWith('unix')) return fromNumber(text, order);
    const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    const date = packed && made(Number(packed[1]), Number(packed[2]), Number(packed[3]));
    if (date) return { date, seconds: null, offset: null };
    if (!/^\d{1,2}\.\d{4}$/.test(text))
      return /^\d{5}(?:[.,]\d+)?$/.test(text) ? fromNumber(text, 'serial-1900') : null;
  }
  const { day, seconds, offset } = splitClock(text);
  const date = plainDay(day, order);
  return date ? { date, seconds, offset } : null;
}

function plainDay(text: string, order: DateOrder): PlainDate | null {
  const bare = text.replace(/^\p{L}{2,12}\.?,?\s(?=\d)/u, '');
  const match = threeNumbers.exec(bare);
  if (match) {
    const [, a = '', , b = '', c = ''] = match;
    if (a.length >= 3) return a.length === 4 && c.length <= 2 ? made(Number(a), Number(b), Number(c)) : null;
    if ((order === 'ymd' || Number(a) > 31) && c.length <= 2) return made(fullYear(a), Number(b), Number(c));
    if (c.length === 3 || c.length === 1) return null;
    const monthFirst = order === 'mdy' && match[2] !== '.';
    return monthFirst ? made(fullYear(c), Number(a), Number(b)) : made(fullYear(c), Number(b), Number(a));
  }
  const east = cjk.exec(bare);
  if (east) return made(Number(east[1]), Number(east[2]), Number(east[3]));
  const monthOnly = /^(\d{4})[-/.](\d{1,2})$/.exec(bare) ?? /^(\d{1,2})[/.](\d{4})$/.exec(bare);
  if (monthOnly) {
    const [, x = '', y = ''] = monthOnly;
    return x.length === 4 ? made(Number(x), Number(y), 1) : made(Number(y), Number(x), 1);
  }
  return named(text);
}

/** True for a month without a day: "03.2024", "2024-03", "March 2024". */
export const isMonth = (text: string): boolean =>
  /^\d{4}[-/.]\d{1,2}$|^\d{1,2}[/.]\d{4}$/.test(text) ||
  (/^\p{L}{3,12}[.\s-]{1,2}\d{2,4}$/u.test(text) && parseDate(text, 'dmy') !== null);

/** What one cell says about the order of its column: one order, 'either' day or month first, or null: not a date. */
export function dateEvidence(text: string): DateOrder | 'either' | null {
  if (text.length < 6 || text.length > 80 || /^[+(]/.test(text)) return null;
  if (/^(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d$/.test(text)) return 'ymd';
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return null;
  const { day } = splitClock(text);
  // "Tue 3/4/2024": the name of the day is no month.
  const match = threeNumbers.exec(day.replace(/^\p{L}{2,12}\.?,?\s(?=\d)/u, ''));
  if (!match) return plainDay(day, 'ymd') ? 'ymd' : null;
  const [, a = '', mark, b = '', c = ''] = match;
  if (a.length === 4) return made(Number(a), Number(b), Number(c)) ? 'ymd' : null;
  const [first, second] = [Number(a), Number(b)];
  if (c.length !== 4 && c.length !== 2) return null;
  if (first > 31 && c.length === 2) return made(fullYear(a), second, Number(c)) ? 'ymd' : null;
  if (first > 12) return made(fullYear(c), second, first) ? 'dmy' : null;
  if (second > 12) return made(fullYear(c), first, second) ? 'mdy' : null;
  if (first === 0 || second === 0) return null;
  return mark === '.' || mark === '. ' ? 'dmy' : 'either';
}
