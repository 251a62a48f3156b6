// Edits of one lead from the undo journal: field, time, member, old and new value.
import type { Reader } from '../file/handle.ts';

export type RecordedEdit = {
  readonly stepSeq: number;
  readonly label: string;
  /** UTC ms of the step. */
  readonly at: number;
  readonly memberId: string | null;
  readonly batchId: string | null;
  readonly table: 'lead' | 'custom_value' | 'lead_tag';
  readonly rowId: string;
  readonly op: 'insert' | 'update' | 'delete';
  /** Columns as they were, and as they became. */
  readonly before: Readonly<Record<string, string | number | null>>;
  readonly after: Readonly<Record<string, string | number | null>>;
};

type Row = Omit<RecordedEdit, 'before' | 'after'> & { readonly before: string | null; readonly after: string | null };
const read = (text: string | null) => JSON.parse(text ?? '{}') as RecordedEdit['before'];

/** The latest `limit` recorded edits of a lead that still hold, latest first. */
export const editsOf = (db: Reader, leadId: string, limit: number): RecordedEdit[] =>
  db
    .all<Row>(
      `SELECT c.step_seq AS stepSeq, s.label, s.at, s.member_id AS memberId, s.batch_id AS batchId, c.table_name AS "table",
        c.row_id AS rowId, c.op, c.before, c.after
       FROM change c CROSS JOIN step s ON s.seq = c.step_seq
       WHERE c.lead_id = ? AND s.undone = 0 AND c.table_name IN ('lead', 'custom_value', 'lead_tag')
       ORDER BY c.seq DESC LIMIT ?`,
      [leadId, limit],
    )
    .map(row => ({ ...row, before: read(row.before), after: read(row.after) }));

/** What a row of an own value or a tag says now, by row id. */
export const presentValues = (db: Reader, leadId: string): ReadonlyMap<string, RecordedEdit['before']> =>
  new Map<string, RecordedEdit['before']>([
    ...db
      .all<{ id: string; field_id: string; value: string | number }>(
        'SELECT id, field_id, value FROM custom_value WHERE lead_id = ?',
        [leadId],
      )
      .map(({ id, ...row }) => [id, row] as const),
    ...db
      .all<{ id: string; tag_id: string }>('SELECT id, tag_id FROM lead_tag WHERE lead_id = ?', [leadId])
      .map(({ id, ...row }) => [id, row] as const),
  ]);
