// Parses one line of the log: who, what, when, note, amount and next step.
import { isSaidIn, isTopic, lostWords, soundsPast } from './accounts.ts';
import type { FoundAmount } from './amounts.ts';
import { channelOf } from './channels.ts';
import { findDates } from './dates.ts';
import { doubtOfPerson, hasUnreadDay, possibleStep, unusedDay } from './doubts.ts';
import { aboutFrom, type FoundIn, findActivity } from './find-activity.ts';
import { isBlank } from './fold.ts';
import { languageOf } from './language.ts';
import { readOfStep, stepOf } from './next-step.ts';
import { leftOver, type NoteRun } from './notes.ts';
import { type DividedLine, type Part, readLine } from './parts.ts';
import type { LineHome, LineSpan, SaidActivity, SaidAmount, SaidLine, SaidStep, SaidTouch, SaidWhen } from './said.ts';
import { activityKindOf, type Evidence, evidenceOf } from './sure-activity.ts';
import { asked, isOneOfTwo } from './surest-name.ts';
import { type FoundTouch, newContent, spanOf } from './touches.ts';
import { activityOf } from './types-meant.ts';
import { whenOf } from './when.ts';
import { type FoundWho, whoOf, withContacts, withUnread } from './who.ts';

/** Longest line that is read; the rest of a longer one is note. */
export const longestLine = 1000;

/** Without names, and the words that lead to them: "send the list to Ann". */
function without(read: DividedLine, names: readonly LineSpan[]): DividedLine {
  const lead = /(?<=\s)(?:to|for|with|an|mit|bei|a|avec|pour|con|para|al|alla|met|aan|naar|com|ao|w\/)\s+$/u;
  const blank = (line: string, { from: start, to }: LineSpan): string => {
    const from = start - (lead.exec(read.folded.slice(0, start))?.[0].length ?? 0);
    return line.slice(0, from) + ' '.repeat(to - from) + line.slice(to);
  };
  return { ...read, line: names.reduce(blank, read.line) };
}

const saidTouch = ({ text, options, sure }: FoundTouch): SaidTouch => ({ text, options, sure });

/** The rest of the part behind what happened, without what has been read. */
function textBehind({ masked }: DividedLine, { found, part }: FoundIn): string {
  const to = found.spans.at(-1)?.to ?? part.to;
  return masked.slice(to, part.to);
}

/** Two amounts of one line are asked. */
function severalAmounts(parts: readonly Part[], { options, currency, doubt }: FoundAmount): SaidAmount['options'] {
  const others = parts
    .filter(({ isStep }) => !isStep)
    .flatMap(part => part.amounts)
    .filter(one => one.currency === currency && (one.doubt === null || doubt !== null));
  const all = [...options, ...others.flatMap(one => one.options)];
  return all.filter(({ amount }, index) => all.findIndex(one => one.amount === amount) === index);
}

const isWithoutTime = ({ options }: SaidWhen): boolean => options.every(one => one === null || one.time === null);

