// Menu of a card.
import { createElement } from 'react';
import type { ActionId } from '../../../shared/actions.ts';
import type { BoardCard } from '../../../shared/contract/board.ts';
import { type Stage, stageLabels, stages } from '../../../shared/stages.ts';
import { act } from '../../parts/actions/actions.ts';
import { answersOf, moveVerb, whyNot } from '../../parts/moves/question.ts';
import { setFocusedLead } from '../../parts/navigation/focused-lead.ts';
import type { MenuItem, MenuSection } from '../../ui/floating/Menu.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';

export type CardActions = {
  readonly move: (to: Stage) => void;
  readonly open: () => void;
  readonly nextStep: () => void;
  readonly plan: () => void;
  /** Up or down by one in own order; null: another order holds. */
  readonly reorder: ((by: 1 | -1) => void) | null;
};

const item = (id: string, label: string, icon: IconName, run: () => void, keys?: string): MenuItem => ({
  id,
  label,
  run,
  glyph: createElement(Icon, { name: icon, size: 16 }),
  ...(keys ? { keys } : {}),
});

const answerIcon = (to: Stage): IconName =>
  to === 'opportunity' ? 'deal' : to === 'nurture' || to === 'lost' ? 'close' : 'check';

/** The answer a stage waits for, first in the menu. */
const answers = ({ stage }: BoardCard, { move }: CardActions): readonly MenuItem[] =>
  answersOf(stage).map(to => item(`answer-${to}`, moveVerb(stage, to), answerIcon(to), () => move(to)));

/** The card a menu stands on is meant, wherever the keyboard was. */
function about({ id }: BoardCard, action: ActionId): void {
  setFocusedLead(id);
  act(action);
}

const ordering = ({ reorder }: CardActions): readonly MenuItem[] =>
  reorder === null
    ? []
    : [
        item('up', 'Move up', 'up', () => reorder(-1), 'Alt+↑'),
        item('down', 'Move down', 'down', () => reorder(1), 'Alt+↓'),
      ];

export function cardMenu(card: BoardCard, actions: CardActions): readonly MenuSection[] {
  const first = answers(card, actions);
  return [
    ...(first.length > 0 ? [{ items: first }] : []),
    {
      items: [
        item('open', 'Open', 'panel', actions.open, 'Enter'),
        item('log', 'Log…', 'plus', () => about(card, 'log')),
        item('next-step', 'Next step…', 'calendar', actions.nextStep, 'N'),
        item('plan', 'Add to nurture plan…', 'mail', actions.plan),
        ...ordering(actions),
        item('hand-points', 'Adjust score…', 'edit', () => about(card, 'hand-points')),
        item('never-mql', 'Exclude from MQL…', 'quiet', () => about(card, 'never-mql')),
      ],
    },
    {
      title: 'Move to',
      items: stages.map(stage => ({
        id: stage,
        label: stageLabels[stage].label,
        glyph: createElement(StageGlyph, { stage }),
        run: () => actions.move(stage),
        unless: whyNot(card.stage, stage),
      })),
    },
  ];
}
