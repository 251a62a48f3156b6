// Undo and redo, and what they would do next.
import { journalState } from '../db/journal/next-step.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const journal: HandlersOfPrefix<'journal'> = {
  'journal.state': ({ db }) => journalState(db),
  'journal.undo': async ({ undoOrRedo }, { step }) => ({ label: (await undoOrRedo('undo', step))?.label ?? null }),
  'journal.redo': async ({ undoOrRedo }, { step }) => ({ label: (await undoOrRedo('redo', step))?.label ?? null }),
};
