// All SQL of next steps: the first in the lead's row, those after it in their own table.
import type { NextStep, PlannedStep } from '../../../shared/next-step.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

/** The steps of each of these leads, the first one of each first and with the lead's id. */
export function stepsAmong(db: Reader, leadIds: readonly string[]): ReadonlyMap<string, NextStep[]> {
  const rows = db.all<object>(
    `SELECT lead_id, id, what, "on", time, repeats FROM (
       SELECT l.id AS lead_id, l.id, l.next_step AS what, l.next_step_on AS "on", l.next_step_time AS time,
         l.next_step_repeats AS repeats, 0 AS later
       FROM json_each(?1) w CROSS JOIN lead l ON l.id = w.value
       WHERE l.next_step IS NOT NULL OR l.next_step_on IS NOT NULL
       UNION ALL
       SELECT s.lead_id, s.id, s.what, s.due_on, s.due_time, s.repeats, 1
       FROM json_each(?1) w CROSS JOIN later_step s ON s.lead_id = w.value)
     ORDER BY later, "on" IS NULL, "on", time IS NULL, time, id`,
    { 1: JSON.stringify(leadIds) },
  );
  const found = new Map<string, NextStep[]>();
  for (const row of rows) {
    const { leadId, ...step } = fromRow<NextStep & { leadId: string }>(row);
    found.set(leadId, [...(found.get(leadId) ?? []), step]);
  }
  return found;
}

export const stepsOf = (db: Reader, leadId: string): NextStep[] => stepsAmong(db, [leadId]).get(leadId) ?? [];

export const insertLaterStep = (db: Writer, leadId: string, { id, what, on, time, repeats }: NextStep): void =>
  insertRow(db, 'later_step', { id, leadId, what, dueOn: on, dueTime: time, repeats });

export const updateLaterStep = (db: Writer, { id, what, on, time, repeats }: NextStep): boolean =>
  updateRow(db, 'later_step', id, { what, dueOn: on, dueTime: time, repeats });

export const deleteLaterStep = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM later_step WHERE id = ?', [id]) > 0;

export const deleteLaterSteps = (db: Writer, leadId: string): number =>
  db.run('DELETE FROM later_step WHERE lead_id = ?', [leadId]);

/** Columns of the lead's row that hold its first step; null: none is planned. */
export const firstStepColumns = (step: PlannedStep | null) => ({
  nextStep: step === null ? null : step.what,
  nextStepOn: step?.on ?? null,
  nextStepTime: step?.time ?? null,
  nextStepRepeats: step?.repeats ?? null,
});
