// How surely the word that was found says what happened: what speaks against it is asked.
import { type ActivityKind, paperWords, quoteWords } from './activity-terms.ts';
import { mayUnsubscribe } from './doubts.ts';
import type { FoundIn } from './find-activity.ts';
import { fold } from './fold.ts';
import { isDenied } from './not-happened.ts';
import { leftOver } from './notes.ts';
import type { DividedLine } from './parts.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan, SaidActivity } from './said.ts';
import { endsName } from './small-words.ts';
import { isAppointment, isToCome } from './steps.ts';
import { isNamed } from './who.ts';

export type Evidence = {
  /** Nothing speaks against it. */
  readonly sure: boolean;
  /** What stands beside it went unread, so that its own words stay in the note. */
  readonly keep: boolean;
  /** It is a noun for an appointment that may still be to come. */
  readonly isToBe: boolean;
  /** They may want no more mail. */
  readonly isOptOut: boolean;
};

export const activityKindOf = (at: FoundIn | null): ActivityKind | null =>
  at && 'kind' in at.found.means ? at.found.means.kind : null;

/** Said of a quote that was spoken about, or asked for. */
const talked = foldedPattern(
  /(?<![\p{L}])(?:discuss\p{L}*|went (?:through|over)|talked|reviewed|looked|chat\p{L}*|besproken|besprochen|durchgegangen|discute|parle de|revu|hablado|repasado|comentado|discusso|visto|parlato|falamos|(?:in|round|over|came|here|back) for (?:a|the) (?:quote|price|estimate))(?![\p{L}])/u,
);

/** A quote, a price, a brochure. */
const asksForWords = foldedPattern(`(?<![\\p{L}])(?:${quoteWords}|${paperWords})(?![\\p{L}])`);

/** `used`: what the people take of the line. */
export function evidenceOf(
  read: DividedLine,
  at: FoundIn | null,
  activity: SaidActivity | null,
  used: readonly LineSpan[],
  today: string,
): Evidence {
  const { line, folded, parts } = read;
  const isOptOut = mayUnsubscribe(folded) && activityKindOf(at) !== 'unsubscribed';
  if (at === null) return { sure: false, keep: true, isToBe: false, isOptOut };
  const said = 'kind' in at.found.means ? at.found.means : null;
  const isWeak = at.found.weak === true;
  // "At the fair" says where, and something unknown that was sent need not be an e-mail.
  // "Wants 3 gates, not 2": a wish is an inquiry only where they ask for words of ours, or a new number stands beside it.
  const isWish =
    said?.kind === 'information' &&
    isWeak &&
    read.phones.length + read.emails.length === 0 &&
    !asksForWords.test(folded.slice(at.part.from, at.part.to));
  // "Chase Lars: quote for the carport": behind what is to be done a noun says what it is about.
  const isTopic =
    said?.kind === 'quote' && !at.found.verb && parts.some(({ isStep, from }) => isStep && from < at.part.from);
  const isVague =
    isWish ||
    isTopic ||
    (said?.kind === 'event' && isWeak) ||
    // "Ann Lee hat bei ihrem Mann nachgefragt": not with us.
    (said?.kind === 'chased' &&
      activity?.typeIds[0] === 'inbound-call' &&
      /(?:^|\s)(?:bei|bij|chez) (?!uns|mir|unser|ons|nous)/.test(folded.slice(at.part.from, at.part.to))) ||
    // "Ann Lee: checked with the bank" says not who did.
    (said?.kind === 'chased' && at.part !== parts[0] && /^checked/.test(folded.slice(at.found.spans[0]?.from))) ||
    (said?.kind === 'sent' && said.thing === null && activity?.typeIds.length === 1);
  const [word] = at.found.spans;
  // "Went through the quote", "round for a quote": it need not have been sent.
  const isTalk = said?.kind === 'quote' && !at.found.verb && talked.test(folded.slice(at.part.from, at.part.to));
  // "Nos encontramos en la feria": an unknown word before a noun may be the verb that says what happened.
  const isLed =
    word !== undefined &&
    !at.found.verb &&
    leftOver(line, { from: at.part.from, to: word.from }, used)
      .split(/\s+/)
      .some(one => /^\p{L}{3}/u.test(one) && !endsName(fold(one)));
  // "Ruft nächste Woche zurück": with a day to come it has not happened.
  const isAhead = at.part.dates.some(date => date.to <= at.head.to && isToCome(date, today));
  const before = parts.slice(0, parts.indexOf(at.part));
  const unread = isLed || (isWeak && before.some(part => !isNamed(read, part) && leftOver(line, part, used) !== ''));
  // "Termin am Samstag": a noun and a day that comes again may be an appointment to come.
  const noun =
    activityKindOf(at) === 'meeting' && isAppointment(folded.slice(at.found.spans[0]?.from, at.found.spans[0]?.to));
  const days = noun ? parts.filter(({ isStep }) => !isStep).flatMap(({ dates }) => dates) : [];
  const isToBe = days.some(date => isToCome(date, today));
  const isOpen = isToBe || days.some(date => date.pull === null && date.future.length > 0);
  const isNot = isDenied(folded.slice(at.part.from, word?.from ?? at.part.from));
  const isAsked = /^[^.!]*\?/.test(line.slice(at.part.to)) && /^\s*\?/.test(line.slice(at.part.to)) && isWeak;
  return {
    sure: !(
      isOptOut ||
      isOpen ||
      unread ||
      isVague ||
      isTalk ||
      isAhead ||
      isNot ||
      isAsked ||
      at.found.guessed === true
    ),
    keep: at.found.keep || unread || isAhead || isNot || activity?.newType?.label === 'Showroom visit',
    isToBe: isToBe || (isOpen && days.some(date => date.future.some(({ time }) => time !== null))),
    isOptOut,
  };
}
