// What can be done with a lead, as a menu: on a card, on a row of a table, on Today.
import { createElement } from 'react';
import type { ActionId } from '../../../shared/actions.ts';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import { type Stage, stageLabels, stages } from '../../../shared/stages.ts';
import type { MenuItem, MenuSection } from '../../ui/floating/Menu.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { act } from '../actions/actions.ts';
import { answersOf, moveVerb, whyNot } from '../moves/question.ts';
import { setFocusedLead } from '../navigation/focused-lead.ts';

type Listed = Pick<LeadRow, 'id' | 'stage'>;

export type LeadActions = {
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
const answers = ({ stage }: Listed, { move }: LeadActions): readonly MenuItem[] =>
  answersOf(stage).map(to => item(`answer-${to}`, moveVerb(stage, to), answerIcon(to), () => move(to)));

/** The lead of the menu is meant, wherever the keyboard was. */
function about({ id }: Listed, action: ActionId): void {
  setFocusedLead(id);
  act(action);
}

const ordering = ({ reorder }: LeadActions): readonly MenuItem[] =>
  reorder === null
    ? []
    : [
        item('up', 'Move up', 'up', () => reorder(-1), 'Alt+↑'),
        item('down', 'Move down', 'down', () => reorder(1), 'Alt+↓'),
      ];

/** `keys`: whether the keys of a card work where the menu is. */
export function leadMenu(lead: Listed, actions: LeadActions, keys = true): readonly MenuSection[] {
  const first = answers(lead, actions);
  return [
    ...(first.length > 0 ? [{ items: first }] : []),
    {
      items: [
        item('open', 'Open', 'panel', actions.open, keys ? 'Enter' : undefined),
        item('log', 'Log…', 'plus', () => about(lead, 'log')),
        item('next-step', 'Next step…', 'calendar', actions.nextStep, keys ? 'N' : undefined),
        item('plan', 'Add to nurture plan…', 'mail', actions.plan),
        ...ordering(actions),
        item('hand-points', 'Adjust score…', 'edit', () => about(lead, 'hand-points')),
        item('never-mql', 'Exclude from MQL…', 'quiet', () => about(lead, 'never-mql')),
        item('save-card', 'Save address card…', 'person', () => about(lead, 'save-card')),
        item('scan-card', 'Scan with your phone…', 'phone', () => about(lead, 'scan-card')),
      ],
    },
    {
      title: 'Move to',
      items: stages.map(stage => ({
        id: stage,
        label: stageLabels[stage].label,
        glyph: createElement(StageGlyph, { stage }),
        run: () => actions.move(stage),
        unless: whyNot(lead.stage, stage),
      })),
    },
  ];
}
