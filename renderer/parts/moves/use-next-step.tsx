// Dialog to plan the next step.
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import { addDays, isPlainDate } from '../../../shared/dates.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { DateChips } from './DateChips.tsx';
import styles from './moves.module.css';

type Stepper = Pick<LeadRow, 'id' | 'name' | 'nextStep' | 'nextStepOn'>;
type NextStepRequest = { readonly lead: Stepper; readonly anchor: RefObject<Element | null> };

const near = [
  [0, 'Today'],
  [1, 'Tomorrow'],
  [3, 'In 3 days'],
  [7, 'In a week'],
  [14, 'In 2 weeks'],
] as const;

export function useNextStep(): {
  readonly ask: (lead: Stepper, anchor: RefObject<Element | null>) => void;
  readonly question: ReactNode;
} {
  const [request, setRequest] = useState<NextStepRequest | null>(null);
  return {
    ask: (lead, anchor) => setRequest({ lead, anchor }),
    question: request && <NextStep key={request.lead.id} {...request} onClose={() => setRequest(null)} />,
  };
}

function NextStep({ lead, anchor, onClose }: NextStepRequest & { readonly onClose: () => void }) {
  const { today, date } = useFormat();
  const { run } = useCommand('leads.setNextStep');
  const [what, setWhat] = useState(lead.nextStep ?? '');
  const [on, setOn] = useState(lead.nextStepOn ?? addDays(today, 1));
  const [error, setError] = useState<string | null>(null);
  const busy = useRef(false);

  async function save(nextStep: string | null, nextStepOn: string | null, done: string) {
    if (busy.current) return;
    busy.current = true;
    const result = await run({ id: lead.id, nextStep, nextStepOn }, { done, quiet: true });
    busy.current = false;
    if (result.ok) onClose();
    else setError(result.error.message);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isPlainDate(on)) return setError('Choose a day.');
    void save(what.trim() || null, on, `Next step for ${lead.name}: ${what.trim() || 'follow up'}, ${date(on)}.`);
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
        <DateChips
          label="When"
          onChange={setOn}
          options={near.map(([days, label]) => ({ date: addDays(today, days), label }))}
          value={on}
        />
        <div className={styles.foot}>
          {(lead.nextStep ?? lead.nextStepOn) !== null && (
            <Button look="plain" onClick={() => save(null, null, `Next step for ${lead.name} done.`)}>
              Mark done
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Floating>
  );
}
