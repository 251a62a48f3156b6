// Wishes to get no more mail: what is said outright as a whole subject or sentence, and what may be one and is asked about.
import { mentionsOptOut, wishOf } from '../import/consent-terms.ts';

/** Of the wishes a table knows, those that are about mail and that a writer says of themselves: no calls, no "opted out". */
const ofMail =
  /\b(?:unsubscribe|opt ?out|e-?mail(?:s|ing)?|mails?|mailings?|courriels?|marketing|conta(?:c?t)\p{L}*|kontakt\p{L}*|spamming|werb\p{L}*|verteiler|newsletter|list|database|reclam\p{L}*|reklam\p{L}*|pub\p{L}*|prospec\p{L}*)(?!\p{L})|baja|d[ée]s(?:abonn(?:ez|ement)|inscri(?:vez|ption))|cancellatemi|disiscrivetemi/iu;
const ofOthers = /^(?:customer|kund|client|has|hat|is|ist|asked|requested|says?)\b|^\P{L}*dad[oa]s? de baja/iu;
/** Wholes that are a wish mostly, and also about an appointment or a course. */
const maybe =
  /\b(?:take|remove|delete) (?:me|us) (?:off|from)\b|^\s*(?:abmeldung|abmelden|abbestellen|cancellami|disiscri(?:zione|vimi)|uitschrijven|afmelden|descadastrar|cancelar inscrição)\s*[.!]*$/iu;
/** A single word in a long message is a link at its end. */
const mostAround = 200;

const isOutright = (sentence: string, around: number): boolean =>
  wishOf(sentence) === 'outright' &&
  !/\?\W*$/.test(sentence) &&
  ofMail.test(sentence) &&
  !ofOthers.test(sentence) &&
  (around <= mostAround || /\p{L}\P{L}+\p{L}/u.test(sentence.replace(/opt[ -]out/i, 'x')));

/** Sentences of lines that a mail program may have broken anywhere, and lines that stand by themselves. */
function sentencesOf(lines: readonly string[]): string[] {
  const whole = lines
    .map(line => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .flatMap(part => part.replace(/\n/g, ' ').split(/(?<=[.!?…])\s+/));
  const alone = lines.filter((_, at) => {
    const [before = '', after = ''] = [lines[at - 1]?.trim(), lines[at + 1]?.trim()];
    return (before === '' || /[.!?,:;]$/.test(before)) && (after === '' || /^\P{Ll}/u.test(after));
  });
  return [...whole, ...alone].map(one => one.trim()).filter(one => one !== '');
}

export type Words = {
  /** '' for one that is answered: its words are somebody else's. */
  readonly subject: string;
  /** Lines of the writer's own. */
  readonly lines: readonly string[];
};

/** The sentence that asks outright for no more mail; null: none does. */
export function outrightWish({ subject, lines }: Words): string | null {
  const around = lines.join('\n').trim().length;
  const found = [subject.trim(), ...sentencesOf(lines)].find(one => isOutright(one, around));
  if (found !== undefined) return found;
  return wholes({ subject, lines }).find(one => /^STOP[.!]*$/.test(one)) ?? null;
}

const wholes = ({ subject, lines }: Words): string[] => [subject, lines.join(' ')].map(one => one.trim());

/** The sentence that may ask for it, and may be about drawings or a meeting; null: none does. */
export const possibleWish = (words: Words): string | null =>
  [words.subject.trim(), ...sentencesOf(words.lines)].find(
    one => mentionsOptOut(one) || maybe.test(one) || wishOf(one) === 'outright',
  ) ??
  wholes(words).find(one => /^stop[.!]*$/i.test(one)) ??
  null;
