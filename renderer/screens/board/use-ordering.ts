// Manual order: cards placed by hand within their column, by drag and by Alt with an arrow.
import { useEffect, useRef } from 'react';
import type { BoardCard, BoardOrder } from '../../../shared/contract/board.ts';
import { stageLabels } from '../../../shared/stages.ts';
import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { leadsText } from '../../parts/moves/move-text.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import type { LanesState } from './use-lanes.ts';

type Options = {
  readonly lanes: LanesState;
  readonly order: BoardOrder;
  readonly onOrder: (order: BoardOrder) => void;
  /** The card with the others that go along. */
  readonly withSelected: (card: BoardCard) => readonly BoardCard[];
};

export function useOrdering({ lanes, order, onOrder, withSelected }: Options) {
  const { run } = useCommand('board.arrange');
  const latest = useRef(order);
  useEffect(() => {
    latest.current = order;
  }, [order]);

  const reorder = (cards: readonly BoardCard[], from: number, to: number) => {
    const [first] = cards;
    const column = first && lanes.column(first.stage);
    if (!first || !column) return;
    const going = new Set(cards.map(card => card.id));
    // The card they go before is the first from there on that stays.
    let index = to;
    while (index < column.total() && going.has(column.card(index)?.id ?? '')) index += 1;
    const before = index >= column.total() ? null : (column.card(index)?.id ?? null);
    const here = cards.filter(card => card.stage === first.stage);
    lanes.setActive(first.id);
    void run({ ids: here.map(card => card.id), before });
    const now = to > from ? to - here.length + 1 : to + 1;
    announce(`${leadsText(here)}: position ${now} of ${column.total()} in ${stageLabels[first.stage].label}.`);
  };

  return {
    /** By one card up or down; says how, where another order holds. */
    step: (card: BoardCard, index: number, by: 1 | -1) => {
      if (latest.current !== 'own') {
        showToast('Sort cards by “Manual order” to place them yourself.', {
          action: { label: 'Manual order', run: () => onOrder('own') },
        });
        return;
      }
      const total = lanes.column(card.stage)?.total() ?? 0;
      const to = by === 1 ? index + 2 : index - 1;
      if (to < 0 || to > total)
        return announce(by === 1 ? 'Already last in the column.' : 'Already first in the column.');
      reorder(withSelected(card), index, to);
    },
    /** Dropped between two cards of its own column; `gap` counts from the top. */
    drop: (card: BoardCard, index: number, gap: number): void => {
      if (gap !== index && gap !== index + 1) reorder(withSelected(card), index, gap);
    },
  };
}
