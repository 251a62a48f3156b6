// How days are written in Italian, Dutch, Portuguese, Polish and Swedish: one table of words for each, and the rules made of it.
import { addDays, addMonths } from '../../../shared/dates.ts';
import { away, onWeekday } from './days.ts';
import { coming, type DateHome, type DateReading, day, happened, minutesOf } from './found-date.ts';
import { type DayWords, dayWords } from './more-date-words.ts';
import { foldedPattern } from './pattern.ts';

export type DateRule = readonly [pattern: RegExp, read: (match: RegExpExecArray, home: DateHome) => DateReading | null];

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
const rule = (pattern: string, read: DateRule[1]): DateRule => [foldedPattern(`${b}(?:${pattern})${e}`, 'g'), read];

const firstOf = (words: string): string =>
  words
    .split('|')
    .toSorted((one, other) => other.length - one.length)
    .join('|');
const indexIn = (list: readonly string[], word: string): number =>
  list.findIndex(words => foldedPattern(`^(?:${words})$`).test(word));

/** Part of today: the earlier ones are past, those that begin later than now are to come. */
const partOfToday =
  (from: number): DateRule[1] =>
  (_, { today, time }) =>
    minutesOf(time) >= from * 60 ? happened(day(today)) : coming(day(today));

function rulesOf(words: DayWords): readonly DateRule[] {
  const counts = words.numbers.map(firstOf);
  const count = `\\d{1,3}|${counts.join('|')}`;
  const countOf = (text: string): number => {
    const at = indexIn(counts, text);
    return at < 0 ? Number(text) : at + 1;
  };
  const [minutes, hours, days, weeks, months, years] = words.units;
  const units = [minutes, hours, days, weeks, months, years].join('|');
  const unitOf = (text: string) =>
    (['minute', 'hour', 'day', 'week', 'month', 'year'] as const)[Math.max(0, indexIn(words.units, text))] ?? 'day';
  const so =
    (sign: 1 | -1): DateRule[1] =>
    (m, home) => {
      const moment = away(home, countOf(m[1] ?? ''), unitOf(m[2] ?? ''), sign);
      return sign < 0 ? happened(moment) : coming(moment);
    };
  const weekdays = words.weekdays.join('|');
  const part = `(?: (?:${words.parts}))?`;
  const on =
    (delta: number): DateRule[1] =>
    (_, { today }) =>
      delta < 0 ? happened(day(addDays(today, delta))) : coming(day(addDays(today, delta)));
  const monday = (today: string): string =>
    onWeekday({ today, time: '', dayFirst: true, language: '' }, 1, 'by').future[0]?.date ?? today;
  return [
    rule(`(?:${words.dayBeforeYesterday})${part}`, on(-2)),
    rule(`(?:${words.dayAfterTomorrow})${part}`, on(2)),
    rule(`(?:${words.yesterday})${part}`, on(-1)),
    rule(`(?:${words.thisMorning})`, partOfToday(0)),
    rule(`(?:${words.thisAfternoon})`, partOfToday(12)),
    rule(`(?:${words.thisEvening})`, partOfToday(17)),
    rule(`(?:${words.tomorrow})${part}`, on(1)),
    rule(words.justNow, (_, { today }) => happened(day(today))),
    rule(words.today, (_, { today }) => ({ pull: null, past: [day(today)], future: [day(today)], why: null })),
    ...words.ago.map(pattern => rule(pattern.replace('N', `(${count})`).replace('U', `(${units})`), so(-1))),
    ...words.inSo.map(pattern => rule(pattern.replace('N', `(${count})`).replace('U', `(${units})`), so(1))),
    rule(words.lastWeek, on(-7)),
    rule(words.nextWeek, (_, { today }) => coming(day(monday(today)))),
    rule(words.lastMonth, (_, { today }) => happened(day(addMonths(today, -1)))),
    rule(words.nextMonth, (_, { today }) => coming(day(addMonths(`${today.slice(0, 7)}-01`, 1)))),
    rule(words.endOfMonth, (_, { today }) => coming(day(addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1)))),
    rule(words.nextYear, (_, { today }) => coming(day(`${Number(today.slice(0, 4)) + 1}-01-02`))),
    rule(
      `(?:(${words.by}) )?(?:(${words.last})|(${words.next}) )?\\s?(?:(?:${words.on}) )?(${weekdays})(?: (?:(${words.last})|(${words.next})))?(?! \\d{1,2}(?![\\d:.,h]| ?(?:uur|u|h|ore)(?!\\p{L})))${part}`,
      (m, home) => {
        const [, by, last, next, named = '', lastBehind, nextBehind] = m;
        const how = last || lastBehind ? 'last' : next || nextBehind ? 'prochain' : by ? 'by' : '';
        return onWeekday(home, indexIn(words.weekdays, named) + 1, how);
      },
    ),
  ];
}

/** Rules of a language beyond those of date-rules.ts; they come first in a line of that language. */
export const moreDateRules: Readonly<Record<string, readonly DateRule[]>> = Object.fromEntries(
  Object.entries(dayWords).map(([language, words]) => [language, rulesOf(words)]),
);
