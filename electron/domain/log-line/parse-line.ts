// Parses one line of the log: who, what, when, note, amount and next step.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { activityOf } from './activities.ts';
import { isCovered } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import { aboutFrom, type FoundIn, findActivity, tell } from './grammar.ts';
import { leftOver } from './notes.ts';
import { type DividedLine, type Part, readLine } from './parts.ts';
import { nobodyKnown, takePeople } from './people.ts';
import type { LineHome, LineSpan, Moment, SaidAmount, SaidLine, SaidPerson, SaidStep, SaidWhen } from './said.ts';
import { leadInOf, stepWordEnd } from './steps.ts';

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
  const first = people[0] ?? { text: email ?? phone ?? '', attributes: nobodyKnown, household: null };
  return [{ ...first, attributes: { ...first.attributes, email, phone } }, ...people.slice(1)];
}

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
  const isTime = date.future[0]?.time !== null && date.past[0]?.time !== null && date.pull === null;
  const doubtful = date === behind && !isTime && (isOld || date.pull === null);
  // A date without a year that comes again soon may be meant to come.
  const soon = date.pull === null && isOld && best !== undefined && best.date < addDays(today, -180);
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
    const start = part.from + leadInOf(folded.slice(part.from, part.to));
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
  const why = date?.why ?? (date && date.future.length === 0 ? 'This day is past.' : null);
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
    people = together(people, told.people, told.people.every(isOneWord));
    used.push(...told.used);
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
  return { people: withContacts(people, read), activity, when, note, amount, step };
}