const isAskedOf = (line: string, { from, to }: LineSpan): boolean =>
  /^\s*\?/.test(line.slice(to)) || /["“„«]/.test(line.slice(from, to));

/** Which types are meant, with those of a second thing that happened. */
function typesOf(read: DividedLine, at: FoundIn, told: NonNullable<FoundWho['told']>, home: LineHome): SaidActivity {
  const words = at.found.spans.map(({ from, to }) => read.line.slice(from, to)).join(' ');
  const single = activityOf(at.found, told.side, words, home.types);
  const rival = at.rival && activityOf(at.rival, told.side ?? at.rival.side, '', home.types);
  return rival ? { ...single, typeIds: [...new Set([...single.typeIds, ...rival.typeIds])], sure: false } : single;
}

/** What is asked before an amount is that of a deal; `theirs`: they asked about it, or said it. */
function doubtOf(text: string, about: FoundAmount['doubt'] | 'theirs'): string | null {
  if (about === 'one') return `Is “${text}” the whole amount, or the price of one?`;
  if (about === 'theirs') return `Is “${text}” the amount of the deal?`;
  return about === null ? null : `Is “${text}” an amount of money?`;
}

/** The amount, and what it takes of the note. */
function amountOf({ line, folded, parts }: DividedLine): { amount: SaidAmount | null; span: LineSpan | null } {
  const found = parts.flatMap(part => part.amounts.map(amount => ({ amount, part })))[0];
  if (!found) return { amount: null, span: null };
  const { amount: one, part } = found;
  const isQuestion = isAskedOf(line, part);
  // "A budget of 12k" keeps its words where they go on; at the end, or alone, only the number would be left.
  const isTaken = isBlank(folded.slice(one.to, part.to)) || one.to <= aboutFrom(folded, part);
  const text = line.slice(one.from, one.taxFrom).trimEnd();
  return {
    amount: {
      text,
      currency: one.currency,
      options: severalAmounts(parts, one),
      // In a question or in quotes it is what they say.
      doubt: doubtOf(text, one.doubt ?? (isQuestion ? 'theirs' : null)),
    },
    span: !part.isStep && !isQuestion && isTaken ? { from: one.from, to: one.taxFrom } : null,
  };
}

/** "Her e-mail from yesterday asks for a quote": the day of the thing is that of the activity, where it is the same. */
function ownDay({ folded }: DividedLine, at: FoundIn | null, home: LineHome): SaidWhen['options'] {
  if (at === null || at.found.verb) return [];
  const from = at.found.spans.at(-1)?.to ?? folded.length;
  const [first] = findDates(folded.slice(from), home, true);
  return first && /^\s*\p{L}*\s*$/u.test(folded.slice(from, from + first.from)) ? first.past : [];
}

/** When it happened, with what is to be asked about it. */
function askedWhen(
  read: DividedLine,
  at: FoundIn | null,
  home: LineHome,
  { when, used }: ReturnType<typeof whenOf>,
): SaidWhen {
  const missed = when.options.length === 0 ? unusedDay(read, date => date === used, at !== null) : null;
  if (missed) return { options: [null, ...missed], why: 'Is that the day it happened?' };
  const isOpen = at !== null || when.options.length > 0;
  if (!isOpen || when.why !== null || !hasUnreadDay(read) || !isWithoutTime(when)) return when;
  return {
    options: when.options.length === 0 ? [null, ...ownDay(read, at, home)] : when.options,
    why: 'When did it happen?',
  };
}

const nothing: SaidWhen = { options: [], why: null };
/** With a next step alone nothing happened, and a few words beside it are what it is about. */
function alone(step: SaidStep, said: SaidWhen, note: string | null, isToCome: boolean) {
  // A day that is to come is none on which it happened.
  const when = isToCome && !soundsPast(step.words) ? nothing : said;
  if (note === null) return { step, when: nothing, note };
  // What may have happened after all stays in the note until it is answered.
  if (step.why !== null) return { step, when, note };
  if (isSaidIn(note, step.text)) return { step, when: nothing, note: null };
  if (isTopic(note))
    return { step: { ...step, text: [step.text, note].filter(Boolean).join(', ') }, when: nothing, note: null };
  return { step, when, note };
}

const asActivity = (activity: SaidActivity | null, { sure, isOptOut }: Evidence): SaidActivity | null => {
  if (activity === null) return isOptOut ? { word: '', typeIds: ['unsubscribed'], newType: null, sure: false } : null;
  const typeIds = isOptOut ? [...new Set([...activity.typeIds, 'unsubscribed'])] : activity.typeIds;
  return { ...activity, typeIds, sure: activity.sure && sure };
};

/** Signs that are not seen, and turn what stands beside them around. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The parts of `text`, one line, as somebody says it. */
export function parseLine(text: string, home: LineHome): SaidLine {
  const read = readLine(text.slice(0, longestLine).replace(unseen, ' '), home);
  const { line, folded, parts, touches } = read;
  const at = findActivity(read, home);
  const who = whoOf(read, at, home);
  const names = [...who.spans, ...(who.span ? [who.span] : [])];
  const gone = [...names, ...read.emails, ...read.phones];
  const types = at && who.told ? typesOf(read, at, who.told, home) : null;
  const evidence = evidenceOf(read, at, types, gone, home.today);
  const activity = asActivity(types, evidence);
  // Where it is not sure what happened another name may be meant as well.
  const isOpen = at !== null && !evidence.sure && isOneOfTwo(read, who, home.members);
  const word = at && !evidence.keep ? at.found.spans : [];
  const found = whenOf(read, at, home);
  const { amount, span } = amountOf(read);
  const { campaign, content } = touches;
  const kind = activityKindOf(at);
  const isAboutContent = kind !== null && ['download', 'webinar', 'clicked', 'opened'].includes(kind);
  const isNothing = at === null || at.found.guessed === true || evidence.isToBe;
  const sureStep = stepOf(without(read, gone), parts);
  const possible = sureStep ? null : possibleStep(without(read, gone), isNothing, home.today);
  const step = sureStep ?? possible?.step ?? null;
  // With nothing that happened, what may be to do is no note as well.
  const isToDo = (part: Part): boolean =>
    part.isStep || (activity === null && part === possible?.part && possible.step.why === null);

  const used = [
    ...[...read.emails, ...read.phones],
    ...word,
    ...(at && found.used ? [found.used] : []),
    ...(span ? [span] : []),
    ...[campaign, content].flatMap(touch => (touch?.sure ? [spanOf(folded, touch)] : [])),
    // "Downloaded" alone says no more than the activity does.
    ...(at && isAboutContent && content?.sure ? at.found.spans : []),
  ];
  const left: NoteRun[] = parts
    .filter(part => !isToDo(part))
    .map(part => ({ from: part.from, text: leftOver(line, part, [...used, ...who.spans]) }));
  const toDo = parts.filter(isToDo).flatMap(part => readOfStep(folded, part));
  const persons = who.people.flatMap(({ text: words, attributes, household }) => [
    words,
    household,
    ...Object.values(attributes),
  ]);
  const told = [
    ...left,
    ...lostWords(line, [...left.map(one => one.text), step?.text ?? '', ...persons], [...used, ...toDo]),
  ]
    .filter(one => one.text !== '')
    .sort((one, other) => one.from - other.from);
  const rest = text.length > longestLine ? [text.slice(longestLine)] : [];
  const all = [...told.map(one => one.text), ...rest].join(', ') || null;
  const said = askedWhen(read, at, home, found);
  // An appointment that may be to come: nor is its day sure.
  const isDay = evidence.isToBe && said.why === null && said.options.length > 0 && found.used?.pull === null;
  const when = isDay ? { ...said, why: 'Is that the day it happened?' } : said;
  const settled =
    activity === null && step ? alone(step, when, all, possible?.isToCome === true) : { step, when, note: all };

  const language = languageOf(folded, home.language);
  const named = isOpen ? who.people.map(asked) : who.people;
  const people = withContacts(named, read).map(one => ({
    ...one,
    doubt: one.doubt ?? doubtOfPerson(one, read, all, language),
  }));
  return {
    people: who.people.length === 0 ? people.map(one => withUnread(one, read)) : people,
    activity,
    ...settled,
    amount,
    campaign: campaign && saidTouch(campaign),
    content: content ? saidTouch(content) : isAboutContent && at ? newContent(textBehind(read, at)) : null,
    channel: channelOf(line, home),
  };
}
