// Cached ordered lists of leads, shared by paging, counting and "select all".
import type { TableName } from '../../shared/contract/entry.ts';
import type { Condition } from '../../shared/lead-filter.ts';
import type { Reader } from '../db/file/handle.ts';
import { notDuplicates } from '../db/tables/duplicates.ts';
import { type MatchRow, matchRowsAfter } from '../db/tables/imports.ts';
import { type Calendar, conditionSql, orderKey } from '../db/tables/lead-filter.ts';
import { idsOf, lastSeq, scanLeads } from '../db/tables/lead-scan.ts';
import { type DuplicatePair, duplicatePairs, pairKey } from '../domain/duplicate-pairs.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import { type SortKey, sortedIndices } from '../domain/sort-slices.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { type Searched, searchOf } from '../services/search.ts';
import { runInSlices } from './history-store.ts';

export type ListQuery = {
  readonly search: string;
  readonly conditions: readonly Condition[];
  /** A column's key; see orderKey. */
  readonly sort: string;
  readonly descending: boolean;
  /** Of phone numbers without a country code. */
  readonly country: string | null;
};

export type LeadList = {
  readonly total: number;
  /** Ids from place `from` on, at most `limit`. */
  readonly page: (from: number, limit: number) => string[];
};

export type LeadLists = {
  readonly of: (query: ListQuery, calendar: Calendar) => Promise<LeadList>;
  /** Pairs of leads that may be one person; kept while no lead changes. */
  readonly pairs: (country: string | null) => Promise<readonly DuplicatePair[]>;
  /** Another one with every change: what was read under two of them may have mixed them, for a row number is given out again. */
  readonly revision: () => number;
  /** These tables have changed; left out: anything may have. */
  readonly forget: (tables?: readonly TableName[]) => void;
};

/** Row numbers looked at between two yields, at first; then as many as take about `wantedMs`. */
const stretch = 4000;
const wantedMs = 6;
/** Lists kept: what is typed letter by letter, and what it was before. 100,000 leads are 400 KB each. */
const keep = 8;
/** Leads that are put in order by themselves sooner than all leads are. */
const few = 2000;

/** Row numbers of the leads that the conditions let through, in the order asked for; of `rows` alone where there is a list. */
function* walk(
  db: Reader,
  rows: readonly number[] | null,
  { conditions, sort, descending }: ListQuery,
  calendar: Calendar,
) {
  const scan = {
    conditions: conditions.map(condition => conditionSql(condition, calendar)),
    key: orderKey(sort, calendar),
  };
  const seqs: number[] = [];
  const keys: SortKey[] = [];
  const end = rows ? rows.length : lastSeq(db) + 1;
  for (let from = 0, count = stretch; from < end; ) {
    const began = performance.now();
    const here = rows ? rows.slice(from, from + count) : { from, to: from + count - 1 };
    for (const [seq, key] of scanLeads(db, scan, here)) {
      seqs.push(seq);
      keys.push(typeof key === 'string' ? normalize(key) : key);
    }
    from += count;
    // What is asked decides how long a row takes: a stage a microsecond, a history fifty.
    const took = Math.max(0.2, performance.now() - began);
    count = Math.round(Math.min(count * 4, 50_000, Math.max(200, (count * wantedMs) / took)));
    yield;
  }
  const order = yield* sortedIndices(keys, descending);
  return order.map(index => seqs[index] as number);
}

/** Those numbers of `list` that stand in `rows`, in the order of `list`. */
function only(list: Uint32Array, rows: readonly number[]): Uint32Array {
  const wanted = new Uint8Array((rows.at(-1) ?? 0) + 1);
  for (const row of rows) wanted[row] = 1;
  return list.filter(row => wanted[row] === 1);
}

async function findPairs(db: Reader, country: string | null): Promise<readonly DuplicatePair[]> {
  const yieldToEventLoop = createYield();
  const leads: MatchRow[] = [];
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, stretch / 4);
    leads.push(...rows);
    await yieldToEventLoop();
    after = rows.at(-1)?.id ?? after;
    if (rows.length < stretch / 4) break;
  }
  const apart = new Set(notDuplicates(db).map(([one, other]) => pairKey(one, other)));
  return runInSlices(duplicatePairs(leads, country, apart));
}

/** Days and limits are part of the question: tomorrow "in the last 7 days" is another one. */
const keyOf = ({ search, conditions, sort, descending, country }: ListQuery, { today, quietSince }: Calendar): string =>
  JSON.stringify([search.trim(), conditions, sort, descending, country, today, quietSince]);

/** `searched` is in step with the file. */
export function createLeadLists(db: Reader, searched: Searched): LeadLists {
  const lists = new Map<string, Promise<Uint32Array>>();
  let revision = 0;
  let pairs: { readonly country: string | null; readonly found: Promise<readonly DuplicatePair[]> } | null = null;

  /** One list for each question, kept while nothing changes. */
  function list(query: ListQuery, calendar: Calendar): Promise<Uint32Array> {
    const key = keyOf(query, calendar);
    const known = lists.get(key) ?? find(query, calendar);
    lists.delete(key);
    lists.set(key, known);
    known.catch(() => lists.delete(key));
    for (const oldest of lists.keys()) {
      if (lists.size <= keep) break;
      lists.delete(oldest);
    }
    return known;
  }

  async function find(query: ListQuery, calendar: Calendar): Promise<Uint32Array> {
    const rows = searchOf(query.search, searched, query.country);
    const everyone = { ...query, search: '' };
    // A part that many leads contain narrows the list that stands on the screen already; few leads are soon put in order.
    if (rows && (rows.length > few || lists.has(keyOf(everyone, calendar)))) {
      return only(await list(everyone, calendar), rows);
    }
    return runInSlices(walk(db, rows, query, calendar));
  }

  return {
    of: async (query, calendar) => {
      const seqs = await list(query, calendar);
      return { total: seqs.length, page: (from, limit) => idsOf(db, [...seqs.subarray(from, from + limit)]) };
    },
    pairs: country => {
      if (pairs?.country !== country) pairs = { country, found: findPairs(db, country) };
      const { found } = pairs;
      found.catch(() => {
        pairs = null;
      });
      return found;
    },
    revision: () => revision,
    forget: tables => {
      revision++;
      lists.clear();
      if (!tables || tables.some(table => table === 'lead' || table === 'not_duplicate')) pairs = null;
    },
  };
}
