// The columns in sight as one thing to walk over: their handles, the card at hand in each, and the one that has the keyboard.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardCard, BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import { setFocusedLead } from '../../parts/navigation/focused-lead.ts';
import { cardId } from './Card.tsx';
import type { ColumnHandle } from './Column.tsx';
import { useFollow } from './use-follow.ts';

type Options = {
  readonly filter: BoardFilter;
  readonly order: BoardOrder;
  readonly updatedAt: number;
};
type Indexes = Readonly<Partial<Record<Stage, number>>>;

/** The card as it is drawn now. */
export const elementOf = (id: string) => ({ current: document.getElementById(cardId(id)) });

export type LanesState = ReturnType<typeof useLanes>;

export function useLanes({ filter, order, updatedAt }: Options) {
  const handles = useRef(new Map<Stage, ColumnHandle>());
  const [at, setAt] = useState<Indexes>({});
  const [active, setActiveState] = useState<string | null>(null);
  const latest = useRef({ at });
  latest.current.at = at;
  const activeNow = useRef<string | null>(null);
  const setActive = useCallback((id: string | null) => {
    activeNow.current = id;
    setActiveState(id);
  }, []);

  useEffect(() => {
    setFocusedLead(active);
    return () => setFocusedLead(null);
  }, [active]);

  const standAt = useCallback(
    (stage: Stage, index: number, id: string | null) => {
      setAt(now => ({ ...now, [stage]: index }));
      setActive(id);
    },
    [setActive],
  );

  const walkTo = useCallback(
    (stage: Stage, index: number) => {
      const column = handles.current.get(stage);
      standAt(stage, index, column?.card(index)?.id ?? null);
      column?.show(index);
    },
    [standAt],
  );

  const follow = useCallback(
    (stage: Stage, index: number) => {
      const column = handles.current.get(stage);
      const focused = document.activeElement;
      const list = focused?.closest<HTMLElement>('[data-list]')?.dataset.list;
      if (!column || ((latest.current.at[stage] ?? 0) === index && (list === undefined || list === stage))) return;
      setAt(now => ({ ...now, [stage]: index }));
      column.show(index);
      column.reveal();
      // Somebody in a menu or a question stays there.
      if (focused !== document.body && list === undefined) return;
      // A column that gets the keyboard makes the card that was left there the one at hand; here it is the one that is followed.
      const id = activeNow.current;
      column.focus();
      setActive(id);
    },
    [setActive],
  );
  useFollow(active, filter, order, updatedAt, ({ stage, index }) => {
    // A card that is drawn is followed as it is drawn: with what is still on its way.
    const id = activeNow.current;
    if (id !== null && [...handles.current.values()].some(column => column.indexOf(id) >= 0)) return;
    follow(stage, index);
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
  return { at, active, activeNow, setActive, standAt, walkTo, find, follow, column, keep };
}
