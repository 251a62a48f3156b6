// Undo and redo, and what they would do next.
import { journalState } from '../db/journal/journal.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const journal: HandlersOfPrefix<'journal'> = {
  'journal.state': ({ db }) => journalState(db),
  'journal.undo': async ({ undoOrRedo }) => ({ label: (await undoOrRedo('undo'))?.label ?? null }),
  'journal.redo': async ({ undoOrRedo }) => ({ label: (await undoOrRedo('redo'))?.label ?? null }),
};
