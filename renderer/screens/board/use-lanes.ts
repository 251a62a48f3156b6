// The columns in sight as one thing to walk over: their handles, the card at hand in each, and the one that has the keyboard.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BoardCard, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import { setLeadInSight } from '../../app/lead-in-sight.ts';
import { cardId } from './Card.tsx';
import type { ColumnHandle } from './Column.tsx';
import { useFollow } from './use-follow.ts';

type Options = {
  readonly root: RefObject<HTMLElement | null>;
  readonly filter: BoardFilter;
  readonly order: BoardOrder;
  readonly updatedAt: number;
};
type Indexes = Readonly<Partial<Record<Stage, number>>>;

/** The card as it is drawn now. */
export const elementOf = (id: string) => ({ current: document.getElementById(cardId(id)) });

export type LanesState = ReturnType<typeof useLanes>;

export function useLanes({ root, filter, order, updatedAt }: Options) {
  const handles = useRef(new Map<Stage, ColumnHandle>());
  const [at, setAt] = useState<Indexes>({});
  const [active, setActive] = useState<string | null>(null);

  useEffect(() => {
    setLeadInSight(active);
    return () => setLeadInSight(null);
  }, [active]);

  const standAt = useCallback((stage: Stage, index: number, id: string | null) => {
    setAt(now => ({ ...now, [stage]: index }));
    setActive(id);
  }, []);

  const walkTo = useCallback(
    (stage: Stage, index: number) => {
      const column = handles.current.get(stage);
      standAt(stage, index, column?.card(index)?.id ?? null);
      column?.show(index);
    },
    [standAt],
  );

  useFollow(active, filter, order, updatedAt, ({ stage, index }) => {
    const column = handles.current.get(stage);
    if (!column || at[stage] === index) return;
    setAt(now => ({ ...now, [stage]: index }));
    column.show(index);
    column.reveal();
    const focused = document.activeElement;
    if (focused === document.body || root.current?.contains(focused)) column.focus();
  });

  /** The card of that id, while it is drawn. */
  const find = useCallback((id: string): { readonly card: BoardCard; readonly index: number } | undefined => {
    const row = elementOf(id).current;
    const stage = row?.closest<HTMLElement>('[data-list]')?.dataset.list as Stage | undefined;
    const index = Number(row?.getAttribute('aria-rowindex')) - 1;
    const card = stage && handles.current.get(stage)?.card(index);
    return card && { card, index };
  }, []);

  const column = useCallback((stage: Stage) => handles.current.get(stage), []);
  const keep = useCallback((stage: Stage, handle: ColumnHandle | null) => {
    if (handle) handles.current.set(stage, handle);
    else handles.current.delete(stage);
  }, []);
  return { at, active, setActive, standAt, walkTo, find, column, keep };
}
