// The only store: answers of the main process, kept until the tables they were read from change.
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { CallName, Changed, Input, Output, QueryName } from '../../shared/contract.ts';
import { bridge } from './bridge.ts';
import { ask } from './call.ts';
import { tick } from './layers.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
  },
});

/** An answer, and when it was asked for: it holds every change that was written before. */
export type CachedAnswer<T> = { readonly at: number; readonly value: T };

/** What TanStack Query needs to ask for it. */
export const readOptions = <N extends QueryName>(name: N, input: Input<N>) => ({
  queryKey: [name, input] as const,
  queryFn: async (): Promise<CachedAnswer<Output<N>>> => {
    const at = tick();
    return { at, value: await ask(name, input) };
  },
});

/** Asks again for whatever a change touches; for everything when another workspace is open now. */
async function refresh({ tables, switched = false }: Changed): Promise<void> {
  if (switched) return queryClient.resetQueries();
  // The contract brings zod along, which the first paint does not wait for.
  const { contract } = await import('../../shared/contract.ts');
  const touched = ([name]: QueryKey) => {
    const entry = contract[name as CallName];
    return entry?.kind === 'query' && entry.reads.some(table => tables.includes(table));
  };
  // A first answer that is still on its way may be from before the change: it must not come as the newest.
  await queryClient.cancelQueries({
    predicate: ({ queryKey, state }) => state.data === undefined && touched(queryKey),
  });
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey) });
}

let refreshing: Promise<unknown> = Promise.resolve();

/** Keeps every answer on screen true; answers the function that stops it. */
export const listenForChanges = () =>
  bridge().onChanged(changed => {
    refreshing = Promise.all([refreshing, refresh(changed)]);
  });

/** Resolves when every change heard of so far is on the screen. */
export async function refreshed(): Promise<void> {
  let seen: Promise<unknown> | null = null;
  while (seen !== refreshing) {
    seen = refreshing;
    await seen;
  }
}
