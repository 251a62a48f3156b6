// Imports over one another, taken back in any order: what a later one still knows goes to it, with the way back to before both.

import type { NextStep } from '../../../shared/next-step.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import type { Overwritten, OverwrittenTable } from './imports.ts';
import { placeOfStep, workedOnByOthers } from './packets.ts';

/** Steps that took an import back: they changed the batch itself. */
const takingBack = "SELECT step_seq FROM change WHERE table_name = 'import_batch' AND op = 'update'";

const stepIdOf = (db: Reader, seq: number): string =>
  db.pluck<string>('SELECT id FROM step WHERE seq = ?', [seq])[0] ?? '';

/**
 * Leads about which something was written after a step by other means than an import, or taking one back; or by another computer,
 * whatever it did.
 */
export const editedSince = (db: Reader, stepSeq: number): string[] => [
  ...db.pluck<string>(
    `SELECT DISTINCT c.lead_id FROM step s CROSS JOIN change c ON c.step_seq = s.seq
     WHERE s.seq > ? AND s.undone = 0 AND s.batch_id IS NULL AND c.lead_id IS NOT NULL
       AND s.seq NOT IN (${takingBack})`,
    [stepSeq],
  ),
  ...workedOnByOthers(db, placeOfStep(db, 'first', stepIdOf(db, stepSeq))),
];

const attached = ['activity', 'deal', 'lead_tag', 'custom_value', 'stage_change'] as const;

/** Of some leads of a batch those that a later import, not taken back, knows something of, with the latest such batch. */
export function sharedWith(
  db: Reader,
  batchId: string,
  stepSeq: number,
  leadIds: readonly string[],
): ReadonlyMap<string, string> {
  const ids = JSON.stringify(leadIds);
  const rows = attached.map(
    table =>
      `SELECT o.lead_id, o.batch_id FROM json_each(?1) w JOIN ${table} o ON o.lead_id = w.value
       WHERE o.batch_id IS NOT NULL AND o.batch_id <> ?2`,
  );
  const found = db.raw<readonly [leadId: string, batchId: string]>(
    `SELECT lead_id, batch_id FROM (
       ${rows.join(' UNION ')}
       UNION SELECT c.lead_id, s.batch_id FROM json_each(?1) w JOIN change c ON c.lead_id = w.value
         JOIN step s ON s.seq = c.step_seq
         WHERE s.seq > ?3 AND s.undone = 0 AND s.batch_id IS NOT NULL AND s.batch_id <> ?2
           -- The last column: such a change is of nothing else.
           AND NOT (c.table_name = 'lead' AND c.op = 'update' AND c.after LIKE '{"import_keys"%')
     ) JOIN import_batch b ON b.id = batch_id WHERE b.undone_at IS NULL ORDER BY b.at, b.id`,
    { 1: ids, 2: batchId, 3: stepSeq },
  );
  return new Map(found);
}

/** Gives a lead and its history to another batch, which takes it away when it is taken back itself. */
export function handOver(db: Writer, leadId: string, from: string, to: string): void {
  db.run('UPDATE lead SET batch_id = ? WHERE id = ?', [to, leadId]);
  for (const table of ['stage_change', 'receipt', 'deal'])
    db.run(`UPDATE ${table} SET batch_id = ? WHERE lead_id = ? AND batch_id = ?`, [to, leadId, from]);
}

/**
 * For a column that a later import wrote over: from now on that one brings back what stood there before both. False: it was
 * a person who wrote over it, or nobody knows who.
 */
export function passOn(
  db: Writer,
  table: OverwrittenTable,
  { seq, rowId, before }: Overwritten,
  column: string,
): boolean {
  const later = db.raw<readonly [seq: number, before: string, batchId: string | null, undoneAt: number | null]>(
    `SELECT c.seq, c.before, s.batch_id, b.undone_at FROM change c JOIN step s ON s.seq = c.step_seq
     LEFT JOIN import_batch b ON b.id = s.batch_id
     WHERE c.table_name = ? AND c.row_id = ? AND c.seq > ? AND c.op = 'update' AND s.undone = 0
       AND s.seq NOT IN (${takingBack}) ORDER BY c.seq`,
    [table, rowId, seq],
  );
  for (const [at, text, batchId, undoneAt] of later) {
    const columns = JSON.parse(text) as Record<string, SqlValue>;
    if (!(column in columns) || undoneAt !== null) continue;
    if (batchId === null) return false;
    db.run('UPDATE change SET before = ? WHERE seq = ?', [
      JSON.stringify({ ...columns, [column]: before[column] ?? null }),
      at,
    ]);
    return true;
  }
  return false;
}

/** Later next steps that a step of the journal deleted, behind `after`, as they were. */
export const deletedSteps = (
  db: Reader,
  stepSeq: number,
  after: number,
  limit: number,
): { readonly seq: number; readonly leadId: string; readonly step: NextStep }[] =>
  db
    .all<{ seq: number; leadId: string; before: string }>(
      `SELECT seq, lead_id AS leadId, before FROM change
       WHERE step_seq = ? AND table_name = 'later_step' AND op = 'delete' AND seq > ? ORDER BY seq LIMIT ?`,
      [stepSeq, after, limit],
    )
    .map(({ before, ...row }) => {
      const { id, what, due_on: on, due_time: time, repeats } = JSON.parse(before);
      return { ...row, step: { id, what, on, time, repeats } };
    });
