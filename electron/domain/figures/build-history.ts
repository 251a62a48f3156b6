// Builds a history row by row, or updates an existing one for changed leads only.
import { type Stage, stages } from '../../../shared/stages.ts';
import { floatColumn, intColumn } from './columns.ts';
import type { History, HistoryBuilder, HistoryLists, HistoryRows } from './history.ts';
import { runToEnd } from './index-history.ts';

const stageCodes = new Map<Stage | null, number>([[null, -1], ...stages.map((stage, code) => [stage, code] as const)]);

/** The number of each lead by its id; kept beside the history, because making it takes longer than all else of a small change. */
const numbersOf = new WeakMap<History, Map<string, number>>();

/** A history without the rows of some leads, which keep their numbers, to be given anew. */
type Rest = {
  readonly history: History;
  readonly numbers: Map<string, number>;
  readonly dropped: ReadonlySet<number>;
  /** Per lead: 1 where its rows are given anew. */
  readonly isDropped: Uint8Array;
};

function restOf(history: History, without: readonly string[]): Rest {
  const numbers = numbersOf.get(history) ?? new Map(history.leads.ids.map((id, number) => [id, number]));
  const dropped = new Set(without.map(id => numbers.get(id) ?? -1));
  const isDropped = new Uint8Array(history.leads.ids.length);
  for (const number of dropped) if (number !== -1) isDropped[number] = 1;
  return { history, numbers, dropped, isDropped };
}

/** Rows whose lead is kept, of any table with a column of leads. */
function keptRows(lead: Int32Array, { isDropped }: Rest): Int32Array {
  const rows = new Int32Array(lead.length);
  let kept = 0;
  for (let row = 0; row < lead.length; row++) if (isDropped[lead[row] ?? 0] !== 1) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** A plain loop: `map` and `Float64Array.from` with a function take up to ten times as long. */
function ints(from: Int32Array, rows: Int32Array) {
  const kept = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) kept[i] = from[rows[i] ?? 0] ?? 0;
  return intColumn(kept);
}

function floats(from: Float64Array, rows: Int32Array) {
  const kept = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) kept[i] = from[rows[i] ?? 0] ?? Number.NaN;
  return floatColumn(kept);
}

function plain<T>(from: readonly T[], rows: Int32Array): T[] {
  const kept: T[] = [];
  for (let i = 0; i < rows.length; i++) {
    const value = from[rows[i] ?? 0];
    if (value !== undefined) kept.push(value);
  }
  return kept;
}

function leadColumns(rest: Rest | null) {
  const leads = rest?.history.leads;
  const lead = {
    channel: intColumn(leads?.channel),
    campaign: intColumn(leads?.campaign),
    member: intColumn(leads?.member),
    createdAt: floatColumn(leads?.createdAt),
  };
  // Who is not given anew was never made: a lead without rows counts from when it was made.
  for (const number of rest?.dropped ?? []) if (number !== -1) lead.createdAt.put(number, Number.POSITIVE_INFINITY);
  return { ids: leads?.ids.slice() ?? [], lead };
}

/** Of most rows, so that it yields between the columns. */
function* changeColumns(rest: Rest | null) {
  const none = new Int32Array(0);
  const all = rest?.history.changes;
  const rows = rest && all ? keptRows(all.lead, rest) : none;
  const column = function* (name: 'lead' | 'from' | 'to' | 'byScore' | 'opening') {
    yield;
    return ints(all?.[name] ?? none, rows);
  };
  const change = {
    lead: yield* column('lead'),
    from: yield* column('from'),
    to: yield* column('to'),
    at: floats(all?.at ?? new Float64Array(0), rows),
    byScore: yield* column('byScore'),
    opening: yield* column('opening'),
  };
  yield;
  return { change, reasons: plain(all?.reason ?? [], rows) };
}

function dealColumns(rest: Rest | null) {
  const all = rest?.history.deals;
  const rows = rest && all ? keptRows(all.lead, rest) : new Int32Array(0);
  return {
    deals: plain(all?.rows ?? [], rows),
    dealLead: ints(all?.lead ?? new Int32Array(0), rows),
  };
}

function touchColumns(rest: Rest | null) {
  const all = rest?.history.touches;
  const rows = rest && all ? keptRows(all.lead, rest) : new Int32Array(0);
  return {
    lead: ints(all?.lead ?? new Int32Array(0), rows),
    at: floats(all?.at ?? new Float64Array(0), rows),
  };
}

function touchpointColumns(rest: Rest | null) {
  const all = rest?.history.touchpoints;
  const none = new Int32Array(0);
  const rows = rest && all ? keptRows(all.lead, rest) : none;
  return {
    touchpoint: {
      lead: ints(all?.lead ?? none, rows),
      at: floats(all?.at ?? new Float64Array(0), rows),
      campaign: ints(all?.campaign ?? none, rows),
      content: ints(all?.content ?? none, rows),
    },
    contents: rest?.history.contents.slice() ?? [],
  };
}

/**
 * Takes the rows one by one, so that they can be streamed out of the file. Give the leads first; rows of leads that were not
 * given are left out. Rows sorted by lead are taken fastest.
 */
export const buildHistory = (lists: HistoryLists): HistoryBuilder =>
  builderOn(lists, new Map(), {
    ...leadColumns(null),
    ...runToEnd(changeColumns(null)),
    ...dealColumns(null),
    touch: touchColumns(null),
    ...touchpointColumns(null),
  });

