// Undo and redo of the last step, with a toast that names it.

import { call } from './call.ts';
import { showToast } from './toast-store.ts';

async function step(name: 'journal.undo' | 'journal.redo', verb: string, other: { label: string; run: () => void }) {
  const result = await call(name, {});
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.label !== null) showToast(`${verb}: ${result.value.label}.`, { action: other });
}

export const undo = () => step('journal.undo', 'Undone', { label: 'Redo', run: redo });
export const redo = (): Promise<void> => step('journal.redo', 'Redone', { label: 'Undo', run: undo });
