// All SQL of score adjustments.
import type { ScoreAdjustment } from '../../../shared/score.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow } from './rows.ts';

/** A lead's points by hand, oldest first. */
export const listScoreAdjustments = (db: Reader, leadId: string): ScoreAdjustment[] =>
  db
    .all<object>('SELECT id, at, points, reason FROM score_adjustment WHERE lead_id = ? ORDER BY at, id', [leadId])
    .map(row => fromRow<ScoreAdjustment>(row));

/** Every point given by hand, by lead. */
export const allScoreAdjustments = (db: Reader): (ScoreAdjustment & { readonly leadId: string })[] =>
  db
    .all<object>('SELECT lead_id, id, at, points, reason FROM score_adjustment ORDER BY lead_id, at, id')
    .map(row => fromRow<ScoreAdjustment & { readonly leadId: string }>(row));

export const insertScoreAdjustment = (
  db: Writer,
  leadId: string,
  points: ScoreAdjustment,
  memberId: string | null = null,
): void => insertRow(db, 'score_adjustment', { ...points, leadId, memberId });

/** Answers false when this lead has no such points. */
export const deleteScoreAdjustment = (db: Writer, leadId: string, id: string): boolean =>
  db.run('DELETE FROM score_adjustment WHERE id = ? AND lead_id = ?', [id, leadId]) > 0;
