// Takes an import back, however long ago: what it made goes, what it overwrote returns, what was edited since stays.
import { leadName } from '../../../shared/lead.ts';
import { Refusal } from '../../../shared/result.ts';
import {
  editedSince,
  findImportBatch,
  leadsOfBatch,
  markUndone,
  overwrittenLeads,
  removeAttached,
  restoreColumn,
  stepOfBatch,
} from '../../db/imports.ts';
import { deleteLead, findLead } from '../../db/leads.ts';
import type { CommandContext } from '../context.ts';

type Kept = { readonly id: string; readonly name: string; readonly why: string };
export type ImportUndone = { readonly removed: number; readonly restored: number; readonly kept: Kept[] };

export async function undoImport(
  context: CommandContext & { readonly pause: () => Promise<void> },
  batchId: string,
): Promise<ImportUndone> {
  const { db, now, pause } = context;
  const batch = findImportBatch(db, batchId);
  const step = stepOfBatch(db, batchId);
  if (!batch || step === undefined) throw new Refusal('not-found', 'This import is not there any more.');
  if (batch.undoneAt !== null) throw new Refusal('conflict', 'This import has been taken back already.');

  const edited = new Set(editedSince(db, batchId, step));
  const kept = new Map<string, Kept>();
  const keep = (id: string, why: string): void => {
    const lead = findLead(db, id);
    if (lead && !kept.has(id)) kept.set(id, { id, name: leadName(lead), why });
  };
  let removed = 0;
  for (const id of leadsOfBatch(db, batchId)) {
    if (edited.has(id)) keep(id, 'Came with this file and was worked on since.');
    else if (deleteLead(db, id)) removed += 1;
    await pause();
  }
  removeAttached(db, batchId);
  const restored = new Set<string>();
  for (const { rowId, before, after } of overwrittenLeads(db, step)) {
    for (const [column, value] of Object.entries(before)) {
      if (restoreColumn(db, rowId, column, value, after[column] ?? null)) restored.add(rowId);
      else keep(rowId, 'A field that this file had changed was edited since.');
    }
    await pause();
  }
  markUndone(db, batchId, now);
  return { removed, restored: restored.size, kept: [...kept.values()] };
}
