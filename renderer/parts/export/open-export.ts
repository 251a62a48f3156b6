// Opens the export: `openExport()` for all leads, `openExport({ who, count })` for some.
import { useSyncExternalStore } from 'react';
import type { Who } from '../../../shared/contract/lead-table.ts';

/** Null `who`: all leads. `count`: how many leads are meant. */
export type ExportRequest = { readonly who: Who | null; readonly count: number | null };

let request: ExportRequest | null = null;
const listeners = new Set<() => void>();
function set(next: ExportRequest | null): void {
  request = next;
  for (const listener of listeners) listener();
}

export const openExport = (of: ExportRequest = { who: null, count: null }): void => set(of);
export const closeExport = (): void => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useExportRequest = (): ExportRequest | null => useSyncExternalStore(subscribe, () => request);
