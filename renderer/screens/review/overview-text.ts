// Where we are in sentences, on the screen, on paper and in the minutes alike.
import type { Capacity, DecidingQuestion, GapId, Overview } from '../../../shared/overview.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Format } from '../../ui/format.tsx';

const counted = (format: Format, count: number, one: string, many: string): string =>
  `${format.whole(count)} ${count === 1 ? one : many}`;

/** Those of a stage, in a sentence that counts them. */
const inStage: Readonly<Record<Stage, readonly [one: string, many: string]>> = {
  stranger: ['stranger', 'strangers'],
  visitor: ['visitor', 'visitors'],
  lead: ['lead', 'leads'],
  mql: ['MQL', 'MQLs'],
  sql: ['SQL', 'SQLs'],
  opportunity: ['opportunity', 'opportunities'],
  customer: ['customer', 'customers'],
  nurture: ['in nurture', 'in nurture'],
  disqualified: ['disqualified', 'disqualified'],
  lost: ['lost', 'lost'],
};

/** "73 people are open, with €45,200 in deals: 60 leads, 8 MQLs, 5 opportunities." */
export function openText(format: Format, { open }: Overview): string {
  const people = open.reduce((sum, { count }) => sum + count, 0);
  if (people === 0) return 'No lead is open.';
  const amount = open.reduce((sum, row) => sum + row.amount, 0);
  const money = amount === 0 ? '' : `, with ${format.money(amount)} in deals`;
  const stages = open.map(({ stage, count }) => counted(format, count, ...inStage[stage])).join(', ');
  return `${counted(format, people, 'person is', 'people are')} open${money}: ${stages}.`;
}

/** How long a lead has waited: "21 hours", "46 days" from two days on, as on the board. */
export const waitedText = (format: Format, hours: number): string =>
  hours < 48
    ? counted(format, Math.floor(hours), 'hour', 'hours')
    : counted(format, Math.floor(hours / 24), 'day', 'days');

export const waitingText = (format: Format, { waiting: { count } }: Overview): string =>
  count === 0
    ? 'No one is waiting for sales.'
    : `${counted(format, count, 'person is', 'people are')} waiting for sales.`;

/** "2026 so far: 12 won, 5 lost, €80,000 from 14 won deals." */
export function yearText(format: Format, { year: { label, won, lost, revenue, deals } }: Overview): string {
  if (won + lost + deals === 0) return `${label} so far: no one won or lost on a known day.`;
  const money = deals === 0 ? '' : `, ${format.money(revenue)} from ${counted(format, deals, 'won deal', 'won deals')}`;
  return `${label} so far: ${format.whole(won)} won, ${format.whole(lost)} lost${money}.`;
}

export function capacityText(format: Format, { weeks, mqls, answers, mostAnswers, is }: Capacity): string {
  if (is === 'too-early')
    return 'It takes four weeks with MQLs, and ten people, to compare MQLs with the answers of sales.';
  const aWeek = (count: number) => format.decimal(count / weeks);
  const counts = `In the last ${weeks} weeks ${aWeek(mqls)} people a week became MQL, and sales answered ${aWeek(answers)} a week`;
  switch (is) {
    case 'too-many':
      return `${counts}. That is ${aWeek(mqls - answers)} a week too many: raise the threshold, or make time for answers.`;
    case 'too-few':
      return `${counts}; in its best week it answered ${format.whole(mostAnswers)}. Sales could take more.`;
    case 'even':
      return `${counts}. Any difference may be chance.`;
    default:
      return is satisfies never;
  }
}

/** "Company size? Up to 20 points, 12 are missing." */
export const questionText = ({ question, short, upTo }: DecidingQuestion): string =>
  `${question} ${short === 1 ? '1 point is missing' : `${short} points are missing`}; the answer can add up to ${upTo}.`;

type Gap = Overview['gaps'][number];
/** What is missing, and how to get it. */
const gapTexts: Readonly<Record<GapId, (format: Format, gap: Gap) => readonly [missing: string, how: string]>> = {
  activities: (format, { count, of }) => [
    `${format.whole(count)} of ${counted(format, of, 'lead has', 'leads have')} no activity by the lead.`,
    'Log calls and inquiries as they come, or import them. Scores and MQLs come from activities.',
  ],
  amounts: (format, { count, of }) => [
    `${format.whole(count)} of ${counted(format, of, 'open deal has', 'open deals have')} no amount.`,
    'Enter the amount of each quote. The money that is open is the sum of these amounts.',
  ],
  'purchase-days': (format, { count }) => [
    `${counted(format, count, 'customer has', 'customers have')} no day of purchase.`,
    'Import the list again with the day each of them bought. Until then they count in no week, month or year.',
  ],
  channels: (format, { count, of }) => [
    `${format.whole(count)} of ${counted(format, of, 'lead has', 'leads have')} no channel.`,
    'Ask where they heard of you. It shows which channel brings customers.',
  ],
  spend: (_, { of }) => [
    `No spend is recorded for the last ${of} weeks.`,
    'Enter what you pay for ads, events and printing. It shows what an MQL and a customer cost.',
  ],
  'ideal-customer': () => [
    'No one has said who the ideal customer is.',
    'Answer a few questions in Criteria. Fit then counts beside activity.',
  ],
  sales: () => [
    'No member of the team is in sales.',
    'Add who answers MQLs in Settings, so that answers have an owner.',
  ],
};

export const gapText = (format: Format, gap: Gap): readonly [missing: string, how: string] =>
  gapTexts[gap.id](format, gap);
