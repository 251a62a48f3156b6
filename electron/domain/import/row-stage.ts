// Stage of a row, with its date.
import type { OutcomeFlag } from '../../../shared/import.ts';
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { Stage } from '../../../shared/stages.ts';
import { isEarly, stages } from '../../../shared/stages.ts';
import type { Use } from './cells.ts';
import { cellInstant, headerOf, warning } from './cells.ts';
import { yesNo } from './content.ts';
import { parseDate } from './dates.ts';
import { stageOfDeal } from './deals.ts';
import { parseNumber } from './numbers.ts';
import type { ImportPlan } from './plan.ts';
import { instantOf } from './plan.ts';
import { moneyOf, tellRange } from './row-attributes.ts';
import { each } from './row-text.ts';
import { keepCell, refuseCell } from './row-unread.ts';
import { lookUp } from './row-values.ts';
import { guessReason, isReasonOf } from './stage-terms.ts';
import { headerKey } from './text.ts';
import { valueKey } from './values.ts';

/** When columns disagree, the one further to the left here is believed: "Proposal" and "Lost" is lost, a customer stays one. */
const strongest: readonly Stage[] = [
  'customer',
  'lost',
  'disqualified',
  'nurture',
  'opportunity',
  'sql',
  'mql',
  'lead',
  'visitor',
  'stranger',
];
const dated: readonly (readonly [ImportTarget, Stage])[] = [
  ['mqlOn', 'mql'],
  ['sqlOn', 'sql'],
  ['opportunityOn', 'opportunity'],
  ['customerOn', 'customer'],
  ['lostOn', 'lost'],
  ['disqualifiedOn', 'disqualified'],
];
/** What a date may lie after "now" because of zones and clocks. */
const slackMs = 36 * 3_600_000;

export type RowStage = Pick<
  PreparedRow,
  'stage' | 'stageDates' | 'reason' | 'nurtureUntil' | 'createdAt' | 'nextStep' | 'nextStepOn' | 'deal'
> & {
  /** Cells that cannot be read as what their columns hold, as lines for the notes. */
  readonly unread: readonly string[];
};

const toStage = (text: string | null): Stage | null => stages.find(stage => stage === text) ?? null;
const stronger = (a: Stage | null, b: Stage | null): Stage | null =>
  strongest.find(stage => stage === a || stage === b) ?? null;

const nothing: RowStage = {
  stage: null,
  stageDates: [],
  reason: null,
  nurtureUntil: null,
  createdAt: null,
  nextStep: null,
  nextStepOn: null,
  deal: null,
  unread: [],
};

/** Reads stage, dates, reason and deal of a row. */
export function readStage(plan: ImportPlan, row: readonly string[], warnings: string[]): RowStage {
  // A log has a million rows and none of these.
  if (plan.saysNoStage) return nothing;
  const unread: string[] = [];
  let stage: Stage | null = null;
  const crosses = new Map<OutcomeFlag, boolean>();
  each(plan, row, ['stage'], (use, text) => {
    if (use.flag !== undefined) {
      const answer = yesNo(text) ?? answerOf(text);
      if (answer === null) keepCell(plan, use, text, unread);
      else crosses.set(use.flag, answer);
      return;
    }
    const value = lookUp(plan, 'stage', text);
    if (value === undefined) warnings.push(warning(use, text, 'is not a known stage.'));
    if (value == null) keepCell(plan, use, text, unread);
    else stage = stronger(stage, toStage(value));
  });
  stage = withCrosses(stage, crosses, warnings);
  stage ??= toStage(plan.fixed.get('stage') ?? null);
  const entries = new Map<Stage, number>();
  const past = (target: ImportTarget, keep: (at: number, date: string) => void) =>
    readDate(plan, row, target, { mustBePast: true, warnings, unread }, keep);
  const day = (target: ImportTarget): string | null => {
    let found: string | null = null;
    readDate(plan, row, target, { mustBePast: false, warnings, unread }, (_at, date) => {
      found = date;
    });
    return found;
  };
  for (const [target, to] of dated) past(target, at => entries.set(to, at));
  // Somebody with the day of an opportunity is not an MQL any more, whatever an older column says.
  // Ripen's own file says where they stand, and means it.
  if (stage === null || !plan.mapping.literal) stage = stronger(stage, latest(entries));
  let closeOn = day('dealCloseOn');
  readDate(plan, row, 'closedOn', { mustBePast: false, warnings, unread }, (at, date) => {
    if (stage === 'customer' || stage === 'lost') entries.set(stage, entries.get(stage) ?? at);
    else closeOn ??= date;
  });
  let createdAt: number | null = null;
  past('createdOn', at => {
    // Of two such columns the second one is the company's.
    createdAt ??= at;
  });
  past('stageOn', at => {
    if (stage && !entries.has(stage)) entries.set(stage, at);
    else if (!stage) each(plan, row, ['stageOn'], (use, text) => keepCell(plan, use, text, unread));
  });
  let deal = readDeal(plan, row, closeOn, warnings, unread);
  // A day on which somebody may buy is no deal yet: without a name, an amount or a stage there is nothing to win.
  if (deal && plan.mapping.rows !== 'deals' && !plan.mapping.literal && isOnlyDay(deal) && isEarlyOrMql(stage)) {
    each(plan, row, ['dealCloseOn', 'closedOn'], (use, text) => unread.push(`${headerOf(use)}: ${text}`));
    deal = null;
  }
  // A payment makes a customer, unless the file has a stage.
  if ((deal?.amount ?? 0) > 0 && isEarlyOrOpen(stage) && plan.uses.get('dealAmount')?.some(isSpent)) stage = 'customer';
  const nextStep: string[] = [];
  each(plan, row, ['nextStep'], (_use, text) => nextStep.push(text));
  const soon = nextStep.length === 1 ? dayIn(nextStep[0] ?? '', plan) : null;
  if (soon !== null) warnings.push(`Next step: “${nextStep[0] ?? ''}” is taken as ${soon.date}.`);
  const until = day('nurtureUntil');
  // "To be called again on" is a next step unless the lead is in Nurture.
  const nurtured = stage === 'nurture' || plan.mapping.literal;
  return {
    stage,
    stageDates: [...entries].map(([to, at]) => ({ stage: to, at })).sort((a, b) => a.at - b.at),
    reason: readReason(plan, row, stage, unread),
    nurtureUntil: nurtured ? until : null,
    createdAt,
    nextStep: soon?.isAll ? null : nextStep.join(' ').slice(0, 500) || null,
    nextStepOn: day('nextStepOn') ?? soon?.date ?? (nurtured ? null : until),
    deal,
    unread,
  };
}

