// Reads who a filter lets through, a stretch of rows at a time, so that no question about all leads ever holds up the rest.
import type { Reader } from './handle.ts';
import type { Sql } from './lead-filter.ts';
import { longWords, shortWords } from './search.ts';

export type Scan = {
  readonly search: string;
  readonly conditions: readonly Sql[];
  /** What the caller sorts by; null: nothing. */
  readonly key: Sql | null;
  /** Ids that are let through, whatever else; null: everybody. */
  readonly only?: readonly string[] | null;
};

export type ScannedRow = readonly [seq: number, key: string | number | null];

export const lastSeq = (db: Reader): number => db.pluck<number | null>('SELECT max(seq) FROM lead')[0] ?? 0;

/** Rows with row numbers `from` to `to` (both included) that the scan lets through, by row number. */
export function scanLeads(db: Reader, scan: Scan, from: number, to: number): ScannedRow[] {
  const found = longWords(scan.search);
  const short = shortWords(scan.search);
  const wheres: Sql[] = [...short, ...scan.conditions];
  const key = scan.key ?? { sql: 'NULL', params: [] };
  const needsScore = [...wheres, key].some(({ sql }) => /\bs\./.test(sql));
  const needsLead = found === null || [...wheres, key].some(({ sql }) => /\bl\./.test(sql));
  const seq = found === null ? 'l.seq' : 'f.rowid';
  const sources = [
    ...(found === null ? [] : ['lead_search f']),
    ...(needsLead ? ['lead l'] : []),
    ...(needsScore ? ['temp.lead_score s'] : []),
  ];
  const joins = [
    ...(found !== null && needsLead ? ['l.seq = f.rowid'] : []),
    ...(needsScore ? [`s.seq = ${seq}`] : []),
    ...(found === null ? [] : ['lead_search MATCH ?']),
    `${seq} BETWEEN ? AND ?`,
  ];
  return db.raw<ScannedRow>(
    `SELECT ${seq}, ${key.sql} FROM ${sources.join(' CROSS JOIN ')}
     WHERE ${[...joins, ...wheres.map(({ sql }) => sql)].join(' AND ')} ORDER BY ${seq}`,
    [...key.params, ...(found === null ? [] : [found]), from, to, ...wheres.flatMap(({ params }) => params)],
  );
}

/** Ids of rows by number, in that order; a row that is gone is left out. */
export const idsOf = (db: Reader, seqs: readonly number[]): string[] =>
  db.pluck('SELECT l.id FROM json_each(?) w CROSS JOIN lead l ON l.seq = w.value ORDER BY w.key', [
    JSON.stringify(seqs),
  ]);

/** Row numbers by the score alone, from the mirror's index: the order most people look at. */
export const seqsByScore = (
  db: Reader,
  stages: readonly string[] | null,
  page: { readonly from: number; readonly limit: number; readonly descending: boolean },
): number[] => {
  const where = stages === null ? '' : 'WHERE stage IN (SELECT value FROM json_each(?))';
  return db.pluck(
    `SELECT seq FROM temp.lead_score ${where} ORDER BY total ${page.descending ? 'DESC' : 'ASC'}, lead_id LIMIT ? OFFSET ?`,
    [...(stages === null ? [] : [JSON.stringify(stages)]), page.limit, page.from],
  );
};
