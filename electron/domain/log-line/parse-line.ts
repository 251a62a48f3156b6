// Parses one line of the log: who, what, when, note, amount and next step.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { doubtOfPerson, hasUnreadDay, isTheirsToo, possibleStep, unusedDay } from './doubts.ts';
import { fold, isCovered } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import { aboutFrom, type FoundIn, findActivity, tell } from './grammar.ts';
import { languageOf } from './language.ts';
import { leftOver } from './notes.ts';
import { type DividedLine, type Part, readLine } from './parts.ts';
import { nobodyKnown, takePeople } from './people.ts';
import type { LineHome, LineSpan, Moment, SaidAmount, SaidLine, SaidPerson, SaidStep, SaidWhen } from './said.ts';
import { endsName } from './small-words.ts';
import { leadInOf, stepWordEnd } from './steps.ts';
import { activityOf } from './types-meant.ts';

/** Longest line that is read; the rest of a longer one is note. */
export const longestLine = 1000;

const isBlank = (text: string): boolean => [...text].every(unit => /[\s,;:.!?()–-]/.test(unit) || isCovered(unit));

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
function withContacts(people: readonly SaidPerson[], { emails, phones }: DividedLine): readonly SaidPerson[] {
  const [email, phone] = [emails[0]?.email ?? null, phones[0]?.phone ?? null];
  if (email === null && phone === null) return people;
  const first = people[0] ?? { text: email ?? phone ?? '', attributes: nobodyKnown, household: null, doubt: null };
  return [{ ...first, attributes: { ...first.attributes, email, phone } }, ...people.slice(1)];
}

/** A number and a word that may be its name: "walk in: tony, 01632 960142". */
function withUnread(one: SaidPerson, read: DividedLine): SaidPerson {
  const part = read.parts.find(each => nameOf(read, each).length > 0);
  return part ? { ...one, doubt: `Is “${read.line.slice(part.from, part.to).trim()}” the name?` } : one;
}

const isNamed = (read: DividedLine, part: Part): boolean => nameOf(read, part).length > 0;

type When = { readonly when: SaidWhen; readonly used: FoundDate | null };

/** Days after which "last month" behind what a call was about may be part of that. */
const doubtfulAfter = 2;

/** When it happened: a day beside the activity, or a part that is a day and nothing else. */
function whenOf(read: DividedLine, at: FoundIn | null, { today }: LineHome): When {
  const nothing: When = { when: { options: [], why: null }, used: null };
  const inHead = at?.part.dates.find(date => date.to <= at.head.to) ?? null;
  const behind =
    at?.part.dates.find(date => date.from >= at.head.to && isBlank(read.folded.slice(date.to, at.part.to))) ?? null;
  const alone = read.parts.find(
    part => !part.isStep && part.dates.length === 1 && isBlank(read.folded.slice(part.from, part.to)),
  )?.dates[0];
  const elsewhere = at ? null : (read.parts.find(part => !part.isStep && part.dates.length > 0)?.dates[0] ?? null);
  const date = inHead ?? alone ?? behind ?? elsewhere;
  if (!date) return nothing;
  if (date.why !== null) return { when: { options: [null], why: date.why }, used: date };
  // What is still to come did not happen: it stays in the note.
  if (date.past.length === 0) {
    return inHead === date ? { when: { options: [null], why: 'This day is still to come.' }, used: null } : nothing;
  }
  const [best] = date.past;
  const isOld = best !== undefined && daysBetween(best.date, today) > doubtfulAfter;
  const isTime = date.future[0]?.time !== null && date.past[0]?.time !== null && date.pull === null && !isOld;
  const doubtful = date === behind && !isTime && (isOld || date.pull === null);
  // A date without a year that comes again soon may be meant to come.
  const soon = date.pull === null && isOld && best !== undefined && best.date < addDays(today, -180);
  // "On Tuesday at ten to measure": with no word for what happened it may as well be to come.
  const open = !at && date.pull === null && date.future.length > 0;
  if (open) return { when: { options: [null, ...date.past], why: 'Is that the day it happened?' }, used: null };
  if (doubtful || soon) {
    const options: (Moment | null)[] = doubtful && date.pull === null ? [null, ...date.past] : [...date.past, null];
    return { when: { options, why: 'Is that the day it happened?' }, used: null };
  }
  const why = date.past.length > 1 ? 'Which day is meant?' : null;
  return { when: { options: date.past, why }, used: date };
}

