// The only store: answers of the main process, kept until the tables they were read from change.
import { QueryClient } from '@tanstack/react-query';
import type { Table } from '../../shared/contract/entry.ts';
import { type CallName, contract } from '../../shared/contract.ts';
import { bridge } from './bridge.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
  },
});

/** True when the answer to `name` may differ after `tables` have changed. */
export function isTouched(name: string, tables: readonly Table[]): boolean {
  const entry = name in contract ? contract[name as CallName] : undefined;
  return entry?.kind === 'query' && entry.reads.some(table => tables.includes(table));
}

/** Keeps every answer on screen true; answers the function that stops it. */
export const listenForChanges = () =>
  bridge().onChanged(({ tables }) => {
    queryClient.invalidateQueries({ predicate: query => isTouched(String(query.queryKey[0]), tables) });
  });
