// What of a line is asked before it is logged, beyond two readings of one word: names that may be none, a word beside which something is unread.
import { fold, uncovered } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import type { DividedLine, Part } from './parts.ts';
import { isCompany } from './people.ts';
import type { Moment, SaidPerson, SaidStep } from './said.ts';
import { endsName, nameParticles, titles } from './small-words.ts';

const bare = (token: string): string => fold(token).replace(/[^\p{L}\p{N}'-]/gu, '');
const isCapital = (token: string): boolean => /^\p{Lu}/u.test(token);
const tokensOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** A name in the middle of a sentence: two capitals beside each other that nothing has taken. */
function unreadName(note: string | null): string | null {
  const match = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?![\p{L}])/u.exec(note ?? '');
  return match?.[0] ?? null;
}

/** Why the name of somebody may be none, or not the whole one; null: nothing speaks against it. */
export function doubtOfPerson(
  person: SaidPerson,
  { line }: DividedLine,
  note: string | null,
  isGerman: boolean,
): string | null {
  const { attributes, household, text } = person;
  if (household !== null || (attributes.firstName === null && attributes.lastName === null)) {
    const { company } = attributes;
    if (company === null) return null;
    const next = tokensOf(line.slice(line.indexOf(text) + text.length))[0] ?? '';
    return isCompany(company) && !(/^\p{Lu}/u.test(next) && line.includes(text)) ? null : doubt(company);
  }
  const name = [attributes.firstName, attributes.lastName].filter(Boolean).join(' ');
  const typed = tokensOf(text.split(/ @ |, /)[0] ?? text).filter(token => /\p{L}/u.test(token));
  const own = typed.filter(token => !titles.has(bare(token)) && !nameParticles.has(bare(token)));
  const capitals = own.filter(isCapital).length;
  const isTitled = typed.length > own.length && typed.some(token => titles.has(bare(token)));
  if (own.length > 2 || (capitals > 0 && capitals < own.length)) return doubt(name);
  if (own.some(token => /[\d@]/.test(token))) return doubt(name);
  // What stands right behind a name with a capital may belong to it: "Bluebell Nursing Home".
  const behind = tokensOf(line.slice(line.indexOf(text) + text.length))[0] ?? '';
  const isCut = /^\p{Lu}\p{Ll}/u.test(behind) && capitals > 0 && !/[,.;:!?)]$/.test(text) && !isGerman;
  if (isCut && line.includes(text)) return doubt(name);
  // A company that nobody is at: it may be theirs.
  if (attributes.company === null && others(note).some(isCompany)) return doubt(name);
  // In a line with capitals a small word is rather no name.
  const hasCapitals = /(?<=\s)\p{Lu}\p{Ll}/u.test(line.replace(text, ' '));
  if (capitals === 0 && hasCapitals && !isGerman) return doubt(name);
  if (own.length < 2 && !isTitled && unreadName(note) && !isGerman) return doubt(name);
  // "Neighbour Ed": what stands right before a name of one word belongs to it, or is unread.
  if (own.length === 1 && !isTitled && attributes.company === null) {
    const before = tokensOf(uncovered(line.slice(0, Math.max(0, line.indexOf(typed[0] ?? text))))).at(-1) ?? '';
    if (/^(?:de|di|do|da|du|del|della|of|des)$/.test(bare(before)) && isUnreadBefore(line, typed[0] ?? text))
      return doubt(name);
    if (/^(?:the|les|los|las|die|os|as|i|gli)$/.test(bare(before))) return doubt(name);
    if (
      isCapital(before) &&
      before !== tokensOf(line)[0] &&
      !/[,.;:!?]$/.test(before) &&
      !endsName(bare(before)) &&
      !isGerman
    )
      return doubt(name);
  }
  return null;
}

const others = (note: string | null): string[] => (note ?? '').split(/\s*,\s*/).filter(part => /^\p{Lu}/u.test(part));

const doubt = (name: string): string => `Is “${name}” the whole name?`;

/** "La mairie de Brévigny": the word before "de" is no message and no call. */
function isUnreadBefore(line: string, name: string): boolean {
  const [, word] = tokensOf(line.slice(0, line.indexOf(name))).reverse();
  return (
    word !== undefined &&
    !/^(?:e-?mails?|mails?|correo|message|mensaje|messaggio|mensagem|sms|whats ?app|appel|llamada|chiamata|telefonata|ligacao|anruf|visite|visita|visiting|demande|solicitud|richiesta|pedido|devis|presupuesto|preventivo|reponse|respuesta|risposta|recue?|recibid[oa]|fil)$/.test(
      bare(word),
    )
  );
}

const said = (part: Part, folded: string, span: { readonly from: number; readonly to: number }): string[] =>
  tokensOf(uncovered(`${folded.slice(part.from, span.from)} ${folded.slice(span.to, part.to)}`));

/** A day that stands somewhere and was taken for nothing: it may be the day on which it happened. */
export function unusedDay(parts: readonly Part[], isUsed: (date: FoundDate) => boolean): readonly Moment[] | null {
  for (const part of parts) {
    if (part.isStep) continue;
    const date = part.dates.find(one => one.pull === 'past' && one.past.length > 0 && !isUsed(one));
    if (date) return date.past;
  }
  return null;
}

const somebody =
  /^(?:will|wil|wants|want|veut|quiere|vuole|quer|mochte|kann|can|he|she|they|we|i|you|it|who|sie|er|es|wir|il|elle|ils|on|nous|el|ella|lui|lei|hij|zij|ze|ele|ela|kommt|meldet|ruft|comes|coming|back|away|free|until|till|not|kein|pas|no)$|'(?:ll|s|re|d)$/;

/** A few words and a day to come, read as nothing else: that may be what is to be done. */
export function possibleStep({ line, folded, parts }: DividedLine, nothingHappened: boolean): SaidStep | null {
  for (const [index, part] of parts.entries()) {
    const [date] = part.dates;
    if (!date || part.dates.length > 1 || date.future.length === 0) continue;
    // What has a word for what happened only tells of the day to come.
    if (!nothingHappened && (index === 0 || date.pull !== 'future')) continue;
    const words = said(part, folded, date);
    if (words.length === 0 || words.length > (nothingHappened ? 8 : 4) || words.some(word => somebody.test(word)))
      continue;
    const text = `${line.slice(part.from, date.from)} ${line.slice(date.to, part.to)}`.replace(/\s+/g, ' ').trim();
    return { text, days: date.future, why: 'Is that to be done next?' };
  }
  return null;
}

const byNobody =
  /^\s*(?:and |und |et |y )?(?:will|going to|needs? to|has to|wants? to|quiere|veut|doit|vuole|quer|wil|soll|mochte)(?![\p{L}])/u;
/** "Will send photos": they will, or we are to. */
export const isTheirsToo = (folded: string, { from, to }: Part): boolean => byNobody.test(folded.slice(from, to));

const numbers =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|trois|quatre|cinq|sept|huit|neuf|dix|onze|tres|cuatro|cinco|siete|ocho|nueve|diez|once|doce|tre|quattro|cinque|sette|otto|nove|dieci|undici|drie|vijf|zes|zeven|negen|tien|half|quarter|halb|viertel|kwart';
const unreadDay = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:at|um|gegen|alle|om|a las|vers|as|past|to|nach|vor) (?:about )?(?:${numbers})|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[./]\\d{1,2}\\.?|\\d{1,2}[:h]\\d{2})(?![\\p{L}\\p{N}])`,
  'u',
);
/** A time or a day in the note that nothing has read. */
export const hasUnreadDay = (note: string | null): boolean => unreadDay.test(fold(note ?? ''));
