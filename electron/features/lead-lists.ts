// Cached ordered lists of leads, shared by paging, counting and "select all".
import type { Table } from '../../shared/contract/entry.ts';
import type { Condition } from '../../shared/lead-filter.ts';
import { notDuplicates } from '../db/duplicates.ts';
import type { Reader } from '../db/handle.ts';
import { type MatchRow, matchRowsAfter } from '../db/imports.ts';
import { type Calendar, conditionSql, orderKey } from '../db/lead-filter.ts';
import { idsOf, lastSeq, scanLeads } from '../db/lead-scan.ts';
import { type DuplicatePair, duplicatePairs, pairKey } from '../domain/duplicate-pairs.ts';
import { fold } from '../domain/scoring/fold.ts';
import { type SortKey, sortedIndices } from '../domain/sort-slices.ts';
import type { Words } from '../engine/words.ts';
import { createPause } from '../jobs/pause.ts';
import { runInSlices } from './history.ts';
import { searchOf } from './search.ts';

export type ListQuery = {
  readonly search: string;
  readonly conditions: readonly Condition[];
  /** A column's key; see orderKey. */
  readonly sort: string;
  readonly descending: boolean;
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
  /** These tables have changed; left out: anything may have. */
  readonly forget: (tables?: readonly Table[]) => void;
};

/** Row numbers looked at between two yields, at first; then as many as take about `wantedMs`. */
const stretch = 4000;
const wantedMs = 6;
/** Lists kept: what is typed letter by letter, and what it was before. 100,000 leads are 400 KB each. */
const keep = 8;

function* find(db: Reader, words: Words, { search, conditions, sort, descending }: ListQuery, calendar: Calendar) {
  const scan = {
    search: searchOf(search, words),
    conditions: conditions.map(condition => conditionSql(condition, calendar)),
    key: orderKey(sort, calendar),
  };
  const seqs: number[] = [];
  const keys: SortKey[] = [];
  const end = lastSeq(db);
  for (let from = 0, rows = stretch; from <= end; ) {
    const began = performance.now();
    for (const [seq, key] of scanLeads(db, scan, from, from + rows - 1)) {
      seqs.push(seq);
      keys.push(typeof key === 'string' ? fold(key) : key);
    }
    from += rows;
    // What is asked decides how long a row takes: a stage a microsecond, a history fifty.
    const took = Math.max(0.2, performance.now() - began);
    rows = Math.round(Math.min(rows * 4, 50_000, Math.max(200, (rows * wantedMs) / took)));
    yield;
  }
  const order = yield* sortedIndices(keys, descending);
  return order.map(index => seqs[index] as number);
}

async function findPairs(db: Reader, country: string | null): Promise<readonly DuplicatePair[]> {
  const pause = createPause();
  const people: MatchRow[] = [];
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, stretch / 4);
    people.push(...rows);
    await pause();
    after = rows.at(-1)?.id ?? after;
    if (rows.length < stretch / 4) break;
  }
  const apart = new Set(notDuplicates(db).map(([one, other]) => pairKey(one, other)));
  return runInSlices(duplicatePairs(people, country, apart));
}

/** `words` are those of all leads, in step with the file. */
export function createLeadLists(db: Reader, words: Words): LeadLists {
  const lists = new Map<string, Promise<Uint32Array>>();
  let pairs: Promise<readonly DuplicatePair[]> | null = null;
  return {
    of: async (query, calendar) => {
      // Days and limits are part of the question: tomorrow "in the last 7 days" is another one.
      const { search, conditions, sort, descending } = query;
      const key = JSON.stringify([search.trim(), conditions, sort, descending, calendar.today, calendar.quietSince]);
      const known = lists.get(key);
      const list = known ?? runInSlices(find(db, words, query, calendar));
      lists.delete(key);
      lists.set(key, list);
      list.catch(() => lists.delete(key));
      for (const oldest of lists.keys()) {
        if (lists.size <= keep) break;
        lists.delete(oldest);
      }
      const seqs = await list;
      return { total: seqs.length, page: (from, limit) => idsOf(db, [...seqs.subarray(from, from + limit)]) };
    },
    pairs: country => {
      pairs ??= findPairs(db, country);
      pairs.catch(() => {
        pairs = null;
      });
      return pairs;
    },
    forget: tables => {
      lists.clear();
      if (!tables || tables.some(table => table === 'lead' || table === 'not_duplicate')) pairs = null;
    },
  };
}
