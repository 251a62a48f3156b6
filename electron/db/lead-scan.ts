// Reads the leads that match a filter in slices of rows, so that no query blocks the main process.
import type { Reader } from './handle.ts';
import type { Sql } from './lead-filter.ts';
import type { Search } from './search.ts';

export type Scan = {
  readonly search: Search;
  readonly conditions: readonly Sql[];
  /** What the caller sorts by; null: nothing. */
  readonly key: Sql | null;
};

export type ScannedRow = readonly [seq: number, key: string | number | null];

export const lastSeq = (db: Reader): number => db.pluck<number | null>('SELECT max(seq) FROM lead')[0] ?? 0;

/** Rows with row numbers `from` to `to` (both included) that the scan lets through, by row number. */
export function scanLeads(db: Reader, scan: Scan, from: number, to: number): ScannedRow[] {
  const { match, among } = scan.search;
  const wheres = scan.conditions;
  const key = scan.key ?? { sql: 'NULL', params: [] };
  const asks = (alias: 'l' | 's') => [...wheres, key].some(({ sql }) => new RegExp(`\\b${alias}\\.`).test(sql));
  // A list has no index: beside the search index, which finds few, it would be read from end to end for each of them.
  const here = among && match === null ? JSON.stringify(among.filter(row => row >= from && row <= to)) : null;
  // The search finds few, so it goes first; the mirror is far smaller than the table of leads.
  const sources = [
    ...(match === null ? [] : [{ from: 'lead_search f', seq: 'f.rowid', of: [] }]),
    ...(here === null ? [] : [{ from: 'json_each(?) w', seq: 'w.value', of: [here] }]),
    ...(asks('l') ? [{ from: 'lead l', seq: 'l.seq', of: [] }] : []),
    ...(asks('s') || (match === null && here === null && !asks('l'))
      ? [{ from: 'temp.lead_score s', seq: 's.seq', of: [] }]
      : []),
  ];
  const seq = sources[0]?.seq ?? 's.seq';
  const joins = [
    ...(match === null ? [] : ['lead_search MATCH ?']),
    ...sources.slice(1).map(source => `${source.seq} = ${seq}`),
    `${seq} BETWEEN ? AND ?`,
  ];
  const rows = db.raw<ScannedRow>(
    `SELECT ${seq}, ${key.sql} FROM ${sources.map(({ from: table }) => table).join(' CROSS JOIN ')}
     WHERE ${[...joins, ...wheres.map(({ sql }) => sql)].join(' AND ')} ORDER BY ${seq}`,
    [
      ...key.params,
      ...sources.flatMap(({ of }) => of),
      ...(match === null ? [] : [match]),
      from,
      to,
      ...wheres.flatMap(({ params }) => params),
    ],
  );
  return among === null || match === null ? rows : rows.filter(([row]) => isAmong(among, row));
}

/** Whether a number stands in an ascending list. */
function isAmong(ascending: readonly number[], number: number): boolean {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < number) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === number;
}

/** Ids of rows by number, in that order; a row that is gone is left out. */
export const idsOf = (db: Reader, seqs: readonly number[]): string[] =>
  db.pluck('SELECT l.id FROM json_each(?) w CROSS JOIN lead l ON l.seq = w.value ORDER BY w.key', [
    JSON.stringify(seqs),
  ]);
