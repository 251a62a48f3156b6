// Which part of a line says what happened, and by which word.

import { findBegun, findNamed, findRival, findTerm } from './activities.ts';
import type { ActivityKind } from './activity-terms.ts';
import type { FoundActivity } from './found-activity.ts';
import { languageOf } from './language.ts';
import { findMisspelled } from './misspelled.ts';
import { confirms, onlyPlanned } from './not-happened.ts';
import type { DividedLine, Part } from './parts.ts';
import { foldedPattern } from './pattern.ts';
import type { LineHome, LineSpan } from './said.ts';
import { isAppointment, isToCome } from './steps.ts';

/** From here on it is told what it was about. */
const about = foldedPattern(
  /(?<=^|\s)(?:about|re|regarding|concerning|asking|wanting|to (?:say|ask|discuss|book|arrange|see|talk|chase|confirm|check|order|cancel|complain|get|find)|that|because|who|which|so|pour (?=\p{L}+(?:er|ir|re)(?![\p{L}]))\S+|para (?=\p{L}+(?:ar|er|ir)(?![\p{L}]))\S+|om te|and (?:said|says|wants|wanted|asked|is|will|has|they|he|she)|wegen|bezuglich|bzgl\.?|betreffend|betreffs|uber(?! (?:das |unser |die |unsere |eure )?(?:kontakt|web|online|formular|internet|homepage|facebook|instagram|linkedin))|zwecks|weil|dass|au sujet|a propos|concernant|parce|sobre|acerca|porque|omdat|over (?:een|de|het)|riguardo|angaende)(?=\s|$|:)/u,
);

/** Where what it is about begins; the end of the part where nothing says so. */
export function aboutFrom(folded: string, { from, to }: LineSpan): number {
  const text = folded.slice(from, to);
  // "About the gate, she called": at the very beginning it leads nowhere.
  const match = about.exec(text);
  return match && text.slice(0, match.index).trim() !== '' ? from + match.index : to;
}

export type FoundIn = {
  readonly part: Part;
  readonly head: LineSpan;
  readonly found: FoundActivity;
  /** Something else that happened, joined to it. */
  readonly rival: FoundActivity | null;
};

const moved = (found: FoundActivity, by: number): FoundActivity => ({
  ...found,
  spans: found.spans.map(({ from, to }) => ({ from: from + by, to: to + by })),
});

/** Where somebody came from or what they looked at, beside what they or we did. */
const besides: readonly ActivityKind[] = ['website', 'event', 'pricing', 'comparison', 'referral', 'card'];
/** Kinds that say the same thing twice: "called, left a message". */
const alike: readonly (readonly ActivityKind[])[] = [
  ['call', 'voicemail', 'missed', 'missedByEither', 'contact', 'chased'],
  ['email', 'reply', 'sent', 'quote', 'chased', 'contact', 'accepted'],
  ['text', 'whatsapp', 'chat', 'contact', 'chased', 'reply', 'sent'],
  ['meeting', 'showroom', 'contact', 'event', 'demo'],
];
const kindOf = ({ means }: FoundActivity): ActivityKind | null => ('kind' in means ? means.kind : null);
const isAlike = (one: ActivityKind, other: ActivityKind): boolean =>
  one === other || alike.some(kinds => kinds.includes(one) && kinds.includes(other));

/** What else somebody did, in another part of the line, by a verb for a call, a message or a meeting. */
function elsewhere(folded: string, parts: readonly Part[], at: FoundIn): FoundIn | null {
  for (const part of parts) {
    if (part === at.part || part.isStep) continue;
    const head = { from: part.from, to: aboutFrom(folded, part) };
    const found = findTerm(folded.slice(head.from, head.to), false);
    const kind = found && kindOf(found);
    if (found?.verb && kind && alike.some(kinds => kinds.includes(kind)) && kind !== 'accepted')
      return { part, head, found: moved(found, head.from), rival: null };
  }
  return null;
}

/** What happened, and what else did. */
function withOthers(folded: string, parts: readonly Part[], at: FoundIn): FoundIn {
  const [mine, other] = [kindOf(at.found), elsewhere(folded, parts, at)];
  const theirs = other && kindOf(other.found);
  // "Found us on the website, called about a gate". Else the first says what happened, and the second stays in the note.
  return mine && other && theirs && besides.includes(mine) && !isAlike(mine, theirs) ? other : at;
}

