// Parses a pasted table of spend and reach into rows with channel, days and numbers, or a reason to skip.
import type { PasteRow, PasteTarget } from '../../../shared/campaign-week.ts';
import { addDays, type PlainDate, weekStart } from '../../../shared/dates.ts';
import type { DateOrder, Decimal } from '../../../shared/import.ts';
import { largestAmount } from '../../../shared/money.ts';
import { dateEvidence, parseDate } from '../import/dates.ts';
import { decimalEvidence, parseNumber } from '../import/numbers.ts';
import { headerKey, normalize } from '../import/text.ts';
import { shapeOf, weekNumber } from './paste-columns.ts';
import type { CampaignRows } from './week.ts';

export type PasteSettings = {
  readonly rows: CampaignRows;
  /** ISO weekday weeks start on. */
  readonly firstDay: number;
  /** Minor units in one unit of the currency. */
  readonly unit: number;
  readonly today: PlainDate;
  readonly columns: readonly PasteTarget[] | null;
  readonly numbers: 'spend' | 'strangers' | 'visitors';
};

export type Paste = {
  readonly headers: readonly string[];
  readonly columns: readonly PasteTarget[];
  readonly wide: boolean;
  readonly rows: readonly PasteRow[];
};

type Span = { readonly from: PlainDate; readonly to: PlainDate };
/** How the dates and numbers of this table are written, decided over the whole of it. */
type Writing = { readonly order: DateOrder; readonly decimal: Decimal; readonly unit: 'day' | 'week' | 'month' };

/** First day of an ISO week, moved to the workspace's first day of week. */
function dateOfWeek(week: number, year: number, firstDay: number): PlainDate {
  const monday = addDays(weekStart(`${String(year).padStart(4, '0')}-01-04`, 1), 7 * (week - 1));
  return weekStart(addDays(monday, 3), firstDay);
}

function writingOf(body: readonly (readonly string[])[], header: string, columns: readonly PasteTarget[]): Writing {
  const cellsOf = (targets: readonly PasteTarget[]) =>
    body.flatMap(row => row.filter((cell, at) => cell !== '' && targets.includes(columns[at] ?? 'ignore')));
  const dates = cellsOf(['date', 'from', 'to']);
  const orders = dates.map(dateEvidence);
  const order = orders.find(found => found !== null && found !== 'either') ?? 'dmy';
  const decimals = cellsOf(['spend', 'strangers', 'visitors']).map(decimalEvidence);
  const decimal = decimals.find(found => found !== null && found !== 'either') ?? '.';
  const key = headerKey(header);
  if (/month|monat|mois|mes$/.test(key)) return { order, decimal, unit: 'month' };
  if (/week|woche|kw|semaine|semana|settimana/.test(key)) return { order, decimal, unit: 'week' };
  const days = [...new Set(dates.map(cell => parseDate(cell, order as DateOrder)?.date))].filter(
    day => day !== undefined,
  );
  const starts = new Set(days.map(day => weekStart(day, 1)));
  // Not two days of one week: every line stands for its week.
  return { order: order as DateOrder, decimal, unit: days.length > 1 && starts.size < days.length ? 'day' : 'week' };
}

