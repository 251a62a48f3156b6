// The only store: answers of the main process, kept until the tables they were read from change.
import { QueryClient } from '@tanstack/react-query';
import type { CallName, Changed } from '../../shared/contract.ts';
import { bridge } from './bridge.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
  },
});

/** Asks again for whatever a change touches; for everything when another workspace is open now. */
export async function refresh({ tables, switched = false }: Changed): Promise<void> {
  if (switched) return queryClient.resetQueries();
  // The contract brings zod along, which the first paint does not wait for.
  const { contract } = await import('../../shared/contract.ts');
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      const entry = contract[name as CallName];
      return entry?.kind === 'query' && entry.reads.some(table => tables.includes(table));
    },
  });
}

/** Keeps every answer on screen true; answers the function that stops it. */
export const listenForChanges = () => bridge().onChanged(refresh);
