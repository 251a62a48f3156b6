// What happened: the word that names it, and what it says.

import type { ActivityType } from '../../../shared/activity.ts';
import { escapePattern } from '../escape-pattern.ts';
import { type ActivityKind, type ActivityTerm, messageWords, paperWords, quoteWords, terms } from './activity-terms.ts';
import { byWay, onThePhone } from './by-way.ts';
import { fold } from './fold.ts';
import { type FoundActivity, find } from './found-activity.ts';
import { missedByEither } from './missed-calls.ts';
import { didNot, onlyConfirmed, onlyPlanned, wished } from './not-happened.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;

const namePatterns = new Map<string, RegExp>();
function namePattern(label: string): RegExp {
  const name = escapePattern(fold(label.trim())).replace(/[\s-]+/g, '[\\s-]?');
  const made = namePatterns.get(name) ?? foldedPattern(`${b}${name}${e}`);
  namePatterns.set(name, made);
  return made;
}

const missedEither = foldedPattern(`${b}(?:${missedByEither})`);

/** A type called by its own name, the longest name first. */
function byName(head: string, types: readonly ActivityType[]): FoundActivity | null {
  const sorted = types.toSorted((one, other) => other.label.length - one.label.length);
  for (const { id, label, ourSide } of sorted) {
    const span = find(namePattern(label), head);
    if (id === 'missed-call' && missedEither.test(head)) continue;
    if (
      span &&
      !wished.test(head.slice(0, span.from)) &&
      !(ourSide && (onlyPlanned.test(head) || onlyConfirmed(head, span)))
    )
      return { spans: [span], verb: false, side: ourSide ? 'ours' : 'theirs', keep: false, means: { typeIds: [id] } };
  }
  return null;
}

const quoteThing = foldedPattern(`${b}(?:${quoteWords})${e}`);
const paperThing = foldedPattern(`${b}(?:${paperWords})${e}`);
const messageThings = messageWords.map(([kind, words]) => [kind, foldedPattern(`${b}(?:${words})${e}`)] as const);

/** What was sent: a quote, a message, or something else. */
function sentThing(head: string, term: ActivityTerm, span: LineSpan): FoundActivity | null {
  const { verb, side } = term;
  const found = { verb, side, keep: false } as const;
  const quote = find(quoteThing, head);
  if (quote) return { ...found, spans: [span, quote], means: { kind: 'quote', thing: null } };
  for (const [kind, pattern] of messageThings) {
    const thing = find(pattern, head);
    if (thing) return { ...found, spans: [span, thing], means: { kind, thing: null } };
  }
  const thing = find(paperThing, head);
  return {
    ...found,
    keep: true,
    spans: [span],
    means: { kind: 'sent', thing: thing && head.slice(thing.from, thing.to) },
  };
}

/** "Enquiry by the form" is a form, "visit to the showroom" one there. */
const formTerm = foldedPattern(
  `${b}(?:(?:kontakt|anfrage|web|online)?formular|(?:web|contact|online|enquiry)? ?form|formulaire|formulario)${e}`,
);
const showroomTerm = foldedPattern(
  `${b}(?:show ?room|ausstellung|laden|werkstatt|tienda|exposicion|negozio|bottega|winkel|loja|magasin|boutique)${e}`,
);
const socialTerm = foldedPattern(`${b}(?:insta(?:gram)?|facebook|fb|messenger|linked ?in|tiktok|telegram|signal)${e}`);
const whatsAppTerm = foldedPattern(`${b}whats ?app${e}`);
const withQuote = foldedPattern(`${b}(?:with|mit|avec|con|com|met|z|med) (?:\\p{L}{1,6} )?(?:${quoteWords})${e}`);
const byWebsite = foldedPattern(
  `${b}(?:via|uber|through|thru|on|from|par|por|tramite|dal|da|depuis|en|op|pelo)(?: (?:the|our|your|die|unsere|eure|le|la|notre|votre|el|nuestra|il|nostro|de|onze|o|nosso))? (?:web ?-?site|web ?-?page|homepage|web ?seite|internetseite|site(?: web| internet)?|sito(?: web)?|pagina web|web)${e}`,
);
const never = /(?!)/u;

