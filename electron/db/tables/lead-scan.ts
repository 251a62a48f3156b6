// Reads who a filter lets through, a stretch of rows at a time, so that no question about all leads ever holds up the rest.
import type { Reader, SqlValue } from '../file/handle.ts';
import type { Sql } from './lead-filter.ts';

export type Scan = {
  readonly conditions: readonly Sql[];
  /** What the caller sorts by. */
  readonly key: Sql;
};

/** Row numbers: from one to another, both included, or those of a list. */
export type Stretch = { readonly from: number; readonly to: number } | readonly number[];

export type ScannedRow = readonly [seq: number, key: string | number | null];

const isList = (stretch: Stretch): stretch is readonly number[] => Array.isArray(stretch);

export const lastSeq = (db: Reader): number => db.pluck<number | null>('SELECT max(seq) FROM lead')[0] ?? 0;

/** Rows of the stretch that the scan lets through, by row number. */
export function scanLeads(db: Reader, { conditions, key }: Scan, stretch: Stretch): ScannedRow[] {
  const asks = (alias: 'l' | 's') => [...conditions, key].some(({ sql }) => new RegExp(`\\b${alias}\\.`).test(sql));
  const list = isList(stretch) ? JSON.stringify(stretch) : null;
  // A list goes first; the score cache is far smaller than the table of leads.
  const sources = [
    ...(list === null ? [] : [{ from: 'json_each(?) w', seq: 'w.value' }]),
    ...(asks('l') ? [{ from: 'lead l', seq: 'l.seq' }] : []),
    ...(asks('s') || !asks('l') ? [{ from: 'temp.score_cache s', seq: 's.seq' }] : []),
  ];
  const seq = sources[0]?.seq ?? 's.seq';
  const between: SqlValue[] = isList(stretch) ? [] : [stretch.from, stretch.to];
  const wheres = [
    ...sources.slice(1).map(source => `${source.seq} = ${seq}`),
    ...(isList(stretch) ? [] : [`${seq} BETWEEN ? AND ?`]),
    ...conditions.map(({ sql }) => sql),
  ];
  return db.raw<ScannedRow>(
    `SELECT ${seq}, ${key.sql} FROM ${sources.map(({ from }) => from).join(' CROSS JOIN ')}
     WHERE ${wheres.join(' AND ')} ORDER BY ${seq}`,
    [...key.params, ...(list === null ? [] : [list]), ...between, ...conditions.flatMap(({ params }) => params)],
  );
}

/** Ids of rows by number, in that order; a row that is gone is left out. */
export const idsOf = (db: Reader, seqs: readonly number[]): string[] =>
  db.pluck('SELECT l.id FROM json_each(?) w CROSS JOIN lead l ON l.seq = w.value ORDER BY w.key', [
    JSON.stringify(seqs),
  ]);
