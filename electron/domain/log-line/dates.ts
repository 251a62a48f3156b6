// Days and times in a line: what each would be of something that happened, and of something still to do.
import { addDays, addMonths, isPlainDate, weekday } from '../../../shared/dates.ts';
import {
  amountWords,
  countOf,
  dayParts,
  longWeekdays,
  monthOf,
  partWords,
  shortWeekdays,
  type Unit,
  unitOf,
  unitWords,
  weekdayOf,
} from './date-words.ts';
import { languageOf } from './language.ts';
import { findOtherDates } from './other-dates.ts';
import type { LineHome, Moment, Span } from './said.ts';

export type FoundDate = Span & {
  /** Where it can only lie: "ago" and "yesterday" before now, "tomorrow" and "by" after it. */
  readonly pull: 'past' | 'future' | null;
  /** The best first; several are asked; none: it is no day that can be used, and `why` says so. */
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  readonly why: string | null;
};
type Read = Omit<FoundDate, 'from' | 'to'>;
type Home = Pick<LineHome, 'today' | 'time' | 'dayFirst' | 'language'>;
type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, home: Home) => Read | null];

/** Years in which something can have happened. */
export const firstYear = 1990;
/** How far ahead a next step may lie. */
export const stepYears = 10;

const day = (date: string, time: string | null = null): Moment => ({ date, time });
const happened = (...past: readonly Moment[]): Read => ({ pull: 'past', past, future: [], why: null });
const coming = (...future: readonly Moment[]): Read => ({ pull: 'future', past: [], future, why: null });
const refused = (why: string): Read => ({ pull: null, past: [], future: [], why });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `minutes` from now on, or back where it is negative. */
function shifted({ today, time }: Home, minutes: number): Moment {
  const at = minutesOf(time) + minutes;
  const days = Math.floor(at / 1440);
  return day(addDays(today, days), clock(at - days * 1440));
}

