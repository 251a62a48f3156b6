// Parses one line of the log: who, what, when, note, amount and next step.

import type { ActivityKind } from './activity-terms.ts';
import { doubtOfPerson, hasUnreadDay, mayUnsubscribe, possibleStep, unusedDay } from './doubts.ts';
import { fold, isBlank } from './fold.ts';
import { aboutFrom, type FoundIn, findActivity } from './grammar.ts';
import { languageOf } from './language.ts';
import { stepOf } from './next-step.ts';
import { leftOver } from './notes.ts';
import { type DividedLine, type Part, readLine } from './parts.ts';
import type { LineHome, LineSpan, SaidAmount, SaidLine, SaidTouch, SaidWhen } from './said.ts';
import { endsName } from './small-words.ts';
import { isAppointment, isToCome } from './steps.ts';
import { type FoundTouch, newContent, spanOf } from './touches.ts';
import { activityOf } from './types-meant.ts';
import { whenOf } from './when.ts';
import { isNamed, whoOf, withContacts, withUnread } from './who.ts';

/** Longest line that is read; the rest of a longer one is note. */
export const longestLine = 1000;

const without = (read: DividedLine, { from, to }: LineSpan): DividedLine => ({
  ...read,
  line: read.line.slice(0, from) + ' '.repeat(to - from) + read.line.slice(to),
});

const saidTouch = ({ text, options, sure }: FoundTouch): SaidTouch => ({ text, options, sure });

/** The rest of the part behind what happened, without what has been read. */
function textBehind({ masked }: DividedLine, { found, part }: FoundIn): string {
  const to = found.spans.at(-1)?.to ?? part.to;
  return masked.slice(to, part.to);
}

/** Two amounts of one line are asked. */
function severalAmounts(parts: readonly Part[], { options, currency, sure }: SaidAmount): SaidAmount['options'] {
  const others = parts
    .filter(({ isStep }) => !isStep)
    .flatMap(part => part.amounts)
    .filter(one => one.currency === currency && (one.sure || !sure));
  const all = [...options, ...others.flatMap(one => one.options)];
  return all.filter(({ amount }, index) => all.findIndex(one => one.amount === amount) === index);
}

const isWithoutTime = ({ options }: SaidWhen): boolean => options.every(one => one === null || one.time === null);

const activityKindOf = (at: FoundIn | null): ActivityKind | null =>
  at && 'kind' in at.found.means ? at.found.means.kind : null;

const isAskedOf = (line: string, { from, to }: LineSpan): boolean =>
  /^\s*\?/.test(line.slice(to)) || /["“„«]/.test(line.slice(from, to));

/** The parts of `text`, one line, as somebody says it. */
export function parseLine(text: string, home: LineHome): SaidLine {
  const read = readLine(text.slice(0, longestLine), home);
  const { line, folded, parts, touches } = read;
  const at = findActivity(read, home);
  const used: LineSpan[] = [...read.emails, ...read.phones];
  const { people, spans, told, span: stepName } = whoOf(read, at, home);
  used.push(...spans);
  const step = stepOf(stepName ? without(read, stepName) : read, parts);
  const single =
    at && told
      ? activityOf(
          at.found,
          told.side,
          at.found.spans.map(({ from, to }) => line.slice(from, to)).join(' '),
          home.types,
        )
      : null;
  const rival = at?.rival && told && activityOf(at.rival, told.side ?? at.rival.side, '', home.types);
  const activity =
    single && rival ? { ...single, typeIds: [...new Set([...single.typeIds, ...rival.typeIds])], sure: false } : single;
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
  // "Ruft nächste Woche zurück": with a day to come it has not happened.
  const isAhead = at?.part.dates.some(date => date.to <= at.head.to && isToCome(date, home.today)) === true;
  const before = at ? parts.slice(0, parts.indexOf(at.part)) : parts;
  const unread = isLed || (isWeak && before.some(part => !isNamed(read, part) && leftOver(line, part, used) !== ''));
  // "Termin am Samstag": a noun and a day that comes again may be an appointment to come.
  const noun =
    at !== null &&
    activityKindOf(at) === 'meeting' &&
    isAppointment(folded.slice(at.found.spans[0]?.from, at.found.spans[0]?.to));
  const open =
    noun &&
    parts.some(
      part =>
        !part.isStep &&
        part.dates.some(date => isToCome(date, home.today) || (date.pull === null && date.future.length > 0)),
    );
  const isToBe = noun && parts.some(part => part.dates.some(date => isToCome(date, home.today)));
  const isOptOut = mayUnsubscribe(folded) && activityKindOf(at) !== 'unsubscribed';
  const isSure = !isOptOut && !open && !unread && !isVague && !isAhead && at?.found.guessed !== true;
  // What is not understood stays in the note.
  if (at && !at.found.keep && !unread && !isAhead && !(activity?.newType?.label === 'Showroom visit'))
    used.push(...at.found.spans);
  const { when, used: day } = whenOf(read, at, home);
  if (day) used.push(day);

  const found = parts.flatMap(part => part.amounts.map(amount => ({ amount, part })))[0];
  if (found && !found.part.isStep && !isAskedOf(line, found.part)) {
    const { amount, part } = found;
    const about = aboutFrom(folded, part);
    // "A budget of 12k" keeps its words where they go on; at the end, or alone, only the number would be left.
    if (isBlank(folded.slice(amount.to, part.to)) || amount.to <= about) used.push(amount);
  }
  const amount: SaidAmount | null = found
    ? {
        text: line.slice(found.amount.from, found.amount.to),
        currency: found.amount.currency,
        options: severalAmounts(parts, found.amount),
        // In a question or in quotes it is what they say.
        sure: found.amount.sure && !isAskedOf(line, found.part),
      }
    : null;
  const activityKind = activityKindOf(at);
  const isAboutContent = activityKind !== null && ['download', 'webinar', 'clicked', 'opened'].includes(activityKind);
  const { campaign, content } = touches;
  for (const touch of [campaign, content]) if (touch?.sure) used.push(spanOf(folded, touch));
  // "Downloaded" alone says no more than the activity does.
  if (at && isAboutContent && content?.sure) used.push(...at.found.spans);
  const notes = parts.filter(part => !part.isStep).map(part => leftOver(line, part, used));
  const rest = text.length > longestLine ? [text.slice(longestLine)] : [];
  const note = [...notes, ...rest].filter(Boolean).join(', ') || null;
  const isGerman = languageOf(folded, home.language) === 'de';
  const asked = withContacts(people, read).map(one => ({
    ...one,
    doubt: one.doubt ?? doubtOfPerson(one, read, note, isGerman),
  }));
  const missed = when.options.length === 0 ? unusedDay(parts, date => date === day) : null;
  return {
    people: asked.map(one => (people.length === 0 ? withUnread(one, read) : one)),
    activity: activity && {
      ...activity,
      typeIds: isOptOut ? [...new Set([...activity.typeIds, 'unsubscribed'])] : activity.typeIds,
      sure: activity.sure && isSure,
    },
    when: missed
      ? { options: [null, ...missed], why: 'Is that the day it happened?' }
      : (at !== null || when.options.length > 0) && when.why === null && hasUnreadDay(read) && isWithoutTime(when)
        ? { options: when.options.length === 0 ? [null] : when.options, why: 'When did it happen?' }
        : when,
    note,
    amount,
    step: step ?? possibleStep(read, at === null || at.found.guessed === true || isToBe, home.today),
    campaign: campaign && saidTouch(campaign),
    content: content ? saidTouch(content) : isAboutContent && at ? newContent(textBehind(read, at)) : null,
  };
}
