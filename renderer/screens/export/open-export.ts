// Opens the export: `openExport()` for all leads, `openExport({ who, count })` for some.
import { useSyncExternalStore } from 'react';
import type { Who } from '../../../shared/contract/lead-table.ts';

/** Null `who`: all leads. `count`: how many leads are meant. */
export type ExportAsked = { readonly who: Who | null; readonly count: number | null };

let asked: ExportAsked | null = null;
const listeners = new Set<() => void>();
function set(next: ExportAsked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

export const openExport = (of: ExportAsked = { who: null, count: null }): void => set(of);
export const closeExport = (): void => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useExportAsked = (): ExportAsked | null => useSyncExternalStore(subscribe, () => asked);
