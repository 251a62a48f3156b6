// Spend and reach of a week, by channel and campaign: entered for that week, or its part of longer periods.
import type { CampaignWeek, WeekLine, WeekTotal } from '../../../shared/campaign-week.ts';
import { addDays, dayNumber, fromDayNumber, type PlainDate } from '../../../shared/dates.ts';
import type { Campaign, Channel, Reach, Spend } from '../../../shared/workspace.ts';
import { type Period, periodLabel, periodOf, shift } from '../figures/period.ts';
import { overlaps, partInDays } from '../figures/spread.ts';

export type CampaignRows = {
  readonly channels: readonly Channel[];
  readonly campaigns: readonly Campaign[];
  readonly spend: readonly Spend[];
  readonly reach: readonly Reach[];
};

/** Weeks shown beside the one that is entered. */
const recentWeeks = 12;
const daysOf = (row: Pick<Spend, 'startsOn' | 'endsOn'>) => ({
  fromDay: dayNumber(row.startsOn),
  toDay: dayNumber(row.endsOn) + 1,
});

/** Money recorded for exactly the seven days of a week, on one line of it: what entering a number there replaces. */
export const isOfWeek = (row: Spend, week: Pick<Period, 'from' | 'to'>): boolean =>
  row.startsOn === week.from && row.endsOn === addDays(week.to, -1);

/** Reach counts for the week its date lies in, also where the first day of the week has been changed since. */
export const isReachOfWeek = (row: Pick<Reach, 'weekStart'>, week: Pick<Period, 'from' | 'to'>): boolean =>
  row.weekStart >= week.from && row.weekStart < week.to;

const sum = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, each) => total + each, 0);

function totalOf(spend: readonly Spend[], reach: readonly Reach[], week: Period): WeekTotal {
  const counted = reach.filter(row => isReachOfWeek(row, week));
  return {
    from: week.from,
    label: periodLabel(week),
    spend: sum(spend.filter(row => overlaps(daysOf(row), week)).map(row => partInDays(row.amount, daysOf(row), week))),
    strangers: sum(counted.map(({ strangers }) => strangers)),
    visitors: sum(counted.map(({ visitors }) => visitors)),
  };
}

type Line = { readonly channelId: string | null; readonly campaignId: string | null; readonly label: string };

function lineOf(rows: CampaignRows, week: Period, line: Line): WeekLine {
  const before = shift(week, -1);
  const spend = rows.spend.filter(
    row =>
      row.campaignId === line.campaignId &&
      // Spend on a campaign is the campaign's, whichever channel it names.
      (line.campaignId !== null || row.channelId === line.channelId),
  );
  const reach = line.campaignId === null ? rows.reach.filter(row => row.channelId === line.channelId) : [];
  const exact = spend.filter(row => isOfWeek(row, week));
  const others = spend.filter(row => !isOfWeek(row, week));
  const { strangers, visitors } = totalOf([], reach, week);
  return {
    ...line,
    spend: sum(exact.map(({ amount }) => amount)),
    strangers,
    visitors,
    spread: totalOf(others, [], week).spend,
    before: totalOf(spend, reach, before),
  };
}

const isUsed = ({ spend, spread, strangers, visitors, before }: WeekLine): boolean =>
  [spend, spread, strangers, visitors, before.spend, before.strangers, before.visitors].some(value => value !== null);

/**
 * The week that holds `date`: a line for each channel, under it its campaigns of that time, and last the money that belongs to
 * no channel. What is archived has a line only where something is recorded.
 */
export function campaignWeek(rows: CampaignRows, date: PlainDate, firstDay: number): CampaignWeek {
  const week = periodOf('week', date, firstDay);
  const lines: WeekLine[] = [];
  const runs = (campaign: Campaign) =>
    !campaign.archived &&
    (campaign.startsOn === null || campaign.startsOn < week.to) &&
    (campaign.endsOn === null || campaign.endsOn >= week.from);
  const campaignsOf = (channelId: string | null) => {
    for (const campaign of rows.campaigns) {
      if (campaign.channelId !== channelId) continue;
      const line = lineOf(rows, week, { channelId, campaignId: campaign.id, label: campaign.label });
      if (runs(campaign) || isUsed(line)) lines.push(line);
    }
  };
  for (const { id, label, archived } of rows.channels) {
    const line = lineOf(rows, week, { channelId: id, campaignId: null, label });
    if (!archived || isUsed(line)) lines.push(line);
    campaignsOf(id);
  }
  campaignsOf(null);
  const rest = lineOf(rows, week, { channelId: null, campaignId: null, label: 'No channel' });
  if (isUsed(rest)) lines.push(rest);
  const recent = Array.from({ length: recentWeeks }, (_, i) => shift(week, i - recentWeeks + 1));
  return {
    from: week.from,
    to: week.to,
    label: periodLabel(week),
    lines,
    recent: recent.map(one => totalOf(rows.spend, rows.reach, one)),
  };
}

/** The seven days from the first day of the week that holds `date`. */
export const weekOf = (date: PlainDate, firstDay: number): Period => periodOf('week', date, firstDay);
export const lastDayOf = (week: Period): PlainDate => fromDayNumber(week.toDay - 1);
