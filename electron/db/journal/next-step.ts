// Which step Undo and Redo would take next, and whether it is the one that is meant.
import { AppError } from '../../../shared/result.ts';
import type { Reader } from '../file/handle.ts';

/** Tables that have rows of an import batch, children first. */
export const batchTables = [
  'receipt',
  'stage_change',
  'activity',
  'deal',
  'lead_tag',
  'custom_value',
  'lead',
  'spend',
  'reach',
  'campaign',
] as const;

export type Direction = 'undo' | 'redo';
export type JournalState = { readonly undo: string | null; readonly redo: string | null };
type StepRow = { readonly seq: number; readonly id: string; readonly label: string; readonly batch_id: string | null };

/** What was done before the file was shared is what all computers began with; and before it left, others worked in it as well. */
const sinceSharing = `seq > coalesce((SELECT undo_after FROM sharing),
  (SELECT CAST(row_id AS INTEGER) FROM shared_row WHERE table_name = 'undo'), 0)`;

/** The step that Undo takes back next, or Redo brings back; undefined when there is none. */
export const nextStep = (reader: Reader, direction: Direction): StepRow | undefined =>
  reader.get<StepRow>(
    `SELECT seq, id, label, batch_id FROM step ${
      direction === 'undo'
        ? `WHERE undone = 0 AND ${sinceSharing} ORDER BY seq DESC`
        : `WHERE undone = 1 AND ${sinceSharing} ORDER BY seq`
    } LIMIT 1`,
  );

/** What Undo and Redo would do now, by label. */
export const journalState = (reader: Reader): JournalState => ({
  undo: nextStep(reader, 'undo')?.label ?? null,
  redo: nextStep(reader, 'redo')?.label ?? null,
});

/** Refuses unless the next step is the one of that id: another change may have come after it. */
export function requireNextStep(reader: Reader, direction: Direction, id: string): void {
  const next = nextStep(reader, direction);
  if (next?.id === id) return;
  if (direction === 'redo') throw new AppError('conflict', 'This can no longer be redone. Nothing was changed.');
  const isThere = reader.get('SELECT 1 FROM step WHERE id = ? AND undone = 0', [id]);
  throw new AppError(
    'conflict',
    isThere && next
      ? `“${next.label}” was done after this. Nothing was undone. Undo “${next.label}” first.`
      : 'This was undone before, or is too old to undo. Nothing was changed.',
  );
}

/** Whether the step that Undo or Redo would flip holds at least `many` recorded changes and rows of its batch. */
export function nextStepHolds(reader: Reader, direction: Direction, many: number): boolean {
  const step = nextStep(reader, direction);
  if (!step) return false;
  const rows = ['change WHERE step_seq = ?1', ...batchTables.map(table => `${table} WHERE batch_id = ?2`)];
  const sql = `SELECT count(*) FROM (${rows.map(of => `SELECT 1 FROM ${of}`).join(' UNION ALL ')} LIMIT ?3)`;
  return reader.pluck<number>(sql, { 1: step.seq, 2: step.batch_id, 3: many })[0] === many;
}

/** The step that Undo would take back and those of the leads that it moved; null when there is none. */
export function movedByLastStep(
  reader: Reader,
  leadIds: readonly string[],
): { readonly id: string; readonly leadIds: readonly string[] } | null {
  const step = nextStep(reader, 'undo');
  if (!step) return null;
  const moved = reader.pluck<string>(
    `SELECT lead_id FROM change WHERE step_seq = ?1 AND table_name = 'stage_change' AND lead_id IN (SELECT value FROM json_each(?3))
     UNION SELECT lead_id FROM stage_change WHERE batch_id = ?2 AND lead_id IN (SELECT value FROM json_each(?3))`,
    { 1: step.seq, 2: step.batch_id, 3: JSON.stringify(leadIds) },
  );
  return { id: step.id, leadIds: moved };
}

/** The step that Undo would take back, and those of the rows of a table that it made; null when there is none. */
export function madeByLastStep(
  reader: Reader,
  table: string,
  rowIds: readonly string[],
): { readonly id: string; readonly rowIds: ReadonlySet<string> } | null {
  const step = nextStep(reader, 'undo');
  if (!step) return null;
  const made = reader.pluck<string>(
    `SELECT row_id FROM change WHERE step_seq = ? AND table_name = ? AND op = 'insert'
       AND row_id IN (SELECT value FROM json_each(?))`,
    [step.seq, table, JSON.stringify(rowIds)],
  );
  return { id: step.id, rowIds: new Set(made) };
}
