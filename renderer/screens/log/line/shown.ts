// What is shown of a line, part by part: what it says, what was changed by hand, and what has to be asked before it is logged.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { Input } from '../../../../shared/contract.ts';
import type {
  LineCandidate,
  LineMoment,
  LinePerson,
  ReadLine,
  ReadPerson,
  ReadTouch,
} from '../../../../shared/log-line.ts';
import { type Answers, answerTo, nobody, noteOf, type StepAnswer, type WhoAnswer } from './answers.ts';

export type MeantLead = { readonly id: string; readonly name: string };
export type Meant = {
  readonly leads: readonly MeantLead[];
  /** The box was opened for them; otherwise they are merely in sight. */
  readonly named: boolean;
};

export type ShownPerson = {
  /** The words that name them; '' where nobody is named. */
  readonly words: string;
  /** Null: a new lead. */
  readonly id: string | null;
  readonly name: string;
  readonly company: string | null;
  /** What was typed of them. */
  readonly attributes: LinePerson;
  readonly household: string | null;
  readonly candidates: readonly LineCandidate[];
  readonly doubt: string | null;
};
export type ShownType =
  | { readonly typeId: string; readonly label: string; readonly ourSide: boolean }
  | { readonly newType: { readonly label: string; readonly ourSide: boolean } };
export type ShownDeal = {
  readonly amount: number;
  /** The open deal it changes; null: a new one. */
  readonly deal: LineCandidate['deal'];
};

export type Shown = {
  readonly people: readonly ShownPerson[];
  readonly type: ShownType | null;
  readonly when: LineMoment | null;
  readonly note: string | null;
  readonly deal: ShownDeal | null;
  readonly step: Exclude<StepAnswer, 'none'> | null;
  /** The id of a campaign. */
  readonly campaign: string | null;
  readonly content: string | null;
  /** The id of the channel by which those who are new found us. */
  readonly channel: string | null;
  /** Parts that are to be asked, in this order, each with its question. */
  readonly doubts: readonly Doubt[];
};
export type PartName =
  | 'who'
  | 'company'
  | 'type'
  | 'when'
  | 'note'
  | 'deal'
  | 'step'
  | 'campaign'
  | 'content'
  | 'channel';
/** `index`: which person. */
export type PartId = { readonly part: PartName; readonly index: number };
export type Doubt = PartId & { readonly question: string };

export type ShownHome = {
  readonly types: readonly ActivityType[];
  readonly currency: string;
  readonly meant: Meant;
  readonly money: (amount: number) => string;
};

export const typeKey = ({ activity }: ReadLine): string => activity?.word ?? '';
export const whenKey = ({ when }: ReadLine): string => JSON.stringify(when.options);
export const dealKey = ({ amount }: ReadLine): string => amount?.text ?? '';
export const touchKey = (touch: ReadTouch | null): string => touch?.text ?? '';
export const stepKey = ({ step }: ReadLine): string => JSON.stringify(step);

const fullName = ({ firstName, lastName, company, email, phone }: LinePerson): string =>
  [firstName, lastName].filter(Boolean).join(' ') || company || email || phone || '';

const typedPerson = ({ name, attributes }: Extract<WhoAnswer, { is: 'typed' }>, company: string | null) => ({
  id: null,
  name,
  attributes,
  household: null,
  company,
});

function personOf(said: ReadPerson, answers: Answers, meant: Meant): ShownPerson | null {
  const words = said.text;
  const { candidates } = said;
  const answer = answers.who[words];
  const name = fullName(said.attributes);
  const company = words in answers.company ? (answers.company[words] ?? null) : said.attributes.company;
  const base = { words, attributes: said.attributes, household: said.household, candidates, doubt: null };
  if (answer?.is === 'left-out') return null;
  if (answer?.is === 'new') return { ...base, id: null, name, company };
  if (answer?.is === 'typed') return { ...base, ...typedPerson(answer, company) };
  if (answer) return { ...base, id: answer.id, name: answer.name, company: answer.company };
  const [first] = candidates;
  const here = candidates.find(({ id }) => meant.leads.some(lead => lead.id === id));
  if (here) return { ...base, id: here.id, name: here.name, company: here.company };
  if (meant.named && meant.leads.length > 0) {
    const them = meant.leads.length === 1 ? (meant.leads[0]?.name ?? '') : `the ${meant.leads.length} people`;
    return { ...base, id: null, name, company, doubt: `Is this about ${them}, or about ${name}?` };
  }
  if (!first) return { ...base, id: null, name, company, doubt: said.doubt };
  if (said.sure) return { ...base, id: first.id, name: first.name, company: first.company };
  const doubt =
    candidates.length === 1
      ? `Did you mean ${first.name}${first.company && first.company !== first.name ? ` (${first.company})` : ''}?`
      : `Who is meant by “${words}”?`;
  return { ...base, id: null, name, company, doubt };
}