/** A day without its year behind a word is no further ahead. */
const soonMs = 200 * 86_400_000;

/** "5/12" as a next step, or "ring back 5/12", is a day without its year: the next one there is. `isAll`: there is no word. */
function dayIn(text: string, plan: ImportPlan): { readonly date: string; readonly isAll: boolean } | null {
  if (plan.mapping.literal || text.length > 200) return null;
  const [, before = '', a = '', b = ''] = /^(.*\p{L}{2}\.?\s)?(\d{1,2})[./](\d{1,2})\.?$/u.exec(text.trim()) ?? [];
  const date = a === '' ? null : dayAndMonth(a, b, plan);
  if (date === null) return null;
  // "Sent the quote 12/3" tells of last March, not of the next one.
  const isSoon = before === '' || Date.parse(date) - plan.context.now < soonMs;
  return isSoon ? { date, isAll: before === '' } : null;
}

function dayAndMonth(a: string, b: string, plan: ImportPlan): string | null {
  const today = plan.zone.dateAt(plan.context.now);
  const orders = [...plan.uses.values()].flat().flatMap(({ dateOrder }) => dateOrder ?? []);
  const monthFirst = orders.includes('mdy') || (!orders.includes('dmy') && !plan.context.dayFirst);
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].flatMap(y => parseDate(`${a}/${b}/${y}`, monthFirst ? 'mdy' : 'dmy')?.date ?? []);
  return days.find(date => date >= today) ?? days[0] ?? null;
}

/** "Converted", "Not converted"; null for "pending". */
const answerOf = (text: string): boolean | null =>
  /^(?:not |nicht |non |no )?(?:converted|konvertiert|converti|convertido|won|sold|gewonnen)$/i.test(text)
    ? !/^(?:not|nicht|non|no) /i.test(text)
    : null;

/** What crosses add to a word: "won" is believed, "closed" says that it ended and not how, "converted" that sales has them. */
function withCrosses(word: Stage | null, crosses: ReadonlyMap<OutcomeFlag, boolean>, warnings: string[]): Stage | null {
  const [won, closed] = [crosses.get('won'), crosses.get('closed')];
  if (won === true || crosses.get('customer') === true)
    return word === 'lost' || word === 'disqualified' ? word : 'customer';
  if (won === false && closed === true) return word === 'disqualified' ? word : 'lost';
  if (closed === true && won === undefined && word !== 'customer' && word !== 'lost' && word !== 'disqualified')
    warnings.push('Closed: it ended, but nothing in this row says whether it was won or lost.');
  if (crosses.get('converted') === true && (word === null || isEarly(word) || word === 'mql')) return 'sql';
  return word;
}

