// All SQL of stage changes and of the receipts that prove those made by the score.

import type { Receipt } from '../../../shared/score.ts';
import { receiptSchema } from '../../../shared/score.ts';
import type { Reader, Writer } from '../file/handle.ts';
import type { RecordedChange } from './history.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

export type StageChange = RecordedChange & { readonly note: string | null; readonly memberId: string | null };

const columns = 'id, lead_id, from_stage AS "from", to_stage AS "to", at, cause, reason, note, member_id';

/** A lead's stage changes, oldest first. */
export const stageChangesOf = (db: Reader, leadId: string): StageChange[] =>
  db
    .all<object>(`SELECT ${columns} FROM stage_change WHERE lead_id = ? ORDER BY at, id`, [leadId])
    .map(row => fromRow<StageChange>(row));

export function insertStageChange(db: Writer, change: StageChange, batchId: string | null = null): void {
  const { from, to, ...rest } = change;
  insertRow(db, 'stage_change', { ...rest, fromStage: from, toStage: to, batchId });
}

export const updateStageChange = (db: Writer, id: string, change: Pick<StageChange, 'at'>): boolean =>
  updateRow(db, 'stage_change', id, change);

/** What a line says after two histories became one. */
export const rewriteStageChange = (
  db: Writer,
  id: string,
  { from, to, note }: Pick<StageChange, 'from' | 'to' | 'note'>,
): boolean => updateRow(db, 'stage_change', id, { fromStage: from, toStage: to, note });

/** Gives the receipts of one line to another; null: they prove nothing any more and go. */
export const moveReceipts = (db: Writer, from: string, to: string | null): number =>
  to === null
    ? db.run('DELETE FROM receipt WHERE stage_change_id = ?', [from])
    : db.run('UPDATE receipt SET stage_change_id = ? WHERE stage_change_id = ?', [to, from]);

export const deleteStageChange = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM stage_change WHERE id = ?', [id]) > 0;

export type StoredReceipt = { readonly stageChangeId: string; readonly receipt: Receipt };

export const receiptsOf = (db: Reader, leadId: string): StoredReceipt[] =>
  db
    .all<{ stage_change_id: string; body: string }>(
      'SELECT stage_change_id, body FROM receipt WHERE lead_id = ? ORDER BY id',
      [leadId],
    )
    .map(row => ({ stageChangeId: row.stage_change_id, receipt: receiptSchema.parse(JSON.parse(row.body)) }));

export const insertReceipt = (
  db: Writer,
  row: { readonly id: string; readonly leadId: string; readonly stageChangeId: string; readonly receipt: Receipt },
  batchId: string | null = null,
): void => {
  const { receipt, ...rest } = row;
  insertRow(db, 'receipt', { ...rest, body: JSON.stringify(receipt), batchId });
};

export type RecentPromotion = { readonly leadId: string; readonly at: number; readonly because: string };

/** Promotions by score since `at` (UTC ms): the latest `limit`, latest first. */
export const promotionsSince = (db: Reader, at: number, limit: number): RecentPromotion[] =>
  db.all(
    `SELECT c.lead_id AS leadId, c.at, json_extract(r.body, '$.because') AS because
     FROM stage_change c JOIN receipt r ON r.stage_change_id = c.id
     WHERE c.at >= ? AND c.to_stage = 'mql' ORDER BY c.at DESC, c.id LIMIT ?`,
    [at, limit],
  );

export const countPromotionsSince = (db: Reader, at: number): number =>
  db.pluck<number>(
    `SELECT count(*) FROM stage_change c JOIN receipt r ON r.stage_change_id = c.id
     WHERE c.at >= ? AND c.to_stage = 'mql'`,
    [at],
  )[0] ?? 0;

/** Gives a step of a history its day, which nobody knew before. */
export const dateStageChange = (db: Writer, id: string, at: number): number =>
  db.run("UPDATE stage_change SET at = ?, cause = 'import' WHERE id = ?", [at, id]);
