// Who a line is about: the parts that are names, the subject or object of what happened, or the surest name anywhere.
import { isCompany } from './company-names.ts';
import type { FoundIn } from './find-activity.ts';
import { fold, isBlank, uncovered } from './fold.ts';
import { type Told, tell } from './grammar.ts';
import { peopleOfStep } from './next-step.ts';
import type { DividedLine, Part } from './parts.ts';
import { foldedPattern } from './pattern.ts';
import { nobodyKnown, takePeople } from './people.ts';
import type { LineHome, LineSpan, SaidPerson } from './said.ts';
import { endsName } from './small-words.ts';
import { asked, isOneOfTwo, surer } from './surest-name.ts';
import { isThing } from './things.ts';

/** A part that is a name and nothing else. */
function nameOf({ masked }: DividedLine, part: Part): readonly SaidPerson[] {
  if (part.isStep || part.amounts.length > 0 || part.dates.length > 0) return [];
  const text = masked.slice(part.from, part.to);
  const start = text.length - text.trimStart().length;
  const { people, used } = takePeople(text.slice(start));
  return people.length > 0 && isBlank(text.slice(start + used)) ? people : [];
}

const isOnlyCompany = ({ attributes: a }: SaidPerson): boolean =>
  a.company !== null && a.firstName === null && a.lastName === null;
const isOneWord = ({ attributes: a }: SaidPerson): boolean => (a.firstName === null) !== (a.lastName === null);

/** "Rachel Green" and "Greenfield Ltd" beside each other are one person. */
function together(
  people: readonly SaidPerson[],
  more: readonly SaidPerson[],
  asCompany: boolean,
): readonly SaidPerson[] {
  const [other] = more;
  if (people.length === 0 || other === undefined) return [...people, ...more];
  // "Zahnreinigung: Petra Wolff hat abgesagt": before a whole name one word is what it is about.
  const isWhole = more.every(one => one.attributes.firstName !== null && one.attributes.lastName !== null);
  if (!asCompany && people.every(isOneWord) && isWhole && people.every(one => !one.text.includes(' '))) return more;
  if (people.length === 1 && people[0] && isOnlyCompany(people[0]) && !isOnlyCompany(other))
    return more.map(one => withCompany(one, people[0]?.attributes.company ?? null));
  const company = isOnlyCompany(other) ? other.attributes.company : asCompany && more.length === 1 ? other.text : null;
  if (company === null) return [...people, ...more];
  return people.map(one => withCompany(one, company));
}

const withCompany = (one: SaidPerson, company: string | null): SaidPerson => ({
  ...one,
  text: `${one.text}, ${company}`,
  attributes: { ...one.attributes, company: one.attributes.company ?? company },
});

/** Addresses and numbers belong to the first person; without one they are the person. */
export function withContacts(people: readonly SaidPerson[], { emails, phones }: DividedLine): readonly SaidPerson[] {
  const [email, phone] = [emails[0]?.email ?? null, phones[0]?.phone ?? null];
  if (email === null && phone === null) return people;
  const first = people[0] ?? { text: email ?? phone ?? '', attributes: nobodyKnown, household: null, doubt: null };
  return [{ ...first, attributes: { ...first.attributes, email, phone } }, ...people.slice(1)];
}

