// Undo and redo: the toast says at once that it runs, and then what it was. Steps asked for meanwhile follow. The button of a
// toast means the step that the toast names, and no other.
import { send } from './send.ts';
import { showToast, type Toast } from './toast-store.ts';

type Direction = 'undo' | 'redo';

const words = {
  undo: { doing: 'Undoing', done: 'Undone', other: 'redo' },
  redo: { doing: 'Redoing', done: 'Redone', other: 'undo' },
} as const;

let running = 0;

/** Takes the next step, or only that of this id. */
async function take(direction: Direction, step?: string): Promise<void> {
  const { doing, done, other } = words[direction];
  running += 1;
  showToast(running === 1 ? `${doing}…` : `${doing}, ${running} steps…`);
  // In its turn: what was sent before it is what it undoes.
  const result = await send(`journal.${direction}`, step === undefined ? {} : { step });
  running -= 1;
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.label === null) showToast(`Nothing to ${direction}.`);
  else showToast(`${done}: ${result.value.label}.`, { action: stepButton(other, result.step) });
}

export const undo = (): Promise<void> => take('undo');
export const redo = (): Promise<void> => take('redo');

const labels = { undo: 'Undo', redo: 'Redo' } as const;

function stepButton(direction: Direction, step: string | undefined): Toast['action'] {
  return step === undefined ? null : { label: labels[direction], run: () => void take(direction, step) };
}

/** Undo in the toast of a change; none when the change left no step. */
export const undoButton = (step: string | undefined): Toast['action'] => stepButton('undo', step);
