// The right click on a row of the Leads table, and the questions it leads to.
import type { ReactNode } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import { leadMenu } from '../../parts/leads/lead-menu.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { useNextStep } from '../../parts/moves/use-next-step.tsx';
import { usePlanChoice } from '../../parts/moves/use-plan-choice.tsx';
import { useRoute } from '../../parts/navigation/use-route.ts';
import type { MenuSection } from '../../ui/floating/Menu.tsx';

/** Questions open beside the cell that has the keyboard, which the right click moved there. */
const cellAtHand = () => ({ current: document.querySelector('[role=gridcell][data-here=true]') });

export function useRowMenu(): {
  readonly menuOf: (row: TableRow) => readonly MenuSection[];
  readonly questions: ReactNode;
} {
  const { openLead } = useRoute();
  const [moves, nextStep, plan] = [useMoves(), useNextStep(), usePlanChoice()];
  return {
    menuOf: row =>
      leadMenu(
        row,
        {
          open: () => openLead(row.id),
          move: to => moves.start({ leads: [row], to, anchor: cellAtHand() }),
          nextStep: () => nextStep.ask(row, cellAtHand()),
          plan: () => plan.ask([row], cellAtHand()),
          reorder: null,
        },
        false,
      ),
    questions: (
      <>
        {moves.question}
        {nextStep.question}
        {plan.question}
      </>
    ),
  };
}
