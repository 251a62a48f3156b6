// Everything in a line that is a day or a time.
import { dateRules } from './date-rules.ts';
import { fold } from './fold.ts';
import { type DateHome, type FoundDate, firstYear, isBefore, refused, stepYears } from './found-date.ts';
import { languageOf } from './language.ts';
import { moreDateRules } from './more-date-rules.ts';
import { findOtherDates } from './other-dates.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';
import { shortDateRules } from './short-dates.ts';
import { findTimes, withTime } from './times.ts';

const between = (text: string): boolean => /^[\s,]*(?:(?:at|um|a|les|las|alle|om|as|kl|o)\s*)?$/.test(text);

/**
 * Everything in the line that is a day or a time, in its order. `folded`: without addresses and phone numbers; `ofThings`: also what only
 * says which thing is meant.
 */
export function findDates(folded: string, home: DateHome, ofThings = false): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const isFree = ({ from, to }: LineSpan): boolean => !found.some(one => from < one.to && one.from < to);
  const language = languageOf(folded, home.language);
  for (const [pattern, read] of [...(moreDateRules[language] ?? []), ...dateRules, ...shortDateRules(language)]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
      const span = { from: match.index, to: match.index + match[0].replace(/[\s,]+$/, '').length };
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
        (time.to <= one.from && /^\s*(?:on |am |le |el |de |di )?$/.test(folded.slice(time.to, one.from))),
    );
    const other = found[beside];
    if (other && !other.past.concat(other.future).some(one => one.time !== null)) {
      const joined = { from: Math.min(other.from, time.from), to: Math.max(other.to, time.to) };
      found[beside] = { ...withTime(other, time, home), ...joined };
    } else if (!time.beside) found.push({ from: time.from, to: time.to, ...withTime(null, time, home) });
  }
  joinWeekdays(found, folded);
  if (found.length === 0) found.push(...readOthers(folded, home, language));
  // "Since the 10th" is no day on which something happened, and neither is one that only says which thing is meant.
  const isSince = ({ from }: LineSpan): boolean => since.test(folded.slice(0, from));
  const isOfThing = ({ from, to }: LineSpan): boolean =>
    ofThing.test(folded.slice(Math.max(0, to - 1))) || thingOf.test(folded.slice(0, from));
  return found
    .filter(one => !isSince(one) && (ofThings || !isOfThing(one)))
    .sort((one, other) => one.from - other.from);
}

const since = foldedPattern(
  /(?<![\p{L}])(?:since|seit(?: dem)?|depuis(?: le)?|desde(?: el)?(?: dia)?|dal|sinds|desde o?)\s*$/u,
);

/** "Last week's newsletter", "20 mins later": not "yesterday's meeting", which was yesterday. */
const ofThing = foldedPattern(
  /^.?(?:'s |s' |(?<=s) )(?:newsletter|mailing|mail|e-?mail|quote|quotation|proposal|offer|invoice|bill|order|delivery|leaflet|brochure|webinar|post|price|report|letter|message)s?(?![\p{L}])|^.?\s*(?:later|afterwards|spater|danach|plus tard|mas tarde|despues|piu tardi|dopo|later|mais tarde|depois)(?![\p{L}])/u,
);

/** "Thurs 3 Dec": the weekday says nothing more than the day beside it. */
function joinWeekdays(found: FoundDate[], folded: string): void {
  found.sort((one, other) => one.from - other.from);
  for (let index = 0; index + 1 < found.length; index++) {
    const [one, other] = [found[index], found[index + 1]];
    if (!one || !other || !/^[\s,]*(?:the |den |le |el |il )?$/.test(folded.slice(one.to, other.from))) continue;
    if (/\d/.test(folded.slice(one.from, one.to)) || !/\d/.test(folded.slice(other.from, other.to))) continue;
    found.splice(index, 2, { ...other, from: one.from });
  }
}

/** "My e-mail of the 18th", "unser Angebot vom Montag": the day is that of the thing. */
const thingOf = foldedPattern(
  /(?<![\p{L}])(?:(?:to|on|re|about|my|our|your|his|her|their|the|last|auf|mein\p{L}*|unser\p{L}*|ihr\p{L}*|dein\p{L}*|das|die|a|mon|ma|notre|votre|son|sa|leur|le|la|mi|nuestr[oa]|su|el|il|mio|mia|nostr[oa]|suo|sua|alla?|mijn|onze?|uw|de|het|meu|minha|nosso|nossa|o) )(?:\p{L}+ )?(?:e-?mails?|mails?|letters?|messages?|quotes?|quotations?|estimates?|offers?|proposals?|invoices?|bills?|orders?|brief|schreiben|nachricht|angebot|rechnung|auftrag|anfrage|lettre|courrier|courriel|message|devis|offre|facture|commande|carta|correo|mensaje|presupuesto|oferta|factura|pedido|lettera|messaggio|preventivo|offerta|fattura|ordine|bericht|offerte|factuur|bestelling|mensagem|orcamento|proposta|fatura)(?: (?:of|dated|sent|from|vom|von|du|de|del|dell?a?|van|do|da))(?: (?:the|le|la|el|il))?\s*$/u,
);

/** Two numbers beside each other are rather an amount: "2.100". */
const isNamed = (text: string): boolean => /\p{L}{3}/u.test(text) || /\d(?:[:h]\d| ?[ap]\.?m)/.test(text);

function readOthers(folded: string, home: DateHome, language: string): FoundDate[] {
  return findOtherDates(folded, home, language)
    .filter(
      ({ from, to }) =>
        isNamed(folded.slice(from, to)) && !ofThing.test(folded.slice(from, to).replace(/^.*(?= )/u, '')),
    )
    .map(({ from, to, moment, ahead: later }) => {
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

const noDay = 'Enter a day, such as yesterday, last Friday or 3 May.';

/** A text that is a day and nothing else. */
export function parseDate(text: string, home: DateHome): Omit<FoundDate, 'from' | 'to' | 'pull'> {
  const folded = fold(text.trim().replace(/\s/g, ' '));
  if (folded === '') return { past: [{ date: home.today, time: null }], future: [], why: null };
  const [found, other] = findDates(folded, home);
  const rest = found ? folded.slice(0, found.from) + folded.slice(found.to) : folded;
  if (!found || other || !/^[\s,.]*(?:(?:on|am|le|el|the|at|by)[\s,.]*)?$/.test(rest))
    return { past: [], future: [], why: noDay };
  const why = found.past.length + found.future.length === 0 ? (found.why ?? noDay) : null;
  return { past: found.past, future: found.future, why };
}
