// What can be done on Today, in place: move, plan the next step, open. Focus goes on to the next person when a row is done.
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { DueStep } from '../../../shared/contract/board.ts';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Output } from '../../../shared/contract.ts';
import type { NextStep } from '../../../shared/next-step.ts';
import type { Stage } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { act } from '../../parts/actions/actions.ts';
import { leadMenu } from '../../parts/leads/lead-menu.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { useNextStep } from '../../parts/moves/use-next-step.tsx';
import { usePlanChoice } from '../../parts/moves/use-plan-choice.tsx';
import { useStepDone } from '../../parts/moves/use-step-done.tsx';
import { setFocusedLead } from '../../parts/navigation/focused-lead.ts';
import { useRoute } from '../../parts/navigation/use-route.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { pointAnchor } from '../../ui/floating/position-box.ts';

export type TodayActions = {
  readonly move: (lead: LeadRow, to: Stage, button: Element) => void;
  readonly plan: (lead: LeadRow, button: Element) => void;
  /** Plans a next step, or changes the one given. */
  readonly nextStep: (lead: LeadRow, button: Element, step?: NextStep) => void;
  /** Asks what it counts as and what comes next, and logs it. */
  readonly stepDone: (due: DueStep, button: Element) => void;
  /** Opens the log box for what our side did about a call or a reply. */
  readonly answered: (lead: LeadRow) => void;
  /** Calls by the computer's own program. */
  readonly call: (url: string) => void;
  /** The menu of a right click. */
  readonly menu: (lead: LeadRow, event: MouseEvent<HTMLElement>) => void;
  readonly noteOf: (leadId: string) => Note | undefined;
  readonly open: (id: string) => void;
  readonly log: (id: string) => void;
  readonly questions: ReactNode;
};

type Note = Output<'today.get'>['notes'][string];

export function useTodayActions(
  list: RefObject<HTMLElement | null>,
  notes: Output<'today.get'>['notes'],
): TodayActions {
  const { openLead } = useRoute();
  const moves = useMoves();
  const nextStep = useNextStep();
  const plan = usePlanChoice();
  const done = useStepDone();
  const link = useCommand('links.open');
  const [menu, setMenu] = useState<{
    readonly lead: LeadRow;
    readonly event: MouseEvent<HTMLElement>;
    readonly row: Element;
  } | null>(null);
  const close = () => setMenu(null);
  useKeptFocus(list);
  const log = ({ id }: Pick<LeadRow, 'id'>) => {
    setFocusedLead(id);
    act('log');
  };
  return {
    move: (lead, to, button) => moves.start({ leads: [lead], to, anchor: { current: button } }),
    plan: (lead, button) => plan.ask([lead], { current: button }),
    nextStep: (lead, button, step) => nextStep.ask(lead, { current: button }, step),
    stepDone: (due, button) => done.ask(due, { current: button }),
    answered: log,
    call: url => void link.run({ url }),
    menu: (lead, event) => {
      event.preventDefault();
      setMenu({ lead, event, row: event.currentTarget });
    },
    noteOf: id => notes[id],
    open: openLead,
    log: id => log({ id }),
    questions: (
      <>
        {menu && (
          <Floating anchor={{ current: pointAnchor(menu.event) }} label={menu.lead.name} onClose={close} role="menu">
            <MenuItems
              close={close}
              sections={leadMenu(menu.lead, {
                open: () => openLead(menu.lead.id),
                move: to => moves.start({ leads: [menu.lead], to, anchor: { current: menu.row } }),
                nextStep: () => nextStep.ask(menu.lead, { current: menu.row }),
                plan: () => plan.ask([menu.lead], { current: menu.row }),
                reorder: null,
              })}
            />
          </Floating>
        )}
        {moves.question}
        {nextStep.question}
        {done.question}
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