/**
 * The same over a history that is there already, of which the rows of some leads have changed: give those leads and all their
 * rows anew. Who is not given any more is no longer counted. Yields between the tables. Channels, campaigns and members must be those of before.
 */
export function* rebuildHistory(
  history: History,
  lists: HistoryLists,
  without: readonly string[],
): Generator<void, HistoryBuilder> {
  const rest = restOf(history, without);
  const leads = leadColumns(rest);
  yield;
  const changes = yield* changeColumns(rest);
  yield;
  const deals = dealColumns(rest);
  yield;
  const touch = touchColumns(rest);
  yield;
  return builderOn(lists, rest.numbers, { ...leads, ...changes, ...deals, touch, ...touchpointColumns(rest) });
}

type ColumnsOfChanges = ReturnType<typeof changeColumns> extends Generator<void, infer T> ? T : never;
type Columns = ReturnType<typeof leadColumns> &
  ColumnsOfChanges &
  ReturnType<typeof dealColumns> &
  ReturnType<typeof touchpointColumns> & { readonly touch: ReturnType<typeof touchColumns> };

function builderOn(lists: HistoryLists, numbers: Map<string, number>, columns: Columns): HistoryBuilder {
  const { ids, lead, change, reasons, deals, dealLead, touch, touchpoint, contents } = columns;
  const channels = new Map(lists.channels.map(({ id }, i) => [id, i]));
  const campaigns = new Map(lists.campaigns.map(({ id }, i) => [id, i]));
  const members = new Map(lists.members.map(({ id }, i) => [id, i]));
  const channelOf = lists.campaigns.map(({ channelId }) => channels.get(channelId ?? '') ?? -1);

  const contentNumbers = new Map(contents.map(({ id }, i) => [id, i]));
  const contentOf = (label: string): number => {
    const known = contentNumbers.get(label);
    if (known !== undefined) return known;
    contentNumbers.set(label, contents.length);
    return contents.push({ id: label, label }) - 1;
  };

  let lastId = '';
  let lastNumber = -1;
  const numberOf = (id: string): number => {
    if (id !== lastId) {
      lastId = id;
      lastNumber = numbers.get(id) ?? -1;
    }
    return lastNumber;
  };

  return {
    lead: row => {
      const number = numbers.get(row.id) ?? ids.length;
      numbers.set(row.id, number);
      ids[number] = row.id;
      const campaign = campaigns.get(row.campaignId ?? '') ?? -1;
      lead.campaign.put(number, campaign);
      // A campaign is one effort in a channel: who knows the campaign knows the channel.
      lead.channel.put(number, channels.get(row.channelId ?? '') ?? channelOf[campaign] ?? -1);
      lead.member.put(number, members.get(row.memberId ?? '') ?? -1);
      lead.createdAt.put(number, row.createdAt);
    },
    change: row => {
      const number = numberOf(row.leadId);
      if (number === -1) return;
      change.lead.push(number);
      change.from.push(stageCodes.get(row.from) ?? -1);
      change.to.push(stageCodes.get(row.to) ?? -1);
      change.at.push(row.at);
      change.byScore.push(row.cause === 'score' ? 1 : 0);
      change.opening.push(row.opening === true ? 1 : 0);
      reasons.push(row.reason);
    },
    deal: row => {
      const number = numberOf(row.leadId);
      if (number === -1) return;
      deals.push(row);
      dealLead.push(number);
    },
    touch: row => {
      const number = numberOf(row.leadId);
      if (number === -1) return;
      touch.lead.push(number);
      touch.at.push(row.at);
    },
    touchpoint: row => {
      const number = numberOf(row.leadId);
      if (number === -1) return;
      touchpoint.lead.push(number);
      touchpoint.at.push(row.at);
      touchpoint.campaign.push(campaigns.get(row.campaignId ?? '') ?? -1);
      touchpoint.content.push(row.content === null ? -1 : contentOf(row.content));
    },
    *build() {
      const leads = {
        ids,
        channel: lead.channel.done(),
        campaign: lead.campaign.done(),
        member: lead.member.done(),
        createdAt: lead.createdAt.done(),
      };
      yield;
      const moves = { lead: change.lead.done(), from: change.from.done(), to: change.to.done(), reason: reasons };
      yield;
      const flags = { at: change.at.done(), byScore: change.byScore.done(), opening: change.opening.done() };
      yield;
      const touches = { lead: touch.lead.done(), at: touch.at.done() };
      yield;
      const history: History = {
        ...lists,
        leads,
        changes: { ...moves, ...flags },
        deals: { rows: deals, lead: dealLead.done() },
        touches,
        touchpoints: {
          lead: touchpoint.lead.done(),
          at: touchpoint.at.done(),
          campaign: touchpoint.campaign.done(),
          content: touchpoint.content.done(),
        },
        contents,
      };
      numbersOf.set(history, numbers);
      return history;
    },
  };
}

/** A history from rows already in memory. */
export function historyOf(rows: HistoryRows): History {
  const { channels = [], campaigns = [], members = [], spend = [], reach = [] } = rows;
  const builder = buildHistory({ channels, campaigns, members, spend, reach });
  for (const row of rows.leads) builder.lead(row);
  for (const row of rows.changes ?? []) builder.change(row);
  for (const row of rows.deals ?? []) builder.deal(row);
  for (const row of rows.touches ?? []) builder.touch(row);
  for (const row of rows.touchpoints ?? []) builder.touchpoint(row);
  return runToEnd(builder.build());
}
