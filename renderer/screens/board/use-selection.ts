// Which cards are selected, across columns.
import { useCallback, useMemo, useState } from 'react';
import type { BoardCard } from '../../../shared/contract/board.ts';

export function useSelection() {
  const [cards, setCards] = useState<ReadonlyMap<string, BoardCard>>(new Map());
  const toggle = useCallback((card: BoardCard) => {
    setCards(now => {
      const next = new Map(now);
      if (!next.delete(card.id)) next.set(card.id, card);
      return next;
    });
  }, []);
  const add = useCallback((more: readonly BoardCard[]) => {
    setCards(now => new Map([...now, ...more.map(card => [card.id, card] as const)]));
  }, []);
  const clear = useCallback(() => setCards(now => (now.size === 0 ? now : new Map())), []);
  const ids = useMemo(() => new Set(cards.keys()), [cards]);
  return { cards, ids, toggle, add, clear };
}
