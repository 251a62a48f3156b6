// Next steps of a lead, in the order in which they are to be done: each can be done, changed or removed.
import { useRef } from 'react';
import type { Lead } from '../../../shared/lead.ts';
import { repeatLabels, type NextStep as Step, stepText } from '../../../shared/next-step.ts';
import { useRead } from '../../api/use-read.ts';
import styles from '../../parts/lead/lead.module.css';
import { useNextStep } from '../../parts/moves/use-next-step.tsx';
import { useStepDone } from '../../parts/moves/use-step-done.tsx';
import { StepMenu } from '../../parts/reminders/StepMenu.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';

type Props = { readonly lead: Lead; readonly name: string };

export function NextStep({ lead, name }: Props) {
  const { today } = useFormat();
  const steps = useRead('nextSteps.ofLead', { leadId: lead.id }).data ?? [];
  const list = useRef<HTMLElement>(null);
  const nextStep = useNextStep();
  const done = useStepDone();
  const who = { id: lead.id, name };
  const dayOf = ({ on, time, repeats }: Step) => (
    <span className={styles.stepDay} data-late={on !== null && on < today ? true : undefined}>
      {on === null ? 'no date yet' : <DateText as="away" date={on} />}
      {on !== null && on < today && ', overdue'}
      {time !== null && `, ${time}`}
      {repeats !== null && `, ${repeatLabels[repeats]}`}
    </span>
  );
  return (
    <section aria-label="Next steps" className={styles.section} ref={list}>
      <div className={styles.stepsHead}>
        <Help meaning="What you plan to do next. A lead with a next step does not count as inactive.">Next steps</Help>
        <Button icon="plus" onClick={event => nextStep.ask(who, { current: event.currentTarget }, null)} size="small">
          Plan next step
        </Button>
      </div>
      {steps.length > 0 && (
        <ul className={styles.steps}>
          {steps.map(step => (
            <li className={styles.step} key={step.id}>
              <button
                aria-label={`Change next step: ${stepText(step)}`}
                className={styles.stepText}
                onClick={event => nextStep.ask(who, { current: event.currentTarget }, step)}
                type="button"
              >
                {stepText(step)} {dayOf(step)}
              </button>
              <IconButton
                icon="check"
                label={`Done: ${stepText(step)}`}
                onClick={event => done.ask({ row: who, step, typeId: step.typeId }, { current: event.currentTarget })}
                size="small"
              />
              <StepMenu leadId={lead.id} name={name} size="small" step={step} />
            </li>
          ))}
        </ul>
      )}
      {nextStep.question}
      {done.question}
    </section>
  );
}
