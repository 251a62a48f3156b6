// The history for figures, read once in slices and cached.
import type { TableName } from '../../shared/contract/entry.ts';
import { historyTables } from '../../shared/contract/review.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Reader } from '../db/file/handle.ts';
import { maxNamed } from '../db/journal/journal.ts';
import {
  beginning,
  dealsAfter,
  dealsOfLeads,
  leadOriginsAfter,
  leadOriginsOf,
  type RecordedChange,
  stageChangesAfter,
  stageChangesOfLeads,
  touchesAfter,
  touchesOfLeads,
  touchpointsAfter,
  touchpointsOfLeads,
} from '../db/tables/history.ts';
import { listCampaigns, listChannels, listMembers, listReach, listSpend } from '../db/tables/workspace.ts';
import { buildHistory, rebuildHistory } from '../domain/figures/build-history.ts';
import type { History, HistoryLists } from '../domain/figures/history.ts';
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { atLater, indexHistory } from '../domain/figures/index-history.ts';
import type { FigureSettings } from '../domain/figures/scope.ts';
import { clockOf } from '../domain/follow-up-clock.ts';
import type { Zone } from '../domain/zone.ts';
import { createYield, goAhead } from '../jobs/yield-to-event-loop.ts';

/** Rows read at once: some milliseconds. Touches are few among the activities that are looked at for them. */
const chunk = 1000;
const touchChunk = 150;
/** Leads whose rows are read at once. */
const leadChunk = 250;

/** What a step has changed; `leadIds` null, or more than are ever named: anybody. */
export type ChangedRows = { readonly tables: readonly TableName[]; readonly leadIds: readonly string[] | null };

export type HistoryStore = {
  /** The history as of `now`, indexed for the figures. */
  readonly index: (zone: Zone, now: number) => Promise<HistoryIndex>;
  readonly forget: (changed: ChangedRows) => void;
};

/** Runs a generator to its end, giving way between its steps. */
export async function runInSlices<T>(work: Generator<void, T>): Promise<T> {
  const yieldToEventLoop = createYield();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await yieldToEventLoop();
  }
}

function readLists(db: Reader): HistoryLists {
  return {
    channels: listChannels(db),
    campaigns: listCampaigns(db),
    members: listMembers(db).map(({ id, name, side, archived }) => ({
      id,
      label: name,
      sales: side !== 'marketing' && !archived,
    })),
    spend: listSpend(db).map(({ startsOn, endsOn, ...spend }) => ({ ...spend, from: startsOn, to: endsOn })),
    reach: listReach(db),
  };
}

async function readHistory(db: Reader): Promise<History> {
  const yieldToEventLoop = createYield();
  const builder = buildHistory(readLists(db));
  for (let after = ''; ; ) {
    const leads = leadOriginsAfter(db, after, chunk);
    for (const lead of leads) builder.lead(lead);
    after = leads.at(-1)?.id ?? after;
    await yieldToEventLoop();
    if (leads.length < chunk) break;
  }
  for (let after = beginning; ; ) {
    const changes = stageChangesAfter(db, after, chunk);
    for (const change of changes) builder.change(withOpening(change));
    after = changes.at(-1) ?? after;
    await yieldToEventLoop();
    if (changes.length < chunk) break;
  }
  for (let after = beginning; ; ) {
    const touches = touchesAfter(db, after, touchChunk);
    for (const touch of touches) builder.touch(touch);
    after = touches.at(-1) ?? after;
    await yieldToEventLoop();
    if (touches.length < touchChunk) break;
  }
  for (let after = beginning; ; ) {
    const touchpoints = touchpointsAfter(db, after, touchChunk);
    for (const touchpoint of touchpoints) builder.touchpoint(touchpoint);
    after = touchpoints.at(-1) ?? after;
    await yieldToEventLoop();
    if (touchpoints.length < touchChunk) break;
  }
  for (let after = ''; ; ) {
    const deals = dealsAfter(db, after, chunk);
    for (const deal of deals) builder.deal(deal);
    after = deals.at(-1)?.id ?? after;
    await yieldToEventLoop();
    if (deals.length < chunk) break;
  }
  return runInSlices(builder.build());
}

const withOpening = (change: RecordedChange) => ({ ...change, opening: change.cause === 'opening' });

/** The history with the rows of some leads, and the short lists, as they are now. */
async function readAnew(db: Reader, history: History, leadIds: readonly string[]): Promise<History> {
  const yieldToEventLoop = createYield();
  const builder = await runInSlices(rebuildHistory(history, readLists(db), leadIds));
  for (let from = 0; from < leadIds.length; from += leadChunk) {
    const ids = leadIds.slice(from, from + leadChunk);
    for (const lead of leadOriginsOf(db, ids)) builder.lead(lead);
    for (const change of stageChangesOfLeads(db, ids)) builder.change(withOpening(change));
    for (const touch of touchesOfLeads(db, ids)) builder.touch(touch);
    for (const touchpoint of touchpointsOfLeads(db, ids)) builder.touchpoint(touchpoint);
    for (const deal of dealsOfLeads(db, ids)) builder.deal(deal);
    await yieldToEventLoop();
  }
  return runInSlices(builder.build());
}

export function createHistoryStore(db: Reader): HistoryStore {
  let history: Promise<History> | null = null;
  let indexed: { readonly zone: string; readonly index: Promise<HistoryIndex> } | null = null;
  /** Leads of whom something has changed since the history was read. */
  const changed = new Set<string>();

  function current(): Promise<History> {
    const before = history;
    if (before === null) history = readHistory(db);
    else if (changed.size > 0) {
      const leadIds = [...changed];
      history = before.then(rows => readAnew(db, rows, leadIds));
    }
    changed.clear();
    return history ?? readHistory(db);
  }

  function build(zone: Zone, now: number): Promise<HistoryIndex> {
    const read = current();
    // Scores are loaded meanwhile where a file was just opened.
    const index = goAhead(read.then(rows => runInSlices(indexHistory(rows, zone, now))));
    const mine = { zone: zone.id, index };
    indexed = mine;
    // What could not be read is read anew the next time it is asked for.
    index.catch(() => {
      if (history === read) history = null;
      if (indexed === mine) indexed = null;
    });
    return index;
  }

  return {
    index: async (zone, now) => {
      const before = indexed?.zone === zone.id ? await indexed.index : null;
      if (before === null) return build(zone, now);
      if (before.asOf === now) return before;
      return atLater(before, now) ?? build(zone, now);
    },
    forget: ({ tables, leadIds }) => {
      const has = (some: readonly TableName[]) => tables.some(table => some.includes(table));
      const { ofLeads, lists, names } = historyTables;
      if (!has(ofLeads) && !has(lists) && !has(names)) return;
      indexed = null;
      if (has(names) || leadIds === null || leadIds.length > maxNamed) {
        history = null;
        return;
      }
      for (const id of leadIds) changed.add(id);
      // Nobody is named where only a bill or a reach has changed; the lists are read anew with anybody, even with nobody.
      if (has(lists)) changed.add(nobody);
    },
  };
}

/** Stands for a lead that is none. */
const nobody = '';

export const figureSettings = (settings: Settings): FigureSettings => ({
  firstDay: settings.firstDayOfWeek,
  benchmark: { low: settings.targetFrom / 100, high: settings.targetTo / 100 },
  clock: clockOf(settings),
  probabilities: settings.probabilities,
  currency: settings.currency,
});