const lastOfMonth = (date: PlainDate): PlainDate => {
  const next = addDays(`${date.slice(0, 7)}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
};

function spanOf(cell: string, writing: Writing, settings: PasteSettings): Span | null {
  const week = weekNumber(cell);
  if (week) {
    const from = dateOfWeek(week.week, week.year ?? Number(settings.today.slice(0, 4)), settings.firstDay);
    return { from, to: addDays(from, 6) };
  }
  const date = parseDate(cell, writing.order)?.date;
  if (date === undefined || date < '1970' || date >= '2300') return null;
  // "February 2026" and "2026-02" name no day.
  const monthOnly = cell.match(/\d+/g)?.length === 1 || /^(\d{4}[-/.]\d{1,2}|\d{1,2}[/.]\d{4})$/.test(cell);
  if (writing.unit === 'month' || monthOnly) return { from: `${date.slice(0, 7)}-01`, to: lastOfMonth(date) };
  if (writing.unit === 'day') return { from: date, to: date };
  const from = weekStart(date, settings.firstDay);
  return { from, to: addDays(from, 6) };
}

type Cells = Partial<Record<PasteTarget, string>>;

/** What is recorded, to be found by one look: a pasted table has thousands of lines, and so have the records. */
type Recorded = {
  readonly channels: ReadonlyMap<string, CampaignRows['channels'][number]>;
  readonly channelsById: ReadonlyMap<string, CampaignRows['channels'][number]>;
  readonly campaigns: ReadonlyMap<string, CampaignRows['campaigns'][number]>;
  /** By amount, days and campaign; without a campaign by channel. */
  readonly spend: ReadonlySet<string>;
  /** By channel and week. */
  readonly reach: ReadonlyMap<string, readonly CampaignRows['reach'][number][]>;
};
type Reading = PasteSettings & { readonly recorded: Recorded };

const spendKeys = (amount: number, from: string, to: string, campaignId: string | null, channelId: string | null) => {
  const key = `${amount} ${from} ${to}`;
  return campaignId === null ? `${key} of ${channelId}` : `${key} for ${campaignId}`;
};

/** The first of those with the same key stays. */
function firstBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const one of list) if (!map.has(keyOf(one))) map.set(keyOf(one), one);
  return map;
}

function recordedIn({ rows, firstDay }: PasteSettings): Recorded {
  return {
    channels: firstBy(rows.channels, ({ label }) => normalize(label)),
    channelsById: firstBy(rows.channels, ({ id }) => id),
    campaigns: firstBy(rows.campaigns, ({ label }) => normalize(label)),
    spend: new Set(
      rows.spend.map(own => spendKeys(own.amount, own.startsOn, own.endsOn, own.campaignId, own.channelId)),
    ),
    reach: Map.groupBy(rows.reach, own => `${own.channelId} ${weekStart(own.weekStart, firstDay)}`),
  };
}

function rowOf(cells: Cells, line: number, writing: Writing, settings: Reading): PasteRow {
  const { recorded, unit } = settings;
  const campaign = cells.campaign || null;
  const known = campaign === null ? undefined : recorded.campaigns.get(normalize(campaign));
  const ofCampaign = recorded.channelsById.get(known?.channelId ?? '')?.label ?? null;
  const channel = cells.channel || ofCampaign;
  const single = cells.date ? spanOf(cells.date, writing, settings) : null;
  const from = cells.from ? (parseDate(cells.from, writing.order)?.date ?? null) : (single?.from ?? null);
  const to = cells.to ? (parseDate(cells.to, writing.order)?.date ?? null) : (single?.to ?? from);
  const number = (text: string | undefined, factor: number): number | null | 'wrong' => {
    if (!text) return null;
    const value = parseNumber(text, writing.decimal);
    return value === null || value < 0 || value * factor > largestAmount ? 'wrong' : Math.round(value * factor);
  };
  const spend = number(cells.spend, unit);
  const strangers = number(cells.strangers, 1);
  const visitors = number(cells.visitors, 1);
  const counts = [strangers, visitors].some(value => value !== null);
  const problem = (): string | null => {
    const wrong = [spend, strangers, visitors].indexOf('wrong');
    if (wrong >= 0) return `“${[cells.spend, cells.strangers, cells.visitors][wrong]}” is not a number.`;
    if (from === null || to === null)
      return cells.date || cells.from ? 'The date was not recognized.' : 'The date is missing.';
    if (to < from) return 'The last day is before the first day.';
    if (spend === null && !counts) return 'The number is missing.';
    if (counts && to > addDays(from, 6)) return 'Reach is counted by week, but this row spans more than one week.';
    if (counts && channel === null) return 'Reach is counted by channel, but this row has no channel.';
    return null;
  };
  const plain = (value: number | null | 'wrong') => (value === 'wrong' ? null : value);
  const read: PasteRow = {
    line,
    channel,
    campaign,
    newChannel: channel !== null && !recorded.channels.has(normalize(channel)),
    newCampaign: campaign !== null && known === undefined,
    from,
    to,
    spend: plain(spend),
    strangers: plain(strangers),
    visitors: plain(visitors),
    note: cells.note || null,
    problem: problem(),
    known: false,
  };
  return { ...read, known: read.problem === null && isKnown(read, settings) };
}

/** Everything this line says is recorded already. */
function isKnown(row: PasteRow, { recorded, firstDay }: Reading): boolean {
  const channelId = recorded.channels.get(normalize(row.channel ?? ''))?.id ?? null;
  const campaign = recorded.campaigns.get(normalize(row.campaign ?? ''));
  const { from, to } = row;
  if (row.newChannel || row.newCampaign || from === null || to === null) return false;
  const spent =
    row.spend === null || recorded.spend.has(spendKeys(row.spend, from, to, campaign?.id ?? null, channelId));
  const counted =
    (row.strangers === null && row.visitors === null) ||
    (recorded.reach.get(`${channelId} ${weekStart(from, firstDay)}`) ?? []).some(
      own => own.strangers === (row.strangers ?? own.strangers) && own.visitors === (row.visitors ?? own.visitors),
    );
  return spent && counted;
}

/** Cells are clean (`cleanCell`); empty lines are skipped. */
export function readPaste(cells: readonly (readonly string[])[], settings: PasteSettings): Paste {
  const names = {
    channels: new Set(settings.rows.channels.map(({ label }) => normalize(label))),
    campaigns: new Set(settings.rows.campaigns.map(({ label }) => normalize(label))),
  };
  const { headers, columns, wide, body } = shapeOf(cells, names, settings.columns);
  const reading: Reading = { ...settings, recorded: recordedIn(settings) };
  const writing = writingOf(body, headers[columns.indexOf('date')] ?? '', columns);
  const first = headers.length > 0 ? 2 : 1;
  const rows = body.flatMap((row, index) => {
    if (row.every(cell => cell === '')) return [];
    const line = index + first;
    const cell = (target: PasteTarget) => row[columns.indexOf(target)] ?? '';
    if (!wide) {
      const found: Cells = Object.fromEntries(columns.map((target, at) => [target, row[at] ?? '']));
      return [rowOf(found, line, writing, reading)];
    }
    return columns.flatMap((target, at) =>
      target === 'spend' && row[at]
        ? [
            rowOf(
              { date: cell('date'), channel: headers[at] ?? '', [settings.numbers]: row[at] },
              line,
              writing,
              reading,
            ),
          ]
        : [],
    );
  });
  return { headers, columns, wide, rows };
}