function stepOf({ line, folded }: DividedLine, parts: readonly Part[]): SaidStep | null {
  const steps = parts.filter(part => part.isStep);
  const [first] = steps;
  if (!first) return null;
  const texts = steps.map(part => {
    const start =
      part.from +
      (/^\s*will (?!das|den|die|ein)/.test(folded.slice(part.from, part.to))
        ? 0
        : leadInOf(folded.slice(part.from, part.to)));
    const [date] = part.dates;
    const text = date
      ? `${line.slice(start, Math.max(start, date.from))} ${line.slice(Math.max(start, date.to), part.to)}`
      : line.slice(start, part.to);
    return text
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:-]+|[\s,;:.-]+$/g, '')
      .replace(/\s(?:on|by|at|am|bis|le|el|the)$/i, '');
  });
  const date = steps.flatMap(part => part.dates)[0];
  const doubtful = isTheirsToo(folded, first) ? 'Is that for you to do?' : null;
  const why = date?.why ?? doubtful ?? (date && date.future.length === 0 ? 'This day is past.' : null);
  return { text: texts.filter(Boolean).join(', '), days: date?.future ?? [], why };
}

/** Who is named where something is to be done: "call dave tomorrow". */
function peopleOfStep(
  { masked, folded }: DividedLine,
  part: Part,
): { people: readonly SaidPerson[]; span: LineSpan | null } {
  const from = part.from + stepWordEnd(folded.slice(part.from, part.to));
  const text = masked.slice(from, part.to);
  const start = text.length - text.trimStart().length;
  const to = /\s(?:a|an|to|for|à|aan|naar|ao|al|alla|für|pour|para|con|con il|mit)\s+(?=\p{Lu})/u.exec(text);
  if (to) {
    const taken = takePeople(text.slice(to.index + to[0].length));
    if (taken.people.length > 0)
      return { people: taken.people, span: { from: from + to.index, to: from + to.index + to[0].length + taken.used } };
  }
  const behind = /^\s*(?:to|with|for|mit|an|avec|a|con)\s+/.exec(folded.slice(from, part.to))?.[0].length ?? start;
  const { people, used } = takePeople(text.slice(behind));
  return people.length === 0 ? { people, span: null } : { people, span: { from, to: from + behind + used } };
}