/** The same in a file of deals, where the words speak of the deal: one that is neither won nor lost is open. */
export function readDealStage(plan: ImportPlan, row: readonly string[], warnings: string[]): RowStage {
  const read = readStage(plan, row, warnings);
  const stage = stageOfDeal(read.stage);
  const ended = read.stageDates.find(entry => entry.stage === read.stage);
  const stageDates = read.stageDates.filter(entry => entry.stage === 'opportunity' || entry.stage === stage);
  const [first] = read.stageDates;
  // "Qualified since 3 March" is a deal that was open by then.
  if (stage === 'opportunity' && stageDates.length === 0 && first) stageDates.push({ stage, at: first.at });
  // The day in a column beside "closed lost" is the day of losing it, whatever the word became.
  if (stage === 'lost' && ended && ended.stage !== 'lost') stageDates.push({ stage, at: ended.at });
  return { ...read, stage, stageDates, reason: stage === 'lost' ? (read.reason ?? 'other') : null };
}

const spent =
  /^(?:historic)?(?:total|lifetime|net|customerlifetime|bisheriger)(?:spent|spend|paid|sales|value|revenue|umsatz|orders?value)$/;
const isSpent = ({ header }: Use): boolean => spent.test(headerKey(header));
const isEarlyOrOpen = (stage: Stage | null): boolean => stage === null || isEarly(stage);

const isEarlyOrMql = (stage: Stage | null): boolean => stage === null || isEarly(stage) || stage === 'mql';
const isOnlyDay = ({ name, amount, probability }: NonNullable<PreparedRow['deal']>): boolean =>
  name === null && amount === null && probability === null;

function latest(entries: ReadonlyMap<Stage, number>): Stage | null {
  let best: Stage | null = null;
  for (const stage of entries.keys()) best = stronger(best, stage);
  return best;
}

function readDate(
  plan: ImportPlan,
  row: readonly string[],
  target: ImportTarget,
  said: { readonly mustBePast: boolean; readonly warnings: string[]; readonly unread: string[] },
  keep: (at: number, date: string) => void,
): void {
  each(plan, row, [target], (use, text) => {
    const instant = cellInstant(use, text);
    if (instant === null) return refuseCell(plan, use, text, 'is not a date.', said);
    const at = instantOf(plan, instant);
    if (said.mustBePast && at > plan.context.now + slackMs)
      return refuseCell(plan, use, text, 'is in the future.', said);
    keep(at, instant.offset === null ? instant.date : plan.zone.dateAt(at));
  });
}

function readReason(plan: ImportPlan, row: readonly string[], stage: Stage | null, unread: string[]): string | null {
  let reason: string | null = null;
  if (stage !== 'lost' && stage !== 'disqualified' && stage !== 'nurture') {
    // In Ripen's own history a deal that was lost may lead back to another stage.
    if (plan.mapping.literal) each(plan, row, ['reason'], (_use, text) => (reason = guessReason(text, 'lost')));
    else each(plan, row, ['reason'], (use, text) => keepCell(plan, use, text, unread));
    return reason === 'other' ? null : reason;
  }
  each(plan, row, ['reason', 'stage'], (use, text) => {
    const mapped = use.target === 'reason' ? plan.values.get(valueKey('reason', text)) : undefined;
    const guess = mapped != null && isReasonOf(mapped, stage) ? mapped : guessReason(text, stage);
    if (use.target === 'reason' || guess !== 'other') reason ??= guess;
    // "Other" says less than what stood there.
    if (use.target === 'reason' && (guess === null || guess === 'other') && !plan.mapping.literal)
      keepCell(plan, use, text, unread);
  });
  return reason ?? (stage === 'lost' ? 'other' : null);
}

function readDeal(
  plan: ImportPlan,
  row: readonly string[],
  closeOn: string | null,
  warnings: string[],
  unread: string[],
): PreparedRow['deal'] {
  const refuse = (use: Use, text: string, why: string): void => refuseCell(plan, use, text, why, { warnings, unread });
  let name: string | null = null;
  let amount: number | null = null;
  let probability: number | null = null;
  each(plan, row, ['dealName'], (_use, text) => {
    name = text.slice(0, 300);
  });
  each(plan, row, ['dealAmount'], (use, text) => {
    amount = moneyOf(plan, use, text);
    if (amount === null) refuse(use, text, 'is not an amount.');
    else tellRange(use, text, warnings);
  });
  each(plan, row, ['dealProbability'], (use, text) => {
    const value = parseNumber(text, use.decimal ?? '.');
    const percent = value !== null && use.fraction && !text.includes('%') ? value * 100 : value;
    if (percent !== null && percent >= 0 && percent <= 100) probability = Math.round(percent);
    else refuse(use, text, 'is not a percentage.');
  });
  // Shops write 0 for everybody who has not bought yet.
  if (amount === 0 && name === null) amount = null;
  return name === null && amount === null && closeOn === null && probability === null
    ? null
    : { name, amount, closeOn, probability };
}
