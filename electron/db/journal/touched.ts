// What a step touched: each row as it was before it and as it is, from the journal's lines and the tables.
import type { Touched } from '../../sync/changes.ts';
import type { SharedRow } from '../../sync/registers.ts';
import type { Reader } from '../file/handle.ts';
import { quoted } from '../tables/names.ts';
import { batchTables } from './next-step.ts';

type Line = { readonly table: string; readonly id: string; readonly op: string; readonly before: string | null };

export const lastLine = (db: Reader): number => db.pluck<number | null>('SELECT max(seq) FROM change')[0] ?? 0;

/**
 * Rows touched by the lines of a step behind `after`, in the order in which they were touched first. `batchId`: rows of this batch were made
 * by it as well, without a line each.
 */
export function touchedSince(db: Reader, stepSeq: number, after: number, batchId: string | null): readonly Touched[] {
  const rows = new Map<string, Touched>();
  const lines = db.all<Line>(
    'SELECT table_name AS "table", row_id AS id, op, before FROM change WHERE step_seq = ? AND seq > ? ORDER BY seq DESC',
    [stepSeq, after],
  );
  for (const { table, id, op, before } of lines) {
    const key = `${table} ${id}`;
    const now = rows.has(key) ? null : (db.get<SharedRow>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id]) ?? null);
    const known = rows.get(key) ?? { table, id, before: now, after: now };
    const old = JSON.parse(before ?? 'null') as SharedRow | null;
    rows.delete(key);
    rows.set(key, { ...known, before: op === 'insert' ? null : ({ ...known.before, ...old } as SharedRow) });
  }
  const found = [...rows.values()].reverse();
  if (batchId === null) return found;
  const made = [...batchTables].reverse().flatMap(table =>
    db
      .all<SharedRow>(`SELECT * FROM ${table} WHERE batch_id = ? ORDER BY rowid`, [batchId])
      .filter(({ id }) => !rows.has(`${table} ${id}`))
      .map(row => ({ table, id: row.id, before: null, after: row })),
  );
  return [...found, ...made];
}
