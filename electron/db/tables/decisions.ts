// All SQL of decisions, action items and commitments.
import { type ActionItem, type Decision, decisionSchema, type Sla } from '../../../shared/meeting.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import { insertRow, updateRow } from './rows.ts';

type DecisionRow = Omit<Decision, 'criteria' | 'expected'> & {
  readonly criteriaId: string | null;
  readonly criteriaNumber: number | null;
  readonly expected: string | null;
};

function toDecision({ criteriaId, criteriaNumber, expected, ...row }: DecisionRow): Decision {
  const understood = decisionSchema.shape.expected.safeParse(expected === null ? null : JSON.parse(expected));
  return {
    ...row,
    criteria: criteriaId === null || criteriaNumber === null ? null : { id: criteriaId, number: criteriaNumber },
    expected: understood.success ? understood.data : null,
  };
}

const decisionsWhere = (db: Reader, condition: string, params: readonly SqlValue[]): Decision[] =>
  db
    .all<DecisionRow>(
      `SELECT d.id, r.week_start AS weekStart, d.text, d.criteria_id AS criteriaId, c.number AS criteriaNumber,
        d.expected, d.comes_back AS comesBack, d.verdict, d.outcome, a.week_start AS answeredIn
       FROM decision d JOIN review r ON r.id = d.review_id
       LEFT JOIN criteria c ON c.id = d.criteria_id LEFT JOIN review a ON a.id = d.answered_in
       WHERE ${condition} ORDER BY r.week_start, d.id`,
      params,
    )
    .map(toDecision);

export const decisionsOf = (db: Reader, reviewId: string): Decision[] =>
  decisionsWhere(db, 'd.review_id = ?', [reviewId]);

export const findDecision = (db: Reader, id: string): Decision | undefined => decisionsWhere(db, 'd.id = ?', [id])[0];

/** Decisions of earlier closed reviews whose week has come: unanswered ones, and those that this very review answered. */
export const decisionsComingBack = (db: Reader, weekStart: string): Decision[] =>
  decisionsWhere(
    db,
    `d.comes_back <= ? AND r.week_start < ? AND r.closed_at IS NOT NULL
     AND (d.verdict IS NULL OR a.week_start = ?)`,
    [weekStart, weekStart, weekStart],
  );

export type DecisionInput = {
  readonly text: string;
  readonly criteriaId: string | null;
  readonly expected: Decision['expected'];
  readonly comesBack: string | null;
};

const decisionColumns = ({ expected, ...input }: DecisionInput) => ({
  ...input,
  expected: expected === null ? null : JSON.stringify(expected),
});
export const insertDecision = (db: Writer, id: string, reviewId: string, input: DecisionInput): void =>
  insertRow(db, 'decision', { id, reviewId, ...decisionColumns(input) });
export const updateDecision = (db: Writer, id: string, input: DecisionInput): boolean =>
  updateRow(db, 'decision', id, decisionColumns(input));
export const deleteDecision = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM decision WHERE id = ?', [id]) > 0;
export const answerDecision = (
  db: Writer,
  id: string,
  answer: Pick<Decision, 'verdict' | 'outcome'> & { readonly answeredIn: string | null },
): boolean => updateRow(db, 'decision', id, answer);

const itemsWhere = (db: Reader, condition: string, params: readonly SqlValue[]): ActionItem[] =>
  db.all(
    `SELECT i.id, r.week_start AS weekStart, i.text, i.member_id AS memberId, i.due_on AS dueOn, i.done_at AS doneAt
     FROM action_item i JOIN review r ON r.id = i.review_id WHERE ${condition} ORDER BY r.week_start, i.id`,
    params,
  );

export const itemsOf = (db: Reader, reviewId: string): ActionItem[] => itemsWhere(db, 'i.review_id = ?', [reviewId]);
export const findItem = (db: Reader, id: string): ActionItem | undefined => itemsWhere(db, 'i.id = ?', [id])[0];

/** Action items of earlier reviews that are still open, or were done after `since` (UTC ms). */
export const earlierItems = (db: Reader, weekStart: string, since: number): ActionItem[] =>
  itemsWhere(db, 'r.week_start < ? AND (i.done_at IS NULL OR i.done_at > ?)', [weekStart, since]);

export type ItemInput = Pick<ActionItem, 'text' | 'memberId' | 'dueOn'>;
export const insertItem = (db: Writer, id: string, reviewId: string, input: ItemInput): void =>
  insertRow(db, 'action_item', { id, reviewId, ...input });
export const updateItem = (db: Writer, id: string, input: Partial<ItemInput & Pick<ActionItem, 'doneAt'>>): boolean =>
  updateRow(db, 'action_item', id, input);
export const deleteItem = (db: Writer, id: string): boolean => db.run('DELETE FROM action_item WHERE id = ?', [id]) > 0;

export type StoredSla = Sla & { readonly fromWeek: string };
const slaColumns =
  'p.mqls_a_week AS mqlsAWeek, p.accepted_percent AS acceptedPercent, p.answer_hours AS answerHours, p.from_week AS fromWeek';

export const slaOf = (db: Reader, reviewId: string): StoredSla | undefined =>
  db.get(`SELECT ${slaColumns} FROM sla p WHERE p.review_id = ?`, [reviewId]);

/** The promise that holds for a week: the latest one that had begun by then. */
export const slaInForce = (db: Reader, weekStart: string): StoredSla | undefined =>
  db.get(`SELECT ${slaColumns} FROM sla p WHERE p.from_week <= ? ORDER BY p.from_week DESC LIMIT 1`, [weekStart]);

export function setSla(
  db: Writer,
  reviewId: string,
  sla: (Sla & { readonly fromWeek: string }) | null,
  newId: () => string,
): void {
  const id = db.pluck<string>('SELECT id FROM sla WHERE review_id = ?', [reviewId])[0];
  if (sla === null) db.run('DELETE FROM sla WHERE review_id = ?', [reviewId]);
  else if (id === undefined) insertRow(db, 'sla', { id: newId(), reviewId, ...sla });
  else updateRow(db, 'sla', id, sla);
}
