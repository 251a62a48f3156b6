// Card actions: open, move, place, select, next step, nurture plan.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardCard, BoardOrder } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { LeadActions } from '../../parts/leads/lead-menu.ts';
import { neighbour } from '../../parts/moves/question.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { useNextStep } from '../../parts/moves/use-next-step.tsx';
import { usePlanChoice } from '../../parts/moves/use-plan-choice.tsx';
import { useRoute } from '../../parts/navigation/use-route.ts';
import type { FloatingAnchor } from '../../ui/floating/position-box.ts';
import { installDrag } from './drag.ts';
import type { KeyAction } from './keys.ts';
import { showErrorOr, useKeyboardDrag } from './use-keyboard-drag.ts';
import { elementOf, type LanesState } from './use-lanes.ts';
import { useOrdering } from './use-ordering.ts';
import { useSelection } from './use-selection.ts';

type Options = {
  readonly root: RefObject<HTMLElement | null>;
  readonly lanes: LanesState;
  readonly order: BoardOrder;
  readonly onOrder: (order: BoardOrder) => void;
};
type CardAction = Exclude<KeyAction['do'], 'walk' | 'side' | 'carry' | 'drop' | 'leave' | 'clear'>;
type OpenMenu = { readonly card: BoardCard; readonly index: number; readonly anchor: RefObject<FloatingAnchor | null> };

export function useCardActions({ root, lanes, order, onOrder }: Options) {
  const { openLead } = useRoute();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const selection = useSelection();
  const nextStep = useNextStep();
  const plan = usePlanChoice();
  const moves = useMoves({ onMoved: selection.clear });
  const drag = useKeyboardDrag((cards, to) => startMove(cards, to));

  /** The card, with the others that are selected when it is one of them. */
  const withSelected = (card: BoardCard): readonly BoardCard[] =>
    selection.cards.has(card.id) ? [...selection.cards.values()] : [card];
  const ordering = useOrdering({ lanes, order, onOrder, withSelected });

  function startMove(cards: readonly BoardCard[], to: Stage, anchor = elementOf(cards[0]?.id ?? '')) {
    lanes.setActive(cards[0]?.id ?? null);
    showErrorOr(cards, to, () => moves.start({ leads: cards, to, anchor }));
  }

  function dropped(id: string, to: Stage, y: number) {
    const found = lanes.find(id);
    if (!found) return;
    const { card, index } = found;
    if (card.stage === to) {
      if (order === 'own') ordering.drop(card, index, lanes.column(to)?.gap(y) ?? index);
      return;
    }
    const landing = lanes.column(to)?.landing() ?? root.current?.querySelector(`[data-drop="${to}"]`) ?? null;
    startMove(withSelected(card), to, { current: landing as HTMLElement | null });
  }

  const marked = useRef<Stage | null>(null);
  function over(at: { readonly id: string; readonly target: string; readonly y: number } | null) {
    const home = at ? lanes.find(at.id)?.card.stage : undefined;
    const stage = order === 'own' && at && at.target === home ? home : null;
    if (marked.current && marked.current !== stage) lanes.column(marked.current)?.mark(null);
    if (stage && at) lanes.column(stage)?.mark(lanes.column(stage)?.gap(at.y) ?? null);
    marked.current = stage;
  }

  const latest = useRef({ dropped, over, others: (_id: string): number => 0 });
  latest.current = { dropped, over, others: id => (selection.cards.has(id) ? selection.cards.size - 1 : 0) };
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    return installDrag(element, {
      others: id => latest.current.others(id),
      onDrop: ({ id, target, y }) => latest.current.dropped(id, target as Stage, y),
      onOver: at => latest.current.over(at),
    });
  }, [root]);

  function onCard(card: BoardCard, index: number, action: CardAction, by: 1 | -1) {
    lanes.setActive(card.id);
    switch (action) {
      case 'open':
        return openLead(card.id);
      case 'menu':
        return setMenu({ card, index, anchor: elementOf(card.id) });
      case 'lift':
        return drag.up(withSelected(card), card.stage);
      case 'select':
        return selection.toggle(card);
      case 'next-step':
        return nextStep.ask(card, elementOf(card.id));
      case 'reorder':
        return ordering.step(card, index, by);
      case 'move': {
        const to = neighbour(card.stage, by);
        return to ? startMove(withSelected(card), to) : undefined;
      }
      default:
        return action satisfies never;
    }
  }

  const menuActions = ({ card, index }: OpenMenu): LeadActions => ({
    move: to => startMove(withSelected(card), to),
    open: () => openLead(card.id),
    nextStep: () => nextStep.ask(card, elementOf(card.id)),
    plan: () => plan.ask(withSelected(card), elementOf(card.id)),
    reorder: order === 'own' ? by => ordering.step(card, index, by) : null,
  });

  return { root, openLead, menu, setMenu, menuActions, selection, moves, nextStep, plan, drag, startMove, onCard };
}
