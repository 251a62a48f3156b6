// Money spent in a span: on everything, or on one channel or campaign.
import { dayNumber } from '../../../shared/dates.ts';
import type { History } from './history.ts';
import type { HistoryIndex } from './index-history.ts';
import type { Days } from './period.ts';
import type { Only, Scope } from './scope.ts';
import { overlaps, partInDays } from './spread.ts';

type Line = Days & {
  /** Place in the history's spend. */
  readonly row: number;
  readonly amount: number;
  readonly channel: number;
  readonly campaign: number;
};

const lines = new WeakMap<History, readonly Line[]>();

function linesOf(history: History): readonly Line[] {
  const before = lines.get(history);
  if (before !== undefined) return before;
  const channels = new Map(history.channels.map(({ id }, position) => [id, position]));
  const campaigns = new Map(history.campaigns.map(({ id }, position) => [id, position]));
  const made = history.spend.map((row, position) => {
    const campaign = campaigns.get(row.campaignId ?? '') ?? -1;
    const channelId = row.channelId ?? history.campaigns[campaign]?.channelId ?? '';
    const fromDay = dayNumber(row.from);
    const toDay = dayNumber(row.to) + 1;
    return { row: position, amount: row.amount, campaign, channel: channels.get(channelId) ?? -1, fromDay, toDay };
  });
  lines.set(history, made);
  return made;
}

function belongs(line: Line, only: Only | null): boolean {
  if (only === null) return true;
  switch (only.by) {
    case 'channel':
      return line.channel === only.position;
    case 'campaign':
      return line.campaign === only.position;
    case 'member':
      return false;
    default:
      return only.by satisfies never;
  }
}

/** Up to the end of today: money for days to come is not spent yet. */
const upToToday = ({ zone, asOf }: HistoryIndex, { fromDay, toDay }: Days): Days => ({
  fromDay,
  toDay: Math.max(fromDay, Math.min(toDay, zone.dayAt(asOf) + 1)),
});

/** Money in minor units, null when nothing is recorded (which is not the same as 0), and how many entries it comes from. */
export type SpendTotal = { readonly amount: number | null; readonly entries: number };
const known = new WeakMap<Pick<Scope, 'index'>, SpendTotal>();

type SpendQuery = Pick<Scope, 'index' | 'only' | 'fromDay' | 'toDay'>;

/** One amount of the records and the part of it that falls in a span. */
export type SpendPart = { readonly row: number; readonly amount: number };

/** The amounts that a span's spend is made of, in the order of the records. */
export function spendParts(scope: SpendQuery): SpendPart[] {
  const span = upToToday(scope.index, scope);
  return linesOf(scope.index.history)
    .filter(line => overlaps(line, span) && belongs(line, scope.only))
    .map(line => ({ row: line.row, amount: partInDays(line.amount, line, span) }));
}

/** Spend of the span, each amount spread evenly over its days. */
export function spendIn(scope: SpendQuery): SpendTotal {
  const before = known.get(scope);
  if (before !== undefined) return before;
  const parts = spendParts(scope);
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  const spent: SpendTotal = { amount: parts.length === 0 ? null : sum, entries: parts.length };
  known.set(scope, spent);
  return spent;
}
