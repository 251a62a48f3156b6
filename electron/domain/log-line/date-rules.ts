// How days are written: a pattern on the folded line each, and the day it means. The first that fits wins.
import { addDays, addMonths, weekday } from '../../../shared/dates.ts';
import {
  amountWords,
  countOf,
  dayParts,
  longWeekdays,
  monthOf,
  partWords,
  shortWeekdays,
  unitOf,
  unitWords,
  weekdayOf,
} from './date-words.ts';
import { ahead, away, back, onDate, onDayOfMonth, onWeekday } from './days.ts';
import { clock, coming, type DateHome, type DateReading, day, happened, minutesOf } from './found-date.ts';
import { foldedPattern } from './pattern.ts';
import type { Moment } from './said.ts';

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, home: DateHome) => DateReading | null];

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
const rule = (pattern: string, read: Rule[1]): Rule => [foldedPattern(`${b}(?:${pattern})${e}`, 'g'), read];

const endOf: Readonly<Record<string, (today: string) => string>> = {
  week: today => addDays(today, 5 - Math.min(5, weekday(today))),
  month: today => addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1),
  year: today => `${today.slice(0, 4)}-12-31`,
};
const nextMonday = (today: string): string => addDays(today, 8 - weekday(today));
const firstOfNextMonth = (today: string): string => addMonths(`${today.slice(0, 7)}-01`, 1);

function todayPart(home: DateHome, part: string | undefined): DateReading {
  const begins = dayParts[part ?? ''] ?? 0;
  if (begins * 60 > minutesOf(home.time)) return coming(day(home.today));
  return { pull: part === undefined ? null : 'past', past: [day(home.today)], future: [day(home.today)], why: null };
}

const weekdayIn = (word: string): number =>
  longWeekdays.split('|').includes(word)
    ? weekdayOf(word)
    : [
        'lunedi|segunda',
        'martedi|terca',
        'mercoledi|quarta',
        'giovedi|quinta',
        'venerdi|sexta',
        'sabato',
        'domenica',
      ].findIndex(words => words.split('|').includes(word)) + 1;

/** "Mercredi 2" is the second where that is a Wednesday; "Monday 9" is rather nine o'clock. */
function numbered(home: DateHome, named: string, number: number, isDate: boolean): DateReading | null {
  const date = number > 31 ? null : onDayOfMonth(home, number);
  const of = weekdayIn(named);
  const isIt = (one: Moment): boolean => weekday(one.date) === of;
  if (date && (isDate || number > 12 || date.future.some(isIt))) {
    const [past, future] = [date.past.filter(isIt), date.future.filter(isIt)];
    return past.length + future.length === 0 ? date : { ...date, past, future };
  }
  if (!date) return null;
  const on = onWeekday(home, of, '');
  const time = clock((number < 7 ? number + 12 : number) * 60);
  const past = on.past.map(one => day(one.date, time));
  return { ...on, past: [...past, ...date.past.filter(isIt)], future: on.future.map(one => day(one.date, time)) };
}

