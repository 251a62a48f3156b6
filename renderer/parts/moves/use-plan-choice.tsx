// Dialog to add leads to a nurture plan.
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { addDays, isPlainDate } from '../../../shared/dates.ts';
import type { Problem } from '../../api/lead-button.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { go } from '../navigation/use-route.ts';
import { DateChips } from './DateChips.tsx';
import { FormFoot } from './FormFoot.tsx';
import { leadsText, title } from './move-text.ts';
import styles from './moves.module.css';

type NamedLead = { readonly id: string; readonly name: string };
type PlanRequest = { readonly leads: readonly NamedLead[]; readonly anchor: RefObject<Element | null> };

export function usePlanChoice(): {
  readonly ask: (leads: readonly NamedLead[], anchor: RefObject<Element | null>) => void;
  readonly question: ReactNode;
} {
  const [request, setRequest] = useState<PlanRequest | null>(null);
  return {
    ask: (leads, anchor) => setRequest({ leads, anchor }),
    question: request && <PlanChoice key={request.leads[0]?.id} {...request} onClose={() => setRequest(null)} />,
  };
}

function PlanChoice({ leads, anchor, onClose }: PlanRequest & { readonly onClose: () => void }) {
  const { today, date } = useFormat();
  const plans = useRead('nurture.plans', {}).data?.filter(plan => !plan.archived && plan.touches.length > 0);
  const { run, busy } = useCommand('nurture.start');
  const [chosen, setChosen] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState(today);
  const [error, setError] = useState<Problem | null>(null);
  const planId = chosen ?? plans?.[0]?.id ?? null;
  const plan = plans?.find(one => one.id === planId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (planId === null || !plan) return setError('Choose a plan.');
    if (!isPlainDate(startsOn)) return setError('Choose a day.');
    const result = await run(
      { leadIds: leads.map(({ id }) => id), planId, startsOn },
      { done: `${leadsText(leads)}: “${plan.label}” from ${date(startsOn)}.`, quiet: true },
    );
    if (result.ok) onClose();
    else setError(result.error);
  }

  return (
    <Floating anchor={anchor} label={title('Nurture plan', leads)} onClose={onClose} role="dialog">
      <form className={styles.sheet} onSubmit={submit}>
        <h2 className={styles.title}>
          <span>{title('Nurture plan', leads)}</span>
        </h2>
        {plans === undefined ? (
          <Skeleton lines={2} />
        ) : plans.length === 0 ? (
          <>
            <p>No nurture plans yet. A plan is a few dated e-mails for people who are interested but not ready.</p>
            <div className={styles.foot}>
              <Button onClick={onClose}>Cancel</Button>
              <Button look="primary" onClick={() => go('settings', 'nurture')}>
                Create plan
              </Button>
            </div>
          </>
        ) : (
          <>
            <Chips
              label="Plan"
              onChange={setChosen}
              options={plans.map(one => ({ value: one.id, label: one.label }))}
              titled
              value={planId}
            />
            <DateChips
              label="From"
              onChange={setStartsOn}
              options={[
                { date: today, label: 'Today' },
                { date: addDays(today, 7), label: 'In a week' },
                { date: addDays(today, 28), label: 'In 4 weeks' },
              ]}
              value={startsOn}
            />
            {plan && (
              <p className={styles.small}>
                {plan.touches
                  .map(touch => `${touch.label} ${date(addDays(isPlainDate(startsOn) ? startsOn : today, touch.day))}`)
                  .join(', ')}
                . You send each one yourself; Ripen reminds you on its day.
              </p>
            )}
            <FormFoot busy={busy} error={error} label="Add to plan" onCancel={onClose} />
          </>
        )}
      </form>
    </Floating>
  );
}
