// Toast store. One toast at a time, with Undo.
import { call } from './call.ts';

export type Toast = {
  readonly id: number;
  /** A sentence: "Dana Weber is now an SQL." */
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

let current: Toast | null = null;
let count = 0;
const listeners = new Set<() => void>();

function set(toast: Toast | null) {
  current = toast;
  for (const listener of listeners) listener();
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => current,
  close: () => set(null),
};

/** Says that a file was saved, with the click that shows it. */
export const showSaved = (text: string) =>
  showToast(text, { action: { label: 'Show in folder', run: () => void call('files.showSaved', {}) } });

/** Shows a sentence for a while; a problem stays until it is closed. */
export function showToast(
  text: string,
  { tone = 'done', action = null }: Partial<Pick<Toast, 'tone' | 'action'>> = {},
) {
  count += 1;
  set({ id: count, text, tone, action });
}
