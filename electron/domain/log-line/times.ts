// Times in a line: "at 3", "14:30", "3pm", "15 Uhr", and the day each belongs to.
import { addDays } from '../../../shared/dates.ts';
import {
  clock,
  coming,
  type DateHome,
  type DateReading,
  day,
  type FoundDate,
  isBefore,
  minutesOf,
} from './found-date.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan, Moment } from './said.ts';
import { type FoundTime, timesInWords } from './times-in-words.ts';

/** Before a time that is still to come: "after 5", "vor 12". */
const limitWords =
  'before|after|by|from|till|until|vor|nach|bis|ab|avant|apres|antes de las?|despues de las?|a partir de las?|prima delle|dopo le|voor|na|vanaf|antes das|depois das';
const limit = foldedPattern(`^(?:${limitWords})(?![\\p{L}])`);

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
const atWords = `(?:(?:${limitWords}|at|@|um|gegen|a las|a la|alle ore|alle|a|vers|verso le|om|rond|as|kl\\.?|klockan|o godz\\.?|around|about) ?)?`;
/** The part of the day behind an hour: "a las 7 de la tarde", "um 7 abends". */
const parts =
  " (?:(?:de la |da |in the |du |di |del |de l'|'?s )(?:tarde|noche|noite|evening|afternoon|soir|apres-midi|sera|pomeriggio|avonds|middags|manana|manha|morning|matin|mattina|morgens|ochtends)|abends|nachmittags|morgens|vormittags)";
const timeRule = foldedPattern(
  `${b}(${atWords})(?:(\\d{1,2})[:.h](\\d{2})(?: ?uhr| ?uur)?|(\\d{1,2}) ?(?:uhr|uur|u|h)(?: ?(\\d{2}))?|(\\d{1,2})|(noon|midday|midi|mediodia|mezzogiorno|meio-dia)) ?(am|pm|a\\.m\\.|p\\.m\\.|o'?clock)?(${parts})?${e}`,
  'g',
);

/** Times in figures and in words. */
export const findTimes = (folded: string): FoundTime[] => {
  const found = timesInWords(folded);
  const isFree = ({ from, to }: LineSpan) => !found.some(one => from < one.to && one.from < to);
  return [...found, ...inFigures(folded).filter(isFree)];
};

function inFigures(folded: string): FoundTime[] {
  return [...folded.matchAll(timeRule)].flatMap(match => {
    const [whole, at = '', h1, m1, h2, m2, h3, noon, mark, part] = match;
    const bare = h3 !== undefined;
    // A number alone is a time only after "at" or before "am" and "pm".
    if (
      bare &&
      mark === undefined &&
      part === undefined &&
      !(
        /^(?:at|@|um|a las|a la|as|alle|om|kl)/.test(at) ||
        (limit.test(at) && !/^(?:nach|bis|from|ab|na|voor)/.test(at))
      )
    )
      return [];
    if (
      bare &&
      mark === undefined &&
      part === undefined &&
      /^\s*(?:%|[£€$]|k\b|[.,]\d|(?!(?:yesterday|today|tomorrow|tmrw|tomoz|on|last|next|gestern|heute|morgen|am|hier|demain|le|ayer|hoy|manana|el|del|ieri|oggi|domani|ontem|hoje|amanha|gisteren|vandaag|pa|para|to|for|pour|per|zum|mit|with|con|avec|and|und|y|et|e|wegen|re|about|over) )\p{L})/u.test(
        folded.slice(match.index + whole.length),
      )
    )
      return [];
    const isAfterVerb = /(?:rang|called|phoned|rings|angerufen|rief an|appel\p{L}*|llam\p{L}*|at|um) $/u.test(
      folded.slice(0, match.index),
    );
    const beside = !isAfterVerb && h1 !== undefined && /\d\.\d/.test(whole) && mark === undefined && at.trim() === '';
    const hours = noon ? 12 : Number(h1 ?? h2 ?? h3);
    const minutes = Number(m1 ?? m2 ?? 0);
    const pm =
      mark?.startsWith('p') === true ||
      /tarde|no(?:ch|it)e|evening|afternoon|soir|midi|sera|pomeriggio|avonds|middags|abends|nachmittags/.test(
        part ?? '',
      );
    if (hours > (mark && mark !== "o'clock" ? 12 : 23) || minutes > 59) return [];
    const hour = pm && hours < 12 ? hours + 12 : mark?.startsWith('a') && hours === 12 ? 0 : hours;
    // Without am or pm, and said in twelve hours, it may be either.
    const half =
      part === undefined && (mark === undefined || mark.startsWith('o'))
        ? hours >= 1 && hours <= 11 && h2 === undefined && (h1 === undefined || hours < 7) && !noon
        : false;
    const isLimit = limit.test(at);
    return [
      { from: match.index, to: match.index + whole.length, time: clock(hour * 60 + minutes), half, beside, isLimit },
    ];
  });
}

const later = (time: string): string => clock(minutesOf(time) + 720);

/** A day with a time: "at 3" is three in the afternoon unless that is still to come. */
export function withTime(
  read: FoundDate | null,
  { time, half, isLimit }: Pick<FoundTime, 'time' | 'half' | 'isLimit'>,
  home: DateHome,
): DateReading {
  const afternoon = half && minutesOf(time) < 7 * 60 ? later(time) : time;
  const yesterday = addDays(home.today, -1);
  const pastOf = ({ date }: Moment): Moment[] => {
    const best = day(date, afternoon);
    if (isBefore(best, home)) return [best];
    return isBefore(day(date, time), home) ? [day(date, time)] : [];
  };
  if (read === null) {
    if (isLimit) return coming(day(afternoon > home.time ? home.today : addDays(home.today, 1), afternoon));
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
