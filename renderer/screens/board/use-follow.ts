// Keeps the focus on its card when the board changes.
import { useEffect, useRef } from 'react';
import type { BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';

type Place = NonNullable<Output<'board.place'>>;

/** `updatedAt` changes with every answer about the columns; `onPlace` is told where the card stands then. */
export function useFollow(
  id: string | null,
  filter: BoardFilter,
  order: BoardOrder,
  updatedAt: number,
  onPlace: (place: Place) => void,
): void {
  const latest = useRef({ id, onPlace });
  latest.current = { id, onPlace };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change itself that asks
  useEffect(() => {
    const wanted = latest.current.id;
    if (wanted === null) return;
    let stale = false;
    void call('board.place', { id: wanted, order, ...filter }).then(result => {
      if (!stale && result.ok && result.value !== null && latest.current.id === wanted) {
        latest.current.onPlace(result.value);
      }
    });
    return () => {
      stale = true;
    };
  }, [updatedAt, filter, order]);
}
