// Changes of an answer that is also read now and then: each shows at once, and no answer of before takes it back.
import type { QueryClient } from '@tanstack/react-query';

/** Runs changes of the answer under `queryKey`, which is read again when the last of those under way is through. */
export function createChanges<Answer>(queryKey: readonly string[]) {
  let underWay = 0;
  return async <R>(client: QueryClient, show: (now: Answer) => Answer, send: () => Promise<R>): Promise<R> => {
    underWay += 1;
    void client.cancelQueries({ queryKey }, { revert: false, silent: true });
    client.setQueryData<Answer>(queryKey, now => now && show(now));
    try {
      return await send();
    } finally {
      underWay -= 1;
      if (underWay === 0) await client.invalidateQueries({ queryKey });
    }
  };
}