function peopleOf(read: ReadLine, answers: Answers, meant: Meant): readonly ShownPerson[] {
  const named = read.people.flatMap(said => personOf(said, answers, meant) ?? []);
  if (named.length > 0) return named;
  const base = { words: '', attributes: nobody, household: null, candidates: [], doubt: null, company: null };
  const answer = answers.who[''];
  if (answer?.is === 'lead' || answer?.is === 'other') return [{ ...base, ...answer }];
  if (answer?.is === 'typed') return [{ ...base, ...typedPerson(answer, answers.company[''] ?? null) }];
  return meant.leads.map(({ id, name }) => ({ ...base, id, name }));
}

function typeOf(
  read: ReadLine,
  answers: Answers,
  { types }: ShownHome,
): { type: ShownType | null; doubt: string | null } {
  const known = (id: string): ShownType | null => {
    const type = types.find(one => one.id === id && !one.archived);
    return type ? { typeId: id, label: type.label, ourSide: type.ourSide } : null;
  };
  const answer = answerTo(answers.type, typeKey(read))?.value;
  if (answer && 'newType' in answer) return { type: answer, doubt: null };
  if (answer) return { type: known(answer.typeId), doubt: null };
  const { activity } = read;
  if (!activity) return { type: null, doubt: null };
  const ids = activity.typeIds.filter(id => known(id) !== null);
  const [first] = ids;
  if (activity.sure && !activity.newType && ids.length === 1 && first) return { type: known(first), doubt: null };
  const sides = new Set(ids.map(id => types.find(one => one.id === id)?.ourSide));
  const isDirection = !activity.newType && ids.length === 2 && sides.size === 2;
  return {
    type: null,
    doubt: isDirection ? `“${activity.word}”: by you, or by the lead?` : `Which activity is “${activity.word}”?`,
  };
}

/** The open deal of the first person. */
export const openDealOf = (read: ReadLine, [first]: readonly ShownPerson[]): LineCandidate['deal'] =>
  [...read.leads, ...(first?.candidates ?? [])].find(({ id }) => id === first?.id)?.deal ?? null;

function dealOf(read: ReadLine, answers: Answers, people: readonly ShownPerson[], home: ShownHome) {
  const [first] = people;
  const open = openDealOf(read, people);
  const none = { deal: null, doubt: null, kept: null };
  const { amount } = read;
  const answer = answerTo(answers.deal, dealKey(read))?.value;
  if (answer === 'none') return { ...none, kept: amount?.text ?? null };
  if (answer) {
    const deal = answer.id === open?.id ? open : null;
    // The sum that was chosen says less than "3-4k" or "€3,000" did.
    const saidMore = amount !== null && (amount.options.length > 1 || amount.currency !== home.currency);
    return { ...none, deal: { amount: answer.amount, deal }, kept: saidMore ? amount.text : null };
  }
  const [value] = amount?.options ?? [];
  if (!amount || value === undefined) return none;
  const ask = (doubt: string) => ({ ...none, doubt });
  if (amount.currency !== home.currency)
    return ask(`“${amount.text}” is in ${amount.currency}, and deals here are in ${home.currency}. What is it worth?`);
  if (amount.doubt !== null) return ask(amount.doubt);
  if (amount.options.length > 1) return ask(`How much is “${amount.text}”?`);
  if (open !== null && open.amount !== null && open.amount !== value)
    return ask(`${first?.name} has an open deal of ${home.money(open.amount)}. What is ${home.money(value)}?`);
  return { ...none, deal: { amount: value, deal: open } };
}

/** Words behind a part of a known name: "Jane Smith balustrade" is Jane Smith, and what she wants. */
function restOfName({ id, name, words, attributes: { firstName, lastName }, candidates }: ShownPerson): string | null {
  const meant = candidates.find(one => one.id === id);
  if (!meant || words === '' || !meant.why.startsWith('Part of the name')) return null;
  const known = new Set(name.toLowerCase().split(/\s+/));
  const typed = [firstName, lastName].filter(Boolean).join(' ').split(/\s+/);
  return typed.filter(word => !known.has(word.toLowerCase())).join(' ') || null;
}

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const isSaidIn = (note: string, text: string): boolean => {
  const there = new Set(wordsIn(text));
  return wordsIn(note).every(word => there.has(word));
};

