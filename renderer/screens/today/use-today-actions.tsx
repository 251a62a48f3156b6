// What can be done on Today, in place: move, plan the next step, open. Focus goes on to the next person when a row is done.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Stage } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { act } from '../../parts/actions/actions.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { useNextStep } from '../../parts/moves/use-next-step.tsx';
import { usePlanChoice } from '../../parts/moves/use-plan-choice.tsx';
import { setFocusedLead } from '../../parts/navigation/focused-lead.ts';
import { useRoute } from '../../parts/navigation/use-route.ts';

export type TodayActions = {
  readonly move: (lead: LeadRow, to: Stage, button: Element) => void;
  readonly plan: (lead: LeadRow, button: Element) => void;
  readonly nextStep: (lead: LeadRow, button: Element) => void;
  /** The next step is done: there is none any more. */
  readonly stepDone: (lead: LeadRow) => void;
  readonly open: (id: string) => void;
  readonly log: (id: string) => void;
  readonly questions: ReactNode;
};

export function useTodayActions(list: RefObject<HTMLElement | null>): TodayActions {
  const { openLead } = useRoute();
  const moves = useMoves();
  const nextStep = useNextStep();
  const plan = usePlanChoice();
  const { run } = useCommand('leads.setNextStep');
  useKeptFocus(list);
  return {
    move: (lead, to, button) => moves.start({ leads: [lead], to, anchor: { current: button } }),
    plan: (lead, button) => plan.ask([lead], { current: button }),
    nextStep: (lead, button) => nextStep.ask(lead, { current: button }),
    stepDone: lead =>
      void run(
        { id: lead.id, nextStep: null, nextStepOn: null },
        { done: `Done: ${lead.nextStep ?? 'next step'}, ${lead.name}.` },
      ),
    open: openLead,
    log: id => {
      setFocusedLead(id);
      act('log');
    },
    questions: (
      <>
        {moves.question}
        {nextStep.question}
        {plan.question}
      </>
    ),
  };
}

/** When the row that had the focus is gone, the row now in its place gets it. */
function useKeptFocus(list: RefObject<HTMLElement | null>) {
  const last = useRef(-1);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const rows = () => [...element.querySelectorAll('[data-row]')];
    const onFocus = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
      if (!(row instanceof HTMLElement)) return;
      last.current = rows().indexOf(row);
      setFocusedLead(row.dataset.row ?? null);
    };
    const gone = new MutationObserver(() => {
      if (last.current < 0 || document.activeElement !== document.body) return;
      const all = rows();
      const row = all[Math.min(last.current, all.length - 1)];
      row?.querySelector<HTMLElement>('[data-lead]')?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', onFocus);
    gone.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      gone.disconnect();
      setFocusedLead(null);
    };
  }, [list]);
}
