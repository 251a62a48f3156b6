// Builds a history row by row, or anew from one that is there already, of which only some leads have changed.
import { type Stage, stages } from '../../../shared/stages.ts';
import { floatColumn, intColumn } from './columns.ts';
import type { History, HistoryBuilder, HistoryLists } from './history.ts';

const stageCodes = new Map<Stage | null, number>([[null, -1], ...stages.map((stage, code) => [stage, code] as const)]);

/** The number of each lead by its id; kept beside the history, because making it takes longer than all else of a small change. */
const numbersOf = new WeakMap<History, Map<string, number>>();

/** A history without the rows of some leads, which keep their numbers, to be given anew. */
type Rest = {
  readonly history: History;
  readonly numbers: Map<string, number>;
  readonly dropped: ReadonlySet<number>;
  readonly kept: (lead: number) => boolean;
};

const restOf = (history: History, without: readonly string[]): Rest => {
  const numbers = numbersOf.get(history) ?? new Map(history.leads.ids.map((id, number) => [id, number]));
  const dropped = new Set(without.map(id => numbers.get(id) ?? -1));
  return { history, numbers, dropped, kept: lead => !dropped.has(lead) };
};

/** Rows whose lead is kept, of any table with a column of leads. */
function keptRows(lead: Int32Array, kept: Rest['kept']): Int32Array {
  const rows = intColumn();
  for (let row = 0; row < lead.length; row++) if (kept(lead[row] ?? -1)) rows.push(row);
  return rows.done();
}

const ints = (from: Int32Array, rows: Int32Array) => intColumn(rows.map(row => from[row] ?? 0));
const floats = (from: Float64Array, rows: Int32Array) =>
  floatColumn(Float64Array.from(rows, row => from[row] ?? Number.NaN));

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
  return { ids: [...(leads?.ids ?? [])], lead };
}

function changeColumns(rest: Rest | null) {
  const none = new Int32Array(0);
  const all = rest?.history.changes;
  const rows = rest && all ? keptRows(all.lead, rest.kept) : none;
  return {
    change: {
      lead: ints(all?.lead ?? none, rows),
      from: ints(all?.from ?? none, rows),
      to: ints(all?.to ?? none, rows),
      at: floats(all?.at ?? new Float64Array(0), rows),
      byScore: ints(all?.byScore ?? none, rows),
      opening: ints(all?.opening ?? none, rows),
    },
    reasons: Array.from(rows, row => all?.reason[row] ?? null),
  };
}

function dealColumns(rest: Rest | null) {
  const all = rest?.history.deals;
  const rows = rest && all ? keptRows(all.lead, rest.kept) : new Int32Array(0);
  return {
    deals: Array.from(rows, row => all?.rows[row]).filter(row => row !== undefined),
    dealLead: ints(all?.lead ?? new Int32Array(0), rows),
  };
}

function touchColumns(rest: Rest | null) {
  const all = rest?.history.touches;
  const rows = rest && all ? keptRows(all.lead, rest.kept) : new Int32Array(0);
  return {
    lead: ints(all?.lead ?? new Int32Array(0), rows),
    at: floats(all?.at ?? new Float64Array(0), rows),
  };
}

/**
 * Takes the rows one by one, so that they can be streamed out of the file. Give the leads first; rows of leads that were not
 * given are left out. Rows sorted by lead are taken fastest.
 */
export const buildHistory = (lists: HistoryLists): HistoryBuilder => builderOn(lists, null);

/**
 * The same over a history that is there already, of which the rows of some leads have changed: give those leads and all their
 * rows anew. Who is not given any more is no longer counted. Channels, campaigns and members must be those of before.
 */
export const rebuildHistory = (history: History, lists: HistoryLists, without: readonly string[]): HistoryBuilder =>
  builderOn(lists, restOf(history, without));

function builderOn(lists: HistoryLists, rest: Rest | null): HistoryBuilder {
  const numbers = rest?.numbers ?? new Map<string, number>();
  const channels = new Map(lists.channels.map(({ id }, i) => [id, i]));
  const campaigns = new Map(lists.campaigns.map(({ id }, i) => [id, i]));
  const members = new Map(lists.members.map(({ id }, i) => [id, i]));
  const channelOf = lists.campaigns.map(({ channelId }) => channels.get(channelId ?? '') ?? -1);
  const { ids, lead } = leadColumns(rest);
  const { change, reasons } = changeColumns(rest);
  const { deals, dealLead } = dealColumns(rest);
  const touch = touchColumns(rest);

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
    build: () => {
      const history: History = {
        ...lists,
        leads: {
          ids,
          channel: lead.channel.done(),
          campaign: lead.campaign.done(),
          member: lead.member.done(),
          createdAt: lead.createdAt.done(),
        },
        changes: {
          lead: change.lead.done(),
          from: change.from.done(),
          to: change.to.done(),
          at: change.at.done(),
          reason: reasons,
          byScore: change.byScore.done(),
          opening: change.opening.done(),
        },
        deals: { rows: deals, lead: dealLead.done() },
        touches: { lead: touch.lead.done(), at: touch.at.done() },
      };
      numbersOf.set(history, numbers);
      return history;
    },
  };
}