function away(home: Home, count: number, unit: Unit, sign: 1 | -1): Moment {
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
const ahead = (today: string, named: number): string => addDays(today, ((named - weekday(today) + 6) % 7) + 1);
const back = (today: string, named: number): string =>
  addDays(ahead(today, named), weekday(today) === named ? -14 : -7);

function onWeekday(home: Home, named: number, how: string): Read {
  const { today } = home;
  const [next, last] = [day(ahead(today, named)), day(back(today, named))];
  const isToday = weekday(today) === named;
  // Monday of this week, and of the one after it.
  const monday = addDays(today, 1 - weekday(today));
  if (/^(?:last|letzten?|vergangenen?|dernier|pasado|gone)/.test(how)) {
    // "Last Tuesday", said on Thursday, is that of this week to some and that of the week before to others.
    return last.date >= monday ? happened(last, day(addDays(last.date, -7))) : happened(last);
  }
  if (/^(?:next|nachsten?|kommenden?|prochain|proximo|que viene)/.test(how)) {
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
function onDate({ today }: Home, year: string | undefined, month: number, dayOfMonth: number): Read | null {
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
function onDayOfMonth({ today }: Home, dayOfMonth: number): Read | null {
  const near = (delta: number): string =>
    `${addMonths(`${today.slice(0, 7)}-01`, delta).slice(0, 7)}-${two(dayOfMonth)}`;
  const last = [0, -1, -2].map(near).find(date => isPlainDate(date) && date <= today);
  const next = [0, 1, 2].map(near).find(date => isPlainDate(date) && date >= today);
  return last && next ? { pull: null, past: [day(last)], future: [day(next)], why: null } : null;
}

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`${b}(?:${pattern})${e}`, 'gu'), read];

const endOf: Readonly<Record<string, (today: string) => string>> = {
  week: today => addDays(today, 5 - Math.min(5, weekday(today))),
  month: today => addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1),
  year: today => `${today.slice(0, 4)}-12-31`,
};
const nextMonday = (today: string): string => addDays(today, 8 - weekday(today));
const firstOfNextMonth = (today: string): string => addMonths(`${today.slice(0, 7)}-01`, 1);

function todayPart(home: Home, part: string | undefined): Read {
  const begins = dayParts[part ?? ''] ?? 0;
  if (begins * 60 > minutesOf(home.time)) return coming(day(home.today));
  return { pull: part === undefined ? null : 'past', past: [day(home.today)], future: [day(home.today)], why: null };
}

const weekdays = `${longWeekdays}|${shortWeekdays}`;
const rules: readonly Rule[] = [
  // Days that are counted from today.
  rule(`(?:this|earlier this|heute|ce|cet|cette|esta|este) (${partWords})`, (m, h) => todayPart(h, m[1])),
  rule('(?:the )?day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer', (_, h) =>
    happened(day(addDays(h.today, -2))),
  ),
  rule('(?:the )?day after tomorrow|ubermorgen|apres-demain|pasado manana', (_, h) => coming(day(addDays(h.today, 2)))),
  rule(`(?:yesterday|y'?day|gestern|hier|ayer)(?: (?:por la )?(?:${partWords}))?|last night|anoche`, (_, h) =>
    happened(day(addDays(h.today, -1))),
  ),
  rule(`(?:tomorrow|tmrw|tmw|tomoz|morgen fruh|morgen|demain|manana)(?: (?:por la )?(?:${partWords}))?`, (_, h) =>
    coming(day(addDays(h.today, 1))),
  ),
  rule(
    'earlier(?: today)?|just now|right now|a moment ago|vorhin|gerade eben|soeben|tout a l.heure|hace un momento|hace un rato',
    (_, h) => happened(day(h.today)),
  ),
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
        ? { ...read, pull: 'future' }
        : read;
    },
  ),
  rule(String.raw`(?:on |by |before )?(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d\d))?`, (m, h) => {
    const month = monthOf(m[1] ?? '');
    return month === null ? null : onDate(h, m[3], month, Number(m[2]));
  }),
  rule(
    String.raw`(?:on |am |le |el |by |bis |vom |du |avant (?:le )?|para el )?(\d{1,2})([./])(\d{1,2})(?:\2(\d{2,4})|\.)?`,
    (m, h) => {
      const [first, second] = [Number(m[1]), Number(m[3])];
      // "2.5" is a number; a date with dots ends in one, or has a year.
      if (m[2] === '.' && m[4] === undefined && !m[0].endsWith('.')) return null;
      const dayFirst = m[2] === '.' || first > 12 || (h.dayFirst && second <= 12);
      const read = dayFirst ? onDate(h, m[4], second, first) : onDate(h, m[4], first, second);
      return read && /^(?:by|bis|avant|para)/.test(m[0]) && read.future.length > 0 ? { ...read, pull: 'future' } : read;
    },
  ),
  rule(String.raw`(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})`, (m, h) => {
    const [first, second] = [Number(m[1]), Number(m[2])];
    return h.dayFirst || first > 12 ? onDate(h, m[3], second, first) : onDate(h, m[3], first, second);
  }),
  rule(String.raw`(?:on |by )?the (\d{1,2})(?:st|nd|rd|th)`, (m, h) => onDayOfMonth(h, Number(m[1]))),
  // Weekdays.
  rule(
    `(?:(by|before|until|till?|bis|vor|spatestens|avant|d'ici|antes del?|para|hasta|next|last|this coming|this|coming|on|am|nachsten?|letzten?|kommenden?|diesen|vergangenen?|ce|este) )?(?:the |le |el |am |next |kommenden )?(${weekdays})s?(?: (next|last|gone|prochain|dernier|proximo|pasado|que viene))?(?: (?:por la |au |am )?(?:${partWords}))?`,
    (m, h) => {
      const [whole, before = '', named = '', after = ''] = m;
      // "Sat down", "sun room", "wed in May": three letters are a day only beside a word that says so.
      const isShort = new RegExp(`^(?:${shortWeekdays})$`).test(named);
      if (
        isShort &&
        before === '' &&
        after === '' &&
        !endsAlone(m) &&
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
  /^\s*(?:$|[,;.!?)\-–]|\d|at\b|@|\ue003)/.test(input.slice(index + whole.length));

const atWords = String.raw`(?:(?:at|@|um|gegen|a las|a la|a|vers|around|about) ?)?`;
const timeRule = new RegExp(
  `${b}(${atWords})(?:(\\d{1,2})[:.h](\\d{2})(?: ?uhr)?|(\\d{1,2}) ?(?:uhr|h)(?: ?(\\d{2}))?|(\\d{1,2})|(noon|midday|midi|mediodia)) ?(am|pm|a\\.m\\.|p\\.m\\.|o'?clock)?${e}`,
  'gu',
);

type FoundTime = Span & { readonly time: string; readonly half: boolean };

function findTimes(folded: string): FoundTime[] {
  return [...folded.matchAll(timeRule)].flatMap(match => {
    const [whole, at = '', h1, m1, h2, m2, h3, noon, mark] = match;
    const bare = h3 !== undefined;
    // A number alone is a time only after "at" or before "am" and "pm".
    if (bare && mark === undefined && !/^(?:at|um|a las|a la)/.test(at)) return [];
    if (bare && /^\s*(?:%|[£€$]|k\b|[.,]\d|\p{L})/u.test(folded.slice(match.index + whole.length))) return [];
    if (h1 !== undefined && /\d\.\d/.test(whole) && mark === undefined && at.trim() === '') return [];
    const hours = noon ? 12 : Number(h1 ?? h2 ?? h3);
    const minutes = Number(m1 ?? m2 ?? 0);
    const pm = mark?.startsWith('p') === true;
    if (hours > (mark && mark !== "o'clock" ? 12 : 23) || minutes > 59) return [];
    const hour = pm && hours < 12 ? hours + 12 : mark?.startsWith('a') && hours === 12 ? 0 : hours;
    // Without am or pm, and said in twelve hours, it may be either.
    const half =
      mark === undefined || mark.startsWith('o')
        ? hours >= 1 && hours <= 11 && h2 === undefined && h1 === undefined && !noon
        : false;
    return [{ from: match.index, to: match.index + whole.length, time: clock(hour * 60 + minutes), half }];
  });
}

const isBefore = (one: Moment, { today, time }: Home): boolean =>
  one.date < today || (one.date === today && (one.time === null || one.time <= time));
const later = (time: string): string => clock(minutesOf(time) + 720);

/** A day with a time: "at 3" is three in the afternoon unless that is still to come. */
function withTime(read: FoundDate | null, { time, half }: FoundTime, home: Home): Read {
  const afternoon = half && minutesOf(time) < 7 * 60 ? later(time) : time;
  const yesterday = addDays(home.today, -1);
  const pastOf = ({ date }: Moment): Moment[] => {
    const best = day(date, afternoon);
    if (isBefore(best, home)) return [best];
    return isBefore(day(date, time), home) ? [day(date, time)] : [];
  };
  if (read === null) {
    const past = pastOf(day(home.today));
    const isPast = past.length > 0;
    return {
      pull: null,
      past: isPast ? past : [day(yesterday, afternoon)],
      future: [day(afternoon > home.time ? home.today : addDays(home.today, 1), afternoon)],
      why: null,
    };
  }
  const future = read.future.map(({ date }) => day(date, afternoon));
  const past = read.past.flatMap(pastOf);
  return { ...read, past, future };
}

const between = (text: string): boolean => /^[\s,]*(?:(?:at|um|a|les|las)\s*)?$/.test(text);

/** Everything in the line that is a day or a time, in its order. `folded`: without addresses and phone numbers. */
export function findDates(folded: string, home: Home): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const isFree = ({ from, to }: Span): boolean => !found.some(one => from < one.to && one.from < to);
  for (const [pattern, read] of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
      const span = { from: match.index, to: match.index + match[0].trimEnd().length };
      const what = isFree(span) ? read(match, home) : null;
      if (what) found.push({ ...span, ...what });
      else if (pattern.lastIndex > match.index + 1)
        pattern.lastIndex = match.index + Math.max(1, match[0].search(/\s/) + 1 || 1);
    }
  }
  for (const time of findTimes(folded)) {
    if (!isFree(time)) continue;
    const beside = found.findIndex(
      one =>
        between(folded.slice(one.to, time.from)) ||
        (time.to <= one.from && /^\s*(?:on |am |le |el )?$/.test(folded.slice(time.to, one.from))),
    );
    const other = found[beside];
    if (other && !other.past.concat(other.future).some(one => one.time !== null)) {
      const joined = { from: Math.min(other.from, time.from), to: Math.max(other.to, time.to) };
      found[beside] = { ...withTime(other, time, home), ...joined };
    } else found.push({ from: time.from, to: time.to, ...withTime(null, time, home) });
  }
  if (found.length === 0) found.push(...readOthers(folded, home));
  return found.sort((one, other) => one.from - other.from);
}

function readOthers(folded: string, home: Home): FoundDate[] {
  return findOtherDates(folded, home, languageOf(folded, home.language)).map(({ from, to, moment, ahead: later }) => {
    const year = Number(moment.date.slice(0, 4));
    if (year < firstYear || year > Number(home.today.slice(0, 4)) + stepYears)
      return {
        from,
        to,
        ...refused(`The year ${year} is not between ${firstYear} and ${Number(home.today.slice(0, 4)) + stepYears}.`),
      };
    const past = isBefore(moment, home) ? [moment] : [];
    const future = later.date >= home.today ? [later] : [];
    const pull = past.length === 0 ? 'future' : future.length === 0 ? 'past' : null;
    return { from, to, pull, past, future, why: null };
  });
}
