// Undoes an import: removes created rows, restores overwritten values, keeps later edits.
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { forgetName, namesMade } from '../db/journal/undo-import.ts';
import {
  deleteLeads,
  findImportBatch,
  leadsOfBatchAfter,
  markUndone,
  overwritten,
  overwrittenTables,
  removeAttached,
  restoreRow,
  stepOfBatch,
} from '../db/tables/imports.ts';
import { findLead } from '../db/tables/leads.ts';
import { removePlansOfImport } from '../db/tables/plan-starts.ts';
import { deletedSteps, editedSince, handOver, passOn, sharedWith } from '../db/tables/undo-order.ts';
import { endsSteps } from '../domain/funnel.ts';
import type { CommandContext } from '../services/context.ts';
import { bringStepBack } from '../services/next-steps.ts';

/** Rows taken away by one statement: some 10 ms. */
const atOnce = 50;

/** Columns that a person knows of: of whose rows a lead was, nobody has to hear. */
const told = (columns: readonly string[]) => columns.filter(column => column !== 'import_keys');

type Kept = { readonly id: string; readonly name: string; readonly why: string };
export type ImportUndone = { readonly removed: number; readonly restored: number; readonly kept: Kept[] };

export async function undoImport(
  context: CommandContext & { readonly yieldToEventLoop: () => Promise<void> },
  batchId: string,
): Promise<ImportUndone> {
  const { db, now, yieldToEventLoop } = context;
  const batch = findImportBatch(db, batchId);
  const step = stepOfBatch(db, batchId);
  if (!batch) throw new AppError('not-found', 'This import no longer exists.');
  if (batch.undoneAt !== null) throw new AppError('conflict', 'This import was already undone.');
  if (step === undefined) {
    throw new AppError(
      'conflict',
      'This import is older than the undo history, so Ripen can no longer tell what was edited since. Nothing was changed. Delete its leads in Leads instead.',
    );
  }

  const edited = new Set(editedSince(db, step));
  const kept = new Map<string, Kept>();
  const keep = (id: string, why: string): void => {
    const lead = findLead(db, id);
    if (lead && !kept.has(id)) kept.set(id, { id, name: leadName(lead), why });
  };
  let removed = 0;
  for (let after = 0; ; ) {
    const leads = leadsOfBatchAfter(db, batchId, after, atOnce);
    for (const [, id] of leads) if (edited.has(id)) keep(id, 'Came with this file and was worked on since.');
    const ours = leads.filter(([, id]) => !edited.has(id));
    const shared = sharedWith(
      db,
      batchId,
      step,
      ours.map(([, id]) => id),
    );
    // A later file knows them too: they go when that one is taken back.
    for (const [id, other] of shared) handOver(db, id, batchId, other);
    removed += deleteLeads(
      db,
      ours.filter(([, id]) => !shared.has(id)).map(([seq]) => seq),
    );
    after = leads.at(-1)?.[0] ?? after;
    await yieldToEventLoop();
    if (leads.length < atOnce) break;
  }
  const own = [...kept.keys()];
  const restored = new Set<string>();
  /** Went on from a stage that the file had put them in: their history needs it. */
  const movedOn: string[] = [];
  for (const table of overwrittenTables) {
    for (let below = Number.MAX_SAFE_INTEGER; ; ) {
      const rows = overwritten(db, step, table, below, atOnce);
      for (const row of rows) {
        // A lead that moved on after the import keeps the history that leads there.
        if (table === 'stage_change' && movedOn.includes(row.leadId)) continue;
        const changed = told(restoreRow(db, table, row));
        const edited = changed.filter(column => !passOn(db, table, row, column));
        if (changed.length < told(Object.keys(row.before)).length) restored.add(row.leadId);
        if (edited.length > 0) keep(row.leadId, 'A field that this file had changed was edited since.');
        if (table === 'lead' && edited.includes('stage')) movedOn.push(row.leadId);
        await yieldToEventLoop();
      }
      below = rows.at(-1)?.seq ?? below;
      if (rows.length < atOnce) break;
    }
  }
  await bringStepsBack(context, step);
  const kinds = { kept: own, movedOn: [...own, ...movedOn] };
  while (removeAttached(db, batchId, kinds, atOnce * 4) > 0) await yieldToEventLoop();
  for (const name of namesMade(db, step, batchId)) {
    forgetName(db, name, step);
    await yieldToEventLoop();
  }
  await removePlansOfImport(db, batchId, now, yieldToEventLoop);
  markUndone(db, batchId, now);
  return { removed, restored: restored.size, kept: [...kept.values()] };
}

/** Later next steps that ended with their lead by the file; the first one stands in the lead's row. */
async function bringStepsBack(
  context: CommandContext & { readonly yieldToEventLoop: () => Promise<void> },
  stepSeq: number,
): Promise<void> {
  const { db, yieldToEventLoop } = context;
  for (let after = 0; ; ) {
    const steps = deletedSteps(db, stepSeq, after, atOnce);
    for (const { leadId, step } of steps) {
      const lead = findLead(db, leadId);
      if (lead && !endsSteps(lead.stage)) bringStepBack(context, leadId, step);
    }
    after = steps.at(-1)?.seq ?? after;
    await yieldToEventLoop();
    if (steps.length < atOnce) return;
  }
}
