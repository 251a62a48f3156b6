// Opens help from anywhere: `openHelp('board')`, `openHelp('glossary', 'mql')`; 'here': the page of what one looks at.
import { useSyncExternalStore } from 'react';

/** `page`: the id of a page, 'glossary', 'contents', or 'here'. */
export type HelpRequest = { readonly page: string; readonly term: string | null; readonly over: 'screen' | 'dialog' };

let request: HelpRequest | null = null;
const listeners = new Set<() => void>();
function set(next: HelpRequest | null): void {
  request = next;
  for (const listener of listeners) listener();
}

export function openHelp(page: string, term: string | null = null): void {
  const dialogs = [...document.querySelectorAll<HTMLElement>('dialog[open]')];
  // A dialog may name its page; a panel beside the screen could not be reached from it.
  const named = page === 'here' ? dialogs.at(-1)?.dataset.help : undefined;
  set({ page: named ?? page, term, over: dialogs.length > 0 ? 'dialog' : 'screen' });
}
export const closeHelp = (): void => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useHelpRequest = (): HelpRequest | null => useSyncExternalStore(subscribe, () => request);
