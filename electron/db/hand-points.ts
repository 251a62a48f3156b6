// All SQL of score adjustments.
import type { HandPoints } from '../../shared/score.ts';
import type { Reader, Writer } from './handle.ts';
import { fromRow, insertRow } from './rows.ts';

/** A lead's points by hand, oldest first. */
export const handPointsOf = (db: Reader, leadId: string): HandPoints[] =>
  db
    .all<object>('SELECT id, at, points, reason FROM hand_points WHERE lead_id = ? ORDER BY at, id', [leadId])
    .map(row => fromRow<HandPoints>(row));

/** Every point given by hand, by lead. */
export const allHandPoints = (db: Reader): (HandPoints & { readonly leadId: string })[] =>
  db
    .all<object>('SELECT lead_id, id, at, points, reason FROM hand_points ORDER BY lead_id, at, id')
    .map(row => fromRow<HandPoints & { readonly leadId: string }>(row));

export const insertHandPoints = (
  db: Writer,
  leadId: string,
  points: HandPoints,
  memberId: string | null = null,
): void => insertRow(db, 'hand_points', { ...points, leadId, memberId });

/** Answers false when this lead has no such points. */
export const deleteHandPoints = (db: Writer, leadId: string, id: string): boolean =>
  db.run('DELETE FROM hand_points WHERE id = ? AND lead_id = ?', [id, leadId]) > 0;