const weekdays = `${longWeekdays}|${shortWeekdays}`;
export const dateRules: readonly Rule[] = [
  // Days that are counted from today.
  rule(`(?:this|earlier this|heute|ce|cet|cette|esta|este) (${partWords})`, (m, h) => todayPart(h, m[1])),
  rule('(?:the )?day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer', (_, h) =>
    happened(day(addDays(h.today, -2))),
  ),
  rule('(?:the )?day after tomorrow|ubermorgen|apres-demain|pasado manana', (_, h) => coming(day(addDays(h.today, 2)))),
  rule(`(?:yesterday|y'?day|gestern|hier|ayer)(?: (?:por la )?(?:${partWords}))?|last night|anoche`, (_, h) =>
    happened(day(addDays(h.today, -1))),
  ),
  rule(
    `(?:tomorrow|tmrw|tmw|tomoz|morgen fruh|morgen|demain|(?<!la )manana)(?: (?:por la )?(?:${partWords}))?`,
    (_, h) => coming(day(addDays(h.today, 1))),
  ),
  rule('just now|right now|a moment ago|gerade eben|soeben|a l.instant|ahora mismo|hace un momento', (_, h) =>
    happened(day(h.today, h.time)),
  ),
  rule('earlier(?: today)?|vorhin|tout a l.heure|hace un rato', (_, h) => happened(day(h.today))),
  rule('later today|tonight|spater heute|mas tarde|plus tard', (_, h) => coming(day(h.today))),
  rule("today|heute|aujourd'hui|hoy|now", (_, h) => todayPart(h, undefined)),
  // So much ago, and in so much.
  rule(`(${amountWords}) ?(${unitWords}) (?:ago|back|before|her)`, (m, h) =>
    happened(away(h, countOf(m[1] ?? ''), unitOf(m[2] ?? ''), -1)),
  ),
  rule(
    `(?:vor|il y a|ca fait|hace|depuis) (?:etwa |ca\\.? |environ |unos |unas )?(${amountWords}) ?(${unitWords})`,
    (m, h) => happened(away(h, countOf(m[1] ?? ''), unitOf(m[2] ?? ''), -1)),
  ),
  rule(
    `(?:in|within|in about|dans|sous|d'ici|en|dentro de|binnen|innerhalb von) (?:about |etwa )?(?:the next )?(${amountWords}) ?(${unitWords})(?:'?s? time)?`,
    (m, h) => coming(away(h, countOf(m[1] ?? ''), unitOf(m[2] ?? ''), 1)),
  ),
  rule(`(${amountWords}) ?(${unitWords})'? time`, (m, h) =>
    coming(away(h, countOf(m[1] ?? ''), unitOf(m[2] ?? ''), 1)),
  ),
  rule(
    `(?:a |1 )?week (?:on |from |from next )?(${longWeekdays})|(${longWeekdays}) week|(${longWeekdays}) in einer woche|(${longWeekdays}) en huit`,
    (m, h) => coming(day(addDays(ahead(h.today, weekdayOf(m.slice(1).find(Boolean) ?? '')), 7))),
  ),
  rule('(?:a )?(?:week|fortnight) today', (m, h) => coming(day(addDays(h.today, m[0].includes('fortnight') ? 14 : 7)))),
  // Weeks, months and years as wholes.
  rule(
    '(?:last|past) week|letzte[rn]? woche|vorige[rn]? woche|(?:la )?semaine derniere|(?:la )?semana pasada',
    (_, h) => happened(day(addDays(h.today, -7))),
  ),
  rule('last month|letzten monat|letzter monat|(?:le )?mois dernier|(?:el )?mes pasado', (_, h) =>
    happened(day(addMonths(h.today, -1))),
  ),
  rule('last year|letztes jahr|letzten jahres|(?:l.)?annee derniere|(?:el )?ano pasado', (_, h) =>
    happened(day(addMonths(h.today, -12))),
  ),
  rule(
    '(?:by |before )?(?:the )?(?:end of|late) next (week|month)|ende nachster (woche)|ende nachsten (monats)|(?:la )?fin (?:de )?(?:la )?(semaine) prochaine|(?:la )?fin du (mois) prochain|(?:a )?(?:finales|fin) de (?:la )?(?:proxima (semana)|(semana) que viene)',
    (m, h) => {
      const isMonth = /^m/.test(m.slice(1).find(Boolean) ?? '');
      return coming(
        day(endOf[isMonth ? 'month' : 'week']?.(isMonth ? firstOfNextMonth(h.today) : nextMonday(h.today)) ?? h.today),
      );
    },
  ),
  rule(
    '(?:early |some ?time |beginning of )?next week|(?:anfang )?nachste[rn]? woche|kommende[rn]? woche|(?:la )?semaine prochaine|(?:la )?proxima semana|(?:la )?semana que viene',
    (_, h) => coming(day(nextMonday(h.today))),
  ),
  rule(
    'next month|nachste[rn]? monat|nachsten monats|(?:le )?mois prochain|(?:el )?(?:proximo mes|mes que viene)',
    (_, h) => coming(day(firstOfNextMonth(h.today))),
  ),
  rule(
    '(?:in the )?new year|next year|nachstes jahr|im neuen jahr|(?:l.)?annee prochaine|(?:el )?(?:proximo ano|ano que viene)',
    (_, h) => coming(day(`${Number(h.today.slice(0, 4)) + 1}-01-02`)),
  ),
  rule(
    '(?:by |before )?(?:the )?end of (?:the |this )?(week|month|year)|eow|eom|ende (?:der |des )?(woche|monats|jahres)|(?:la )?fin (?:de |du )?(?:la )?(semaine|mois)|(?:a )?(?:finales|fin) de (semana|mes|ano)',
    (m, h) => {
      const word = m.slice(1).find(Boolean) ?? (m[0] === 'eom' ? 'month' : 'week');
      const unit = /^(?:m|mon)/.test(word) && !/^mi/.test(word) ? 'month' : /^(?:y|j|a)/.test(word) ? 'year' : 'week';
      return coming(day(endOf[unit]?.(h.today) ?? h.today));
    },
  ),
  rule('(?:the )?weekend', (_, h) => ({
    pull: null,
    past: [day(back(h.today, 6))],
    future: [day(ahead(h.today, 6))],
    why: null,
  })),
  // Dates.
  rule(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`, (m, h) => onDate(h, m[1], Number(m[2]), Number(m[3]))),
  rule(
    String.raw`(?:on |the |am |le |el |by |bis |before |avant (?:le )?|para el )?(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?(?: of| de)? ?(\p{L}{3,10})\.?,?(?: (?:de |del )?((?:19|20)\d\d|\d{3,4}))?`,
    (m, h) => {
      const month = monthOf(m[2] ?? '');
      const read = month === null ? null : onDate(h, m[3], month, Number(m[1]));
      return read && /^(?:by|bis|before|avant|para)/.test(m[0]) && read.future.length > 0
        ? { ...read, pull: 'future', past: [] }
        : read;
    },
  ),
  rule(String.raw`(?:on |by |before )?(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d\d))?`, (m, h) => {
    const month = monthOf(m[1] ?? '');
    return month === null ? null : onDate(h, m[3], month, Number(m[2]));
  }),
  rule(
    String.raw`(?:on |am |le |el (?:dia )?|il |no dia |dia |em |by |bis |vom |du |avant (?:le )?|para el |entro il |ate (?:dia )?)?(\d{1,2})([./])(\d{1,2})(?:\2(\d{2,4})|\.)?`,
    (m, h) => {
      const [first, second] = [Number(m[1]), Number(m[3])];
      // "2.5" is a number; a date with dots ends in one, or has a year.
      if (m[2] === '.' && m[4] === undefined && !m[0].endsWith('.')) return null;
      const dayFirst = m[2] === '.' || first > 12 || (h.dayFirst && second <= 12);
      const read = dayFirst ? onDate(h, m[4], second, first) : onDate(h, m[4], first, second);
      return read && /^(?:by|bis|avant|para|entro|ate)/.test(m[0]) && read.future.length > 0
        ? { ...read, pull: 'future', past: [] }
        : read;
    },
  ),
  rule(String.raw`(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})`, (m, h) => {
    const [first, second] = [Number(m[1]), Number(m[2])];
    return h.dayFirst || first > 12 ? onDate(h, m[3], second, first) : onDate(h, m[3], first, second);
  }),
  rule(String.raw`(?:on |by |before )?(?:the |(?<=on |by |before ))(\d{1,2})(?:st|nd|rd|th)`, (m, h) => {
    const read = onDayOfMonth(h, Number(m[1]));
    return read && /^(?:by|before)/.test(m[0]) ? { ...read, pull: 'future', past: [] } : read;
  }),
  // "Mercredi 2", "Wed the 2nd": the number says which.
  rule(
    `(?:on |am |le |el |il )?(${longWeekdays}|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta) (?:the |den |dia )?(\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?!\\d|[:.,h]\\d| ?(?:h|uhr|uur|am|pm|o'clock|k|%|[£€$])(?![\\p{L}]))`,
    (m, h) => numbered(h, m[1] ?? '', Number(m[2]), /the |den |dia |(?:st|nd|rd|th|er|\.)$/.test(m[0])),
  ),
  // Weekdays.
  rule(
    `(?:(by|before|until|till?|bis|vor|spatestens|avant|d'ici|antes del?|para|hasta|next|last|this coming|this|coming|on|am|nachsten?|letzten?|kommenden?|diesen|vergangenen?|ce|este) )?(?:the |le |el |am |next |kommenden )?(${weekdays})s?(?: (next|last|gone|prochain|dernier|proximo|pasado|(?:que|q) viene))?(?: (?:por la |au |am )?(?:${partWords}))?`,
    (m, h) => {
      const [whole, before = '', named = '', after = ''] = m;
      // "Sat down", "sun room", "wed in May": three letters are a day only beside a word that says so.
      const isShort = new RegExp(`^(?:${shortWeekdays})$`).test(named);
      if (
        isShort &&
        before === '' &&
        after === '' &&
        !endsAlone(m) &&
        !(h.language === 'en' && /^(?:tue|tues|weds|thu|thur|thurs|fri)$/.test(named)) &&
        !new RegExp(`${named} (?:${partWords}|at )`).test(whole)
      )
        return null;
      const next = /(?:next|nachsten|kommenden) /.test(whole.slice(before.length)) && before !== 'next' ? 'next' : '';
      return onWeekday(h, weekdayOf(named), after || (before && before !== 'on' && before !== 'am' ? before : next));
    },
  ),
];

/** True where nothing but a mark, a time or the end follows. */
const endsAlone = ({ input, index, 0: whole }: RegExpExecArray): boolean =>
  /^\s*(?:$|[,;.!?)\-–]|\d|(?:at|to|for|with|w\/|re|about|if|and|then|when)(?![\p{L}])|@|\ue003)/u.test(
    input.slice(index + whole.length),
  );