/** The parts of `text`, one line, as somebody says it. */
export function parseLine(text: string, home: LineHome): SaidLine {
  const read = readLine(text.slice(0, longestLine), home);
  const { line, folded, parts } = read;
  const at = findActivity(read, home);
  const used: LineSpan[] = [...read.emails, ...read.phones];
  let people: readonly SaidPerson[] = [];

  const index = at ? parts.indexOf(at.part) : -1;
  const before = at ? parts.slice(0, index) : parts;
  let named = 0;
  for (const part of before) {
    const more = nameOf(read, part);
    if (more.length === 0) continue;
    people = together(people, more, named > 0);
    named++;
    used.push(part);
  }
  const told = at ? tell(read, at, home, people.length > 0) : null;
  if (told) {
    // Who has a company already takes no further word for one: "recommended by Steve" stays in the note.
    const isTaken =
      people.length > 0 && told.people.every(isOneWord) && people.every(one => one.attributes.company !== null);
    if (!isTaken) {
      people = together(people, told.people, told.people.every(isOneWord));
      used.push(...told.used);
    }
  }
  const after = at ? parts.slice(index + 1) : [];
  if (people.length === 0) {
    const [next] = after;
    const more = next && /^\s*\p{Lu}/u.test(line.slice(next.from, next.to)) ? nameOf(read, next) : [];
    // Beside an address or a number one word may be anything: "Staircase".
    const isReached = read.emails.length + read.phones.length > 0;
    if (next && more.length > 0 && !(isReached && more.every(isOneWord))) {
      people = more;
      used.push(next);
    }
  }
  let step = stepOf(read, parts);
  const [firstStep] = parts.filter(part => part.isStep);
  if (people.length === 0 && !at && firstStep) {
    const found = peopleOfStep(read, firstStep);
    people = found.people;
    if (found.span && step) {
      const { from, to } = found.span;
      const bare = { ...read, line: line.slice(0, from) + ' '.repeat(to - from) + line.slice(to) };
      step = stepOf(bare, parts);
    }
  }

  // Nothing says what happened: who is named at the beginning is known all the same.
  if (people.length === 0 && !at && !firstStep && parts[0] && /^\s*\p{Lu}/u.test(line.slice(parts[0].from))) {
    const from = parts[0].from + (line.slice(parts[0].from).length - line.slice(parts[0].from).trimStart().length);
    const found = takePeople(read.masked.slice(from, parts[0].to));
    people = found.people;
    if (people.length > 0) used.push({ from, to: from + found.used });
  }

  const activity =
    at && told
      ? activityOf(
          at.found,
          told.side,
          at.found.spans.map(({ from, to }) => line.slice(from, to)).join(' '),
          home.types,
        )
      : null;
  if (at && !at.found.keep && !(activity?.newType?.label === 'Showroom visit')) used.push(...at.found.spans);
  const { when, used: day } = whenOf(read, at, home);
  if (day) used.push(day);

  const found = parts.flatMap(part => part.amounts.map(amount => ({ amount, part })))[0];
  if (found && !found.part.isStep) {
    const { amount, part } = found;
    const about = aboutFrom(folded, part);
    // "A budget of 12k" keeps its words where they go on; at the end, or alone, only the number would be left.
    if (isBlank(folded.slice(amount.to, part.to)) || amount.to <= about) used.push(amount);
  }
  const amount: SaidAmount | null = found
    ? {
        text: line.slice(found.amount.from, found.amount.to),
        currency: found.amount.currency,
        options: found.amount.options,
        sure: found.amount.sure,
      }
    : null;
  const notes = parts.filter(part => !part.isStep).map(part => leftOver(line, part, used));
  const rest = text.length > longestLine ? [text.slice(longestLine)] : [];
  const note = [...notes, ...rest].filter(Boolean).join(', ') || null;
  const isGerman = languageOf(folded, home.language) === 'de';
  const asked = people.map(one => ({ ...one, doubt: doubtOfPerson(one, read, note, isGerman) }));
  const said = at && 'kind' in at.found.means ? at.found.means : null;
  const isWeak = at?.found.weak === true;
  // "At the fair" says where, and something unknown that was sent need not be an e-mail.
  const isVague =
    (said?.kind === 'event' && isWeak) ||
    (said?.kind === 'sent' && said.thing === null && activity?.typeIds.length === 1);
  const [word] = at?.found.spans ?? [];
  // "Nos encontramos en la feria": an unknown word before a noun may be the verb that says what happened.
  const isLed =
    at !== null &&
    word !== undefined &&
    !at.found.verb &&
    leftOver(line, { from: at.part.from, to: word.from }, used)
      .split(/\s+/)
      .some(one => /^\p{L}{3}/u.test(one) && !endsName(fold(one)));
  const unread = isLed || (isWeak && before.some(part => !isNamed(read, part) && leftOver(line, part, used) !== ''));
  const missed = when.options.length === 0 ? unusedDay(parts, date => date === day) : null;
  return {
    people: withContacts(asked, read).map(one => (asked.length === 0 ? withUnread(one, read) : one)),
    activity: activity && { ...activity, sure: activity.sure && !unread && !isVague },
    when: missed
      ? { options: [null, ...missed], why: 'Is that the day it happened?' }
      : when.options.length === 0 && at !== null && !at.found.keep && hasUnreadDay(note)
        ? { options: [null], why: 'When did it happen?' }
        : when,
    note,
    amount,
    step: step ?? possibleStep(read, at === null),
  };
}
