// Keyboard drag of cards: pick up, move, drop or cancel.
import { useState } from 'react';
import type { BoardCard } from '../../../shared/contract/board.ts';
import { type Stage, stages, stageWords } from '../../../shared/stages.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { showToast } from '../../ui/feedback/toast-store.ts';
import { whyNot } from '../moves/question.ts';
import { peopleWords } from '../moves/words.ts';

export type Lift = { readonly cards: readonly BoardCard[]; readonly from: Stage; readonly over: Stage };

const place = (stage: Stage) => `${stageWords[stage].label}, ${stages.indexOf(stage) + 1} of ${stages.length}`;

export function useLift(onPut: (cards: readonly BoardCard[], to: Stage) => void) {
  const [lift, setLift] = useState<Lift | null>(null);
  return {
    lift,
    up: (cards: readonly BoardCard[], from: Stage) => {
      setLift({ cards, from, over: from });
      announce(`Picked up ${peopleWords(cards)}. Left and Right choose the column, Space drops, Escape cancels.`);
    },
    carry: (by: 1 | -1) => {
      const over = lift && stages[stages.indexOf(lift.over) + by];
      if (!lift || !over) return;
      setLift({ ...lift, over });
      announce(`Over ${place(over)}.`);
    },
    put: () => {
      if (!lift) return;
      setLift(null);
      if (lift.over === lift.from)
        announce(`Canceled. ${peopleWords(lift.cards)}: still in ${stageWords[lift.from].label}.`);
      else refuseOr(lift.cards, lift.over, () => onPut(lift.cards, lift.over));
    },
    leave: () => {
      if (lift) announce(`Canceled. ${peopleWords(lift.cards)}: still in ${stageWords[lift.from].label}.`);
      setLift(null);
    },
  };
}

/** Says why none of the cards can go there, or does it. */
export function refuseOr(cards: readonly BoardCard[], to: Stage, run: () => void): void {
  const refused = cards.map(card => whyNot(card.stage, to)).find(why => why !== undefined);
  if (cards.every(card => card.stage === to)) return;
  if (refused === undefined || cards.some(card => whyNot(card.stage, to) === undefined)) run();
  else showToast(`${peopleWords(cards)} cannot move to ${stageWords[to].label}. ${refused}.`, { tone: 'problem' });
}
