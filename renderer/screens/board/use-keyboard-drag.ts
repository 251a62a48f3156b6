// Keyboard drag of cards: pick up, move, drop or cancel.
import { useState } from 'react';
import type { BoardCard } from '../../../shared/contract/board.ts';
import { type Stage, stageLabels, stages } from '../../../shared/stages.ts';
import { showToast } from '../../api/toast-store.ts';
import { leadsText } from '../../parts/moves/move-text.ts';
import { whyNot } from '../../parts/moves/question.ts';
import { announce } from '../../ui/feedback/announce.tsx';

export type KeyboardDrag = { readonly cards: readonly BoardCard[]; readonly from: Stage; readonly over: Stage };

const positionText = (stage: Stage) => `${stageLabels[stage].label}, ${stages.indexOf(stage) + 1} of ${stages.length}`;

export function useKeyboardDrag(onPut: (cards: readonly BoardCard[], to: Stage) => void) {
  const [drag, setDrag] = useState<KeyboardDrag | null>(null);
  return {
    drag,
    up: (cards: readonly BoardCard[], from: Stage) => {
      setDrag({ cards, from, over: from });
      announce(`Picked up ${leadsText(cards)}. Left and Right choose the column, Space drops, Escape cancels.`);
    },
    carry: (by: 1 | -1) => {
      const over = drag && stages[stages.indexOf(drag.over) + by];
      if (!drag || !over) return;
      setDrag({ ...drag, over });
      announce(`Over ${positionText(over)}.`);
    },
    put: () => {
      if (!drag) return;
      setDrag(null);
      if (drag.over === drag.from)
        announce(`Canceled. ${leadsText(drag.cards)}: still in ${stageLabels[drag.from].label}.`);
      else showErrorOr(drag.cards, drag.over, () => onPut(drag.cards, drag.over));
    },
    leave: () => {
      if (drag) announce(`Canceled. ${leadsText(drag.cards)}: still in ${stageLabels[drag.from].label}.`);
      setDrag(null);
    },
  };
}

/** Says why none of the cards can go there, or does it. */
export function showErrorOr(cards: readonly BoardCard[], to: Stage, run: () => void): void {
  const reason = cards.map(card => whyNot(card.stage, to)).find(why => why !== undefined);
  if (cards.every(card => card.stage === to)) return;
  if (reason === undefined || cards.some(card => whyNot(card.stage, to) === undefined)) run();
  else showToast(`${leadsText(cards)} cannot move to ${stageLabels[to].label}. ${reason}.`, { tone: 'problem' });
}
