// Dialog to plan a next step, or to change one: what, on which day, at what time, how often.
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import { addDays, isPlainDate } from '../../../shared/dates.ts';
import { type NextStep as Step, seenStep } from '../../../shared/next-step.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { dropBoxDraft, useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { DateChips } from './DateChips.tsx';
import { useDraftBox } from './draft-box.ts';
import styles from './moves.module.css';
import { nearDays } from './near-days.ts';
import { TimeAndRepeat } from './TimeAndRepeat.tsx';
import { useStepText } from './use-step-text.ts';

type Stepper = Pick<LeadRow, 'id' | 'name'> &
  Partial<Pick<LeadRow, 'nextStep' | 'nextStepOn' | 'nextStepTime' | 'nextStepRepeats'>>;
type NextStepRequest = {
  readonly lead: Stepper;
  readonly anchor: RefObject<Element | null>;
  /** The step to change; null: a further one is planned; undefined: the first one, where there is one. */
  readonly step: Step | null | undefined;
};

export function useNextStep(): {
  readonly ask: (lead: Stepper, anchor: RefObject<Element | null>, step?: Step | null) => void;
  readonly question: ReactNode;
} {
  const [request, setRequest] = useState<NextStepRequest | null>(null);
  return {
    ask: (lead, anchor, step) => setRequest({ lead, anchor, step }),
    question: request && (
      <NextStep key={`${request.lead.id} ${request.step?.id}`} {...request} onClose={() => setRequest(null)} />
    ),
  };
}

/** The step in the lead's own row; null: nothing is planned. */
function firstStep({ id, nextStep = null, nextStepOn = null, nextStepTime = null, nextStepRepeats = null }: Stepper) {
  if (nextStep === null && nextStepOn === null) return null;
  return { id, what: nextStep, on: nextStepOn, time: nextStepTime, repeats: nextStepRepeats };
}

function NextStep({ lead, anchor, step: given, onClose }: NextStepRequest & { readonly onClose: () => void }) {
  const step = given === undefined ? firstStep(lead) : given;
  const { today, date } = useFormat();
  const save = useCommand('nextSteps.save');
  const remove = useCommand('nextSteps.remove');
  const draft = useDraftBox(['next step', step?.id ?? 'new'], [lead.id], `Next step: ${lead.name}`);
  const [what, setWhat] = useBoxDraft(draft, 'what', step?.what ?? '');
  const usual = { on: step?.on ?? addDays(today, 1), time: step?.time ?? '' };
  const {
    day,
    choose,
    planned: plannedText,
  } = useStepText({ what, was: step?.what ?? '', dated: Boolean(step?.on), usual });
  const [repeats, setRepeats] = useState(step?.repeats ?? null);
  const [error, setError] = useState<string | null>(null);
  const busy = useRef(false);

  /** One answer at a time: a second press meanwhile is the same. A sentence says what was wrong. */
  async function run(work: () => Promise<string | null | Awaited<ReturnType<typeof save.run>>>) {
    if (busy.current) return;
    busy.current = true;
    const result = await work();
    busy.current = false;
    if (result === null) return;
    if (typeof result === 'string') return setError(result);
    if (!result.ok) return setError(result.error.message);
    dropBoxDraft(draft.key);
    onClose();
  }
  const keep = (of: Step | null) =>
    run(async () => {
      if (day.on !== '' && !isPlainDate(day.on)) return 'Choose a day.';
      const plan = await plannedText();
      if (plan === null || typeof plan === 'string') return plan;
      const { on, time } = plan;
      const planned = { what: plan.what, on: on || null, time: time || null, repeats };
      const when = on === '' ? 'no date yet' : `${date(on)}${time === '' ? '' : `, ${time}`}`;
      const done = `Next step for ${lead.name}: ${plan.what ?? 'follow up'}, ${when}.`;
      const whose = { leadId: lead.id };
      const input =
        of === null ? { ...planned, ...whose, id: null } : { ...planned, ...whose, id: of.id, seen: seenStep(of) };
      return save.run(input, { done, quiet: true });
    });
  function cancel() {
    dropBoxDraft(draft.key);
    onClose();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void keep(step);
  }

  return (
    <Floating anchor={anchor} label={`Next step: ${lead.name}`} onClose={onClose} role="dialog">
      <form className={styles.sheet} onSubmit={submit}>
        <h2 className={styles.title}>
          <span>Next step: {lead.name}</span>
        </h2>
        <Input
          error={error}
          label="What"
          maxLength={500}
          onChange={setWhat}
          placeholder="Call, send the offer, ask for …"
          value={what}
        />
        <DateChips label="When" onChange={on => choose({ on })} options={nearDays(today)} value={day.on} />
        <TimeAndRepeat onRepeats={setRepeats} onTime={time => choose({ time })} repeats={repeats} time={day.time} />
        <div className={styles.foot}>
          {step !== null && (
            <>
              <Button
                look="plain"
                onClick={() =>
                  run(() =>
                    remove.run(
                      { leadId: lead.id, id: step.id, seen: seenStep(step) },
                      { done: `Next step for ${lead.name} removed.`, quiet: true },
                    ),
                  )
                }
              >
                Remove
              </Button>
              <Button look="plain" onClick={() => void keep(null)}>
                Save as another
              </Button>
            </>
          )}
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Floating>
  );
}