/** A verb that sends or asks, beside what is sent or asked for. */
function byTerm(head: string, weak: boolean): FoundActivity | null {
  let best: { readonly term: ActivityTerm; readonly span: LineSpan } | null = null;
  for (const term of terms) {
    if (term.weak !== weak) continue;
    const span = find(term.pattern, head);
    if (!span || didNot(head, span, term)) continue;
    // The first word that says something, and of two at one place the longer.
    const isBetter = !best || span.from < best.span.from || (span.from === best.span.from && span.to > best.span.to);
    if (isBetter) best = { term, span };
  }
  if (!best) return null;
  const { term, span } = best;
  const { kind, verb, side, keep } = term;
  // "Rang but no one picked up": with nobody before it, it was our call.
  const isOurs =
    kind === 'missed' &&
    verb &&
    head.slice(0, span.from).trim() === '' &&
    /no ?(?:body|-?one)/.test(head.slice(span.from, span.to));
  if (isOurs) {
    const spans = [{ from: span.from, to: span.from + (/^\p{L}+/u.exec(head.slice(span.from))?.[0].length ?? 0) }];
    return { spans, verb, side: 'ours', keep: false, means: { kind: 'call', thing: null } };
  }
  const way = kind === 'sent' ? null : byWay(head, term, span);
  if (way) return way;
  const mutual = kind === 'call' && !verb ? onThePhone(head) : null;
  if (mutual) return mutual;
  if (kind === 'sent') return sentThing(head, term, span);
  const rest = `${head.slice(0, span.from)}${' '.repeat(span.to - span.from)}${head.slice(span.to)}`;
  // "Quote sent", "Angebot geschickt", "brochure posted", "E-Mail geschickt": the verb comes behind what was sent.
  const isMessage = messageThings.some(([one]) => one === kind);
  const sends = (one: ActivityTerm) => one.kind === 'sent' || (isMessage && one.kind === 'email' && one.verb);
  const sent = terms.find(one => sends(one) && one.pattern.test(rest));
  const sentSpan = sent && find(sent.pattern, rest);
  if (sent && sentSpan && !verb && (kind === 'quote' || kind === 'newsletter' || isMessage)) {
    return {
      spans: [span, sentSpan].sort((x, y) => x.from - y.from),
      verb: true,
      side: sent.side,
      keep: false,
      means: { kind, thing: null },
    };
  }
  const better = find(kind === 'information' && !verb ? formTerm : kind === 'meeting' ? showroomTerm : never, rest);
  if (better) {
    const means = { kind: kind === 'meeting' ? 'showroom' : 'form', thing: null } as const;
    return {
      spans: kind === 'meeting' ? [span] : [span, better].sort((x, y) => x.from - y.from),
      verb,
      side: 'theirs',
      keep: kind === 'meeting',
      means,
    };
  }
  // "Anfrage über die Website": by its form, or by the address that stands there.
  if (kind === 'information' && !verb && byWebsite.test(rest))
    return {
      spans: [span],
      verb,
      side: 'theirs',
      keep: false,
      means: { typeIds: ['information-requested', 'form-submitted'] },
    };
  const answered =
    kind === 'quote' && !verb ? terms.find(one => one.kind === 'accepted' && one.pattern.test(rest)) : undefined;
  const answeredSpan = answered && find(answered.pattern, rest);
  if (answeredSpan) {
    const means = { kind: 'accepted', thing: null } as const;
    return { spans: [answeredSpan], verb: true, side: 'theirs', keep: true, means };
  }
  // "Mail an Ralf mit dem Angebot": what the mail brings is the quote.
  const brings = kind === 'email' && !verb ? find(withQuote, rest) : null;
  if (brings) return { spans: [span], verb, side, keep: true, means: { kind: 'quote', thing: null } };
  // "Hab ihr ne WhatsApp geschrieben": what was written was no e-mail.
  const written =
    kind === 'email' && verb
      ? messageThings.find(([one, pattern]) => (one === 'whatsapp' || one === 'text') && pattern.test(rest))
      : undefined;
  const writtenSpan = written && find(written[1], rest);
  if (written && writtenSpan) {
    const spans = [span, writtenSpan].sort((x, y) => x.from - y.from);
    return { spans, verb, side, keep, means: { kind: written[0], thing: null } };
  }
  // "Wrote on Instagram" is a message, not an e-mail.
  if (kind === 'email' && socialTerm.test(rest))
    return { spans: [span], verb, side, keep, means: { kind: 'text', thing: null } };
  const chat = kind === 'text' ? find(whatsAppTerm, rest) : null;
  if (chat) {
    const spans = [span, chat].sort((x, y) => x.from - y.from);
    return { spans, verb, side, keep, means: { kind: 'whatsapp', thing: null } };
  }
  if (kind === 'quote' && !verb) {
    const asked = terms.find(one => one.kind === 'information' && one.verb && one.pattern.test(rest));
    const askedSpan = asked && find(asked.pattern, rest);
    if (askedSpan)
      return {
        spans: [askedSpan],
        verb: true,
        side: 'theirs',
        keep: true,
        means: { kind: 'information', thing: null },
      };
  }
  if (
    kind === 'information' &&
    verb &&
    term.side === 'theirs' &&
    find(/(?<![\p{L}])demo(?:nstration)?(?![\p{L}])/u, head)
  ) {
    return { spans: [span], verb, side, keep, means: { kind: 'demo', thing: null } };
  }
  if (
    kind === 'email' &&
    verb &&
    find(quoteThing, rest) &&
    !/\b(?:for|about|re)\b/.test(rest.slice(0, find(quoteThing, rest)?.from))
  ) {
    return { spans: [span], verb, side: 'ours', keep: true, means: { kind: 'quote', thing: null } };
  }
  return { spans: [span], verb, side, keep, weak, means: { kind, thing: null } };
}