/** What is named beyond doubt, unless it was changed by hand; `kept`: the words, where they stand in no chip. */
function touchOf(said: ReadTouch | null, given: Answers['campaign']): { value: string | null; kept: string | null } {
  const answer = answerTo(given, touchKey(said));
  const named = said?.sure ? (said.options[0] ?? null) : null;
  const value = answer ? answer.value : named;
  return { value, kept: named !== null && value !== named ? (said?.text ?? null) : null };
}

/** All parts of a line as they stand in the chips. */
export function shownOf(read: ReadLine, answers: Answers, home: ShownHome): Shown {
  const doubts: Doubt[] = [];
  const ask = (part: PartName, question: string | null, index = 0) => {
    if (question !== null) doubts.push({ part, index, question });
  };
  const people = peopleOf(read, answers, home.meant);
  if (people.length === 0) ask('who', 'Who is it?');
  for (const [index, person] of people.entries()) ask('who', person.doubt, index);
  const { type, doubt } = typeOf(read, answers, home);
  ask('type', doubt);
  const whenAnswer = answerTo(answers.when, whenKey(read));
  const when = whenAnswer ? whenAnswer.value : (read.when.options[0] ?? null);
  if (!whenAnswer) ask('when', read.when.why);
  const money = dealOf(read, answers, people, home);
  ask('deal', money.doubt);
  const stepAnswer = answerTo(answers.step, stepKey(read))?.value;
  const [day] = read.step?.days ?? [];
  const said = read.step && { what: read.step.text || null, on: day?.date ?? null, time: day?.time ?? null };
  const step = stepAnswer === 'none' ? null : (stepAnswer ?? said);
  if (!stepAnswer && read.step) {
    if (read.step.why !== null) ask('step', read.step.why);
    else if (read.step.days.length > 1) ask('step', 'Which day is meant?');
  }
  const campaign = touchOf(read.campaign, answers.campaign);
  const content = touchOf(read.content, answers.content);
  // What is shown nowhere else stays in the note: a name that was another's, an amount that is no deal, a next step taken away.
  const others = read.people.flatMap(({ text }) =>
    ['other', 'typed', 'left-out'].includes(answers.who[text]?.is ?? '') ? [text] : [],
  );
  const kept = [
    ...others,
    ...people.map(restOfName),
    money.kept,
    campaign.kept,
    content.kept,
    stepAnswer === 'none' ? read.step?.words : null,
  ];
  const told = [read.note, ...kept.filter(text => text && !read.note?.includes(text))].filter(Boolean).join(', ');
  // With a next step alone its words are no note as well.
  const isStepAlone = type === null && doubt === null && step !== null && read.step !== null;
  const note = noteOf(answers.note, isStepAlone && isSaidIn(told, read.step?.words ?? '') ? null : told || null);
  // A campaign is of something that happened.
  const isTouched = campaign.value !== null || content.value !== null;
  const isMore = step !== null || money.deal !== null || money.doubt !== null;
  if (type === null && doubt === null && (note !== null || isTouched || !isMore)) ask('type', 'What happened?');
  // How they found us is of those who are new.
  const isNew = people.some(({ id }) => id === null);
  const channel = isNew ? touchOf(read.channel, answers.channel).value : null;
  const touch = { campaign: campaign.value, content: content.value, channel };
  return { people, type, when, note, deal: money.deal, step, ...touch, doubts };
}

/** What the note of the line is before it was changed by hand; see `noteOf`. */
export const saidNote = (read: ReadLine, answers: Answers, home: ShownHome): string =>
  shownOf(read, { ...answers, note: null }, home).note ?? '';

/** What is written down: all that is shown, and nothing else. */
export function entryOf({
  people,
  type,
  when,
  note,
  deal,
  step,
  campaign,
  content,
  channel,
}: Shown): Input<'activities.logLine'> {
  return {
    people: people.map(({ id, attributes, household, company }) => ({
      id,
      attributes: id === null ? { ...attributes, company } : attributes,
      household,
    })),
    activity: type === null ? null : 'newType' in type ? type : { typeId: type.typeId },
    when,
    note,
    // Without an activity there is nothing that could name them.
    campaignId: type === null ? null : campaign,
    content: type === null ? null : content,
    channelId: channel,
    deal: deal && { id: deal.deal?.id ?? null, amount: deal.amount },
    step,
  };
}
