// Keeps the focus on its card when the board changes.
import { useEffect, useRef } from 'react';
import type { BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';

type Located = NonNullable<Output<'board.locate'>>;

/** `updatedAt` changes with every answer about the columns; `onLocated` is told where the card stands then. */
export function useFollow(
  id: string | null,
  filter: BoardFilter,
  order: BoardOrder,
  updatedAt: number,
  onLocated: (located: Located) => void,
): void {
  const latest = useRef({ id, onLocated });
  latest.current = { id, onLocated };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change itself that asks
  useEffect(() => {
    const wanted = latest.current.id;
    if (wanted === null) return;
    let stale = false;
    void call('board.locate', { id: wanted, order, ...filter }).then(result => {
      if (!stale && result.ok && result.value !== null && latest.current.id === wanted) {
        latest.current.onLocated(result.value);
      }
    });
    return () => {
      stale = true;
    };
  }, [updatedAt, filter, order]);
}