/** Known by a noun as well as by a verb: they count as a second activity without one. */
const activitiesWithoutVerb: readonly ActivityKind[] = [
  'form',
  'clicked',
  'download',
  'opened',
  'unsubscribed',
  'website',
  'demo',
  'pricing',
  'comparison',
];
const joins = foldedPattern(/(?<![\p{L}])(?:and|und|et|y|e|en|then|dann|puis|luego|poi)(?![\p{L}])|[&+]/u);

/** A second thing that happened, joined to the first: "clicked the link and filled in the form". */
export function findRival(head: string, { spans, means }: FoundActivity): FoundActivity | null {
  const to = Math.max(...spans.map(span => span.to));
  const from = Math.min(...spans.map(span => span.from));
  for (const term of terms) {
    if (term.weak || !(term.verb || activitiesWithoutVerb.includes(term.kind))) continue;
    if ('kind' in means && means.kind === term.kind) continue;
    const behind = find(term.pattern, ' '.repeat(to) + head.slice(to));
    const before = behind ? null : find(term.pattern, head.slice(0, from));
    const span = behind ?? before;
    if (!span || !joins.test(behind ? head.slice(to, span.from) : head.slice(span.to, from))) continue;
    if (didNot(head, span, term)) continue;
    return { spans: [span], verb: term.verb, side: term.side, keep: true, means: { kind: term.kind, thing: null } };
  }
  return null;
}

/** Types whose name has a word that begins as the stretch does: "pricing" is the pricing page visit. */
export function findBegun(head: string, types: readonly ActivityType[]): FoundActivity | null {
  const [whole = '', word = ''] = /^\s*(\p{L}{3,})(?![\p{L}\p{N}])/u.exec(head) ?? [];
  const begins = (label: string) =>
    fold(label)
      .split(/[^\p{L}\p{N}]+/u)
      .some(one => one.startsWith(word));
  const ids = word === '' ? [] : types.filter(({ label }) => begins(label)).map(({ id }) => id);
  if (ids.length === 0) return null;
  const spans = [{ from: whole.length - word.length, to: whole.length }];
  return { spans, verb: false, side: null, keep: false, means: { typeIds: ids } };
}

export const findNamed = byName;
export const findTerm = byTerm;
