// The recorded history as the figures want it: read once in slices, kept until something it stands on changes.
import type { Table } from '../../shared/contract/entry.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Reader } from '../db/handle.ts';
import { allDeals, beginning, leadOriginsAfter, stageChangesAfter, touchesAfter } from '../db/history.ts';
import { listCampaigns, listChannels, listMembers, listReach, listSpend } from '../db/workspace.ts';
import type { History, HistoryLists } from '../domain/figures/history.ts';
import { buildHistory } from '../domain/figures/history.ts';
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { atLater, indexHistory } from '../domain/figures/index-history.ts';
import type { FigureSettings } from '../domain/figures/scope.ts';
import { clockOf } from '../domain/follow-up-clock.ts';
import type { Zone } from '../domain/zone.ts';
import { createPause } from '../jobs/pause.ts';

/** Tables the history is read from. */
const sources: ReadonlySet<Table> = new Set<Table>([
  'lead',
  'activity',
  'activity_type',
  'stage_change',
  'deal',
  'member',
  'channel',
  'campaign',
  'spend',
  'reach',
]);
const chunk = 2000;

export type HistoryStore = {
  /** The history as of `now`, indexed for the figures. */
  readonly index: (zone: Zone, now: number) => Promise<HistoryIndex>;
  readonly forget: (tables: readonly Table[]) => void;
};

/** Runs a generator to its end, giving way between its steps. */
export async function runInSlices<T>(work: Generator<void, T>): Promise<T> {
  const pause = createPause();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pause();
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
  const pause = createPause();
  const builder = buildHistory(readLists(db));
  for (let after = ''; ; ) {
    const leads = leadOriginsAfter(db, after, chunk);
    for (const lead of leads) builder.lead(lead);
    after = leads.at(-1)?.id ?? after;
    await pause();
    if (leads.length < chunk) break;
  }
  for (let after = beginning; ; ) {
    const changes = stageChangesAfter(db, after, chunk);
    for (const change of changes) builder.change({ ...change, opening: change.cause === 'opening' });
    after = changes.at(-1) ?? after;
    await pause();
    if (changes.length < chunk) break;
  }
  for (let after = beginning; ; ) {
    const touches = touchesAfter(db, after, chunk);
    for (const touch of touches) builder.touch(touch);
    after = touches.at(-1) ?? after;
    await pause();
    if (touches.length < chunk) break;
  }
  for (const deal of allDeals(db)) builder.deal(deal);
  return builder.build();
}

export function createHistoryStore(db: Reader): HistoryStore {
  let history: Promise<History> | null = null;
  let indexed: { readonly zone: string; readonly index: Promise<HistoryIndex> } | null = null;

  function build(zone: Zone, now: number): Promise<HistoryIndex> {
    const read = history ?? readHistory(db);
    history = read;
    const index = read.then(rows => runInSlices(indexHistory(rows, zone, now)));
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
    forget: tables => {
      if (!tables.some(table => sources.has(table))) return;
      history = null;
      indexed = null;
    },
  };
}

export const figureSettings = (settings: Settings): FigureSettings => ({
  firstDay: settings.firstDayOfWeek,
  benchmark: { low: settings.bandFrom / 100, high: settings.bandTo / 100 },
  clock: clockOf(settings),
  currency: settings.currency,
});
