// Undo and redo of the last step: the toast says at once that it runs, and then what it was. Steps asked for meanwhile follow.
import { send } from './send.ts';
import { showToast } from './toast-store.ts';

const words = { 'journal.undo': ['Undoing', 'Undone', 'undo'], 'journal.redo': ['Redoing', 'Redone', 'redo'] } as const;

let running = 0;

async function step(name: 'journal.undo' | 'journal.redo', other: { label: string; run: () => void }): Promise<void> {
  const [doing, done, verb] = words[name];
  running += 1;
  showToast(running === 1 ? `${doing}…` : `${doing}, ${running} steps…`);
  // In its turn: what was sent before it is what it undoes.
  const result = await send(name, {});
  running -= 1;
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.label === null) showToast(`Nothing to ${verb}.`);
  else showToast(`${done}: ${result.value.label}.`, { action: other });
}

export const undo = (): Promise<void> => step('journal.undo', { label: 'Redo', run: redo });
export const redo = (): Promise<void> => step('journal.redo', { label: 'Undo', run: undo });