/** A number and a word that may be its name: "walk in: tony, 01632 960142". */
export function withUnread(one: SaidPerson, read: DividedLine): SaidPerson {
  const part = read.parts.find(each => nameOf(read, each).length > 0);
  if (part) return { ...one, doubt: `Is “${read.line.slice(part.from, part.to).trim()}” the name?` };
  // "089 5551234 (Wimmer)": a name of one word that nothing has taken.
  const bracketed = /\((\p{Lu}\p{L}+)\)/u.exec(read.masked)?.[1];
  const word = bracketed ?? /(?<=\p{L}[^.!?]*?[\s(])\p{Lu}\p{Ll}+(?![\p{L}])/u.exec(uncovered(read.masked))?.[0];
  const isNew = one.attributes.email === null && word !== undefined && !isThing(fold(word)) && !endsName(fold(word));
  return isNew ? { ...one, doubt: `Is “${word}” the name?` } : one;
}

export const isNamed = (read: DividedLine, part: Part): boolean => nameOf(read, part).length > 0;

export type FoundWho = {
  readonly people: readonly SaidPerson[];
  /** What the people take of the line. */
  readonly spans: readonly LineSpan[];
  readonly told: Told | null;
  /** Where the name stands within what is to be done. */
  readonly span: LineSpan | null;
};

/** "Ines Graf, Graf Immobilien": what follows a name and repeats it is the company. */
function withOwnFirm(read: DividedLine, found: FoundWho): FoundWho {
  const [one] = found.people;
  const last = one?.attributes.lastName;
  if (!one || !last || found.people.length > 1 || one.attributes.company !== null) return found;
  const span = found.spans.find(({ from, to }) => fold(read.line.slice(from, to)).includes(fold(last)));
  const firm = span && read.parts.find(({ from }) => from >= span.to && isBlank(read.folded.slice(span.to, from)));
  if (!firm) return found;
  const words = read.line.slice(firm.from, firm.to).trim();
  const isFirm =
    /^\p{Lu}/u.test(words) &&
    words.split(/\s+/).length > 1 &&
    words.split(/\s+/).length < 6 &&
    fold(words)
      .split(/[^\p{L}]+/u)
      .includes(fold(last)) &&
    words.split(/\s+/).every(word => /^(?:\p{Lu}|[&+]|and|und|et|y|e|en|de|sons?)/u.test(word));
  return isFirm ? { ...found, people: [withCompany(one, words)], spans: [...found.spans, firm] } : found;
}

/** The name beside an address that is made of it: "paul engel, paul.engel@post.example". */
function besideEmail(read: DividedLine, found: FoundWho): FoundWho {
  const [email] = read.emails;
  if (found.people.length > 0 || !email) return found;
  const local = fold(email.email.split('@')[0] ?? '');
  for (const part of read.parts) {
    const people = nameOf(read, part);
    const [one] = people;
    const names = one ? [one.attributes.firstName, one.attributes.lastName].filter(name => name !== null) : [];
    if (people.length === 1 && names.some(name => name.length > 2 && local.includes(fold(name))))
      return { ...found, people, spans: [...found.spans, part] };
  }
  return found;
}

const mostOfName = 3;
/** Small words at the beginning of a part, right before an address or a number: "cheryl yates 07700 900412 seen our van". */
function beforeContact(read: DividedLine, found: FoundWho): FoundWho {
  const [contact] = [...read.emails, ...read.phones].sort((one, other) => one.from - other.from);
  const part = contact && read.parts.find(({ from, to }) => from <= contact.from && contact.from < to);
  if (found.people.length > 0 || !contact || !part) return found;
  const text = read.masked.slice(part.from, contact.from);
  const start = text.length - text.trimStart().length;
  const { people, used } = takePeople(text.slice(start));
  const isAll = text.slice(start + used).replace(/[\s,:;<(–-]+/g, '') === '';
  if (people.length !== 1 || !isAll || text.trim().split(/\s+/).length > mostOfName) return found;
  return { ...found, people: people.map(asked), spans: [...found.spans, { from: part.from, to: contact.from }] };
}

/** By the grammar of the line: names before what happened, its subject or object, or the part behind it. */
function byGrammar(read: DividedLine, at: FoundIn | null, home: LineHome): FoundWho {
  const { line, parts } = read;
  const spans: LineSpan[] = [];
  let people: readonly SaidPerson[] = [];
  const index = at ? parts.indexOf(at.part) : -1;
  let named = 0;
  for (const part of at ? parts.slice(0, index) : parts) {
    const more = nameOf(read, part);
    if (more.length === 0) continue;
    // "Dani Soto: cocina completa": beside capitals small words are what it is about.
    const isSmall =
      people.some(({ text }) => /^\p{Lu}/u.test(text)) &&
      more.every(({ text }) => text === text.toLowerCase() && !isCompany(text));
    if (isSmall) continue;
    people = together(people, more, named > 0);
    named++;
    spans.push(part);
  }
  const told = at ? tell(read, at, home, people.length > 0) : null;
  if (told) {
    // Who has a company already takes no further word for one: "recommended by Steve" stays in the note.
    const isTaken =
      people.length > 0 && told.people.every(isOneWord) && people.every(one => one.attributes.company !== null);
    if (!isTaken) {
      people = together(people, told.people, told.people.every(isOneWord));
      spans.push(...told.used);
    }
  }
  if (people.length === 0) {
    const next = at ? parts[index + 1] : undefined;
    const more = next && /^\s*\p{Lu}/u.test(line.slice(next.from, next.to)) ? nameOf(read, next) : [];
    // Beside an address or a number one word may be anything: "Staircase".
    const isReached = read.emails.length + read.phones.length > 0;
    if (next && more.length > 0 && !(isReached && more.every(isOneWord))) {
      people = more;
      spans.push(next);
    }
  }
  return { people, spans, told, span: null };
}

/** Nothing says what happened: who is named in what is to be done, or at the beginning. */
function withoutActivity(read: DividedLine): Pick<FoundWho, 'people' | 'spans' | 'span'> {
  const { line, parts } = read;
  const firstStep = parts.find(part => part.isStep);
  if (firstStep) {
    const { people, span } = peopleOfStep(read, firstStep);
    return { people, spans: [], span };
  }
  const [first] = parts;
  if (!first || !/^\s*\p{Lu}/u.test(line.slice(first.from))) return { people: [], spans: [], span: null };
  const from = first.from + (line.slice(first.from).length - line.slice(first.from).trimStart().length);
  const { people, used } = takePeople(read.masked.slice(from, first.to));
  return { people, spans: people.length > 0 ? [{ from, to: from + used }] : [], span: null };
}

/** Behind these stands who recommended somebody. */
const isBy = foldedPattern(/(?<![\p{L}])(?:by|from|off|von|durch|par|de la part de|por|de|da|dal|dalla|door|via)\s*$/u);

/** Who is meant. What the grammar of the line does not find, or finds in a word that is hardly a name, is looked for anywhere. */
export const whoOf = (read: DividedLine, at: FoundIn | null, home: LineHome): FoundWho =>
  withOwnFirm(read, beforeContact(read, besideEmail(read, surestOf(read, at, home))));

function surestOf(read: DividedLine, at: FoundIn | null, home: LineHome): FoundWho {
  const told = byGrammar(read, at, home);
  const found = told.people.length > 0 || at ? told : { ...told, ...withoutActivity(read) };
  const better = surer(read, found, at?.found.spans ?? [], home.members);
  // The one who recommends is named as well.
  const isReferral = at !== null && 'kind' in at.found.means && at.found.means.kind === 'referral';
  if (!better || (isReferral && found.people.length > 0)) {
    // "A referral from Pam: her sister Lisa": the one who recommends is rarely the one who comes.
    if (isReferral && found.spans.some(span => isBy.test(read.folded.slice(0, span.from))))
      return { ...found, people: found.people.map(asked) };
    // Nothing says what happened, and another one is named: either can be meant.
    const isOpen = !at && found.people.length > 0 && isOneOfTwo(read, found, home.members);
    return isOpen ? { ...found, people: found.people.map(asked) } : found;
  }
  const isByThem = isReferral && isBy.test(read.folded.slice(0, better.from));
  const people = isByThem ? better.people.map(asked) : better.people;
  const isInStep = read.parts.some(part => part.isStep && better.from >= part.from && better.to <= part.to);
  return { ...found, people, spans: isInStep ? [] : [better], span: isInStep ? better : null };
}