/** A type is called by the beginning of its name in a few words only. */
const mostBegun = 4;
/** Forms that are said of what is to come as well: "ruft an", "le mando", "calls". */
const presents = foldedPattern(
  /^(?:ruft|rufe|rufen|meldet|schreibt|schreibe|schickt|schicke|belt|bel|schrijft|mailt|stuurt|r?appelle(?:nt)?|envoie|ecrit|chiama|chiamo|scrive|mando|manda|invio|invia|envio|envia|llamo|llama|escribe|escribo|liga|ligo|escreve|rings|calls|writes|texts|e-?mails|visits)(?![\p{L}])/u,
);
/** A noun, or a verb of the present, beside a day to come has not happened. */
function isStillToCome(part: Part, found: FoundActivity, folded: string, today: string): boolean {
  const [span] = found.spans;
  if (
    !span ||
    (found.side === 'theirs' && !presents.test(folded.slice(span.from, span.to))) ||
    !part.dates.some(date => date.past.length === 0 && isToCome(date, today))
  )
    return false;
  const word = folded.slice(span.from, span.to);
  const kind = kindOf(found);
  return (
    kind !== null &&
    alike.some(kinds => kinds.includes(kind)) &&
    kind !== 'missed' &&
    kind !== 'accepted' &&
    (presents.test(word) || isAppointment(word) || (!found.verb && !/(?:ed|sent|ge\p{L}+t|schickt)$/u.test(word)))
  );
}

const helps = foldedPattern(/(?<![\p{L}])(?:hat|haben|habe|hab|hatte|hatten|heeft|hebben|heb|had|hadden)(?![\p{L}])/u);
/** "Hat wegen der Dachrinne | angerufen": the verb at the end belongs to the head, what it was about stands between. */
function headOf(folded: string, part: Part): { readonly head: LineSpan; readonly text: string } {
  const head = { from: part.from, to: aboutFrom(folded, part) };
  const text = folded.slice(head.from, head.to);
  const rest = folded.slice(head.to, part.to);
  const verb = helps.test(text) ? /(?<=\s)\p{L}+(?=\s*$)/u.exec(rest) : null;
  if (!verb) return { head, text };
  const from = head.to + verb.index;
  const last = folded.slice(from, part.to);
  if (!findTerm(last, false)?.verb) return { head, text };
  return { head: { from: head.from, to: part.to }, text: text + ' '.repeat(verb.index) + last };
}

/** The first part that says what happened: by the name of a type, by a word for it, or else by what somebody wants. */
export function findActivity(
  { folded: typed, parts }: DividedLine,
  { types, language, today }: LineHome,
): FoundIn | null {
  // Dutch "met" is a preposition, English "met" what happened.
  const isDutch = languageOf(typed, language) === 'nl';
  const folded = isDutch ? typed.replace(/(?<![\p{L}])(?<!gesproken )met(?![\p{L}])/gu, 'mit') : typed;
  const inUse = types.filter(({ archived }) => !archived);
  for (const weak of [false, true]) {
    for (const part of parts) {
      if (part.isStep) continue;
      const { head, text } = headOf(folded, part);
      const named = weak ? null : findNamed(text, inUse);
      const term = findTerm(text, weak);
      const [own, word] = [named?.spans[0], term?.spans[0]];
      // "Rang, booked a site visit": what is done comes before what is named.
      const verbFirst = own && word && term?.verb && word.to <= own.from;
      const found = named && !verbFirst ? named : term;
      if (found && !isStillToCome(part, moved(found, head.from), folded, today))
        return withOthers(folded, parts, { part, head, found: moved(found, head.from), rival: findRival(text, found) });
    }
  }
  for (const part of parts) {
    const head = { from: part.from, to: aboutFrom(folded, part) };
    const found = part.isStep ? null : findMisspelled(folded.slice(head.from, head.to));
    if (found) return { part, head, found: moved(found, part.from), rival: null };
  }
  for (const part of parts) {
    const words = folded.slice(part.from, part.to).match(/\p{L}+/gu) ?? [];
    const text = folded.slice(part.from, part.to);
    const isNone = part.isStep || words.length > mostBegun || onlyPlanned.test(text) || confirms.test(text);
    const found = isNone ? null : findBegun(text, inUse);
    if (found) return { part, head: { from: part.from, to: part.to }, found: moved(found, part.from), rival: null };
  }
  return null;
}
