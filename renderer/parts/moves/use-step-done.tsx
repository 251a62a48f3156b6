// Done with a next step: shows what it is logged as, and asks for the next one. Enter does both.
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { DueStep } from '../../../shared/contract/board.ts';
import type { Output } from '../../../shared/contract.ts';
import { addDays, isPlainDate } from '../../../shared/dates.ts';
import { nextDay, repeatLabels, seenStep, stepText } from '../../../shared/next-step.ts';
import { call } from '../../api/call.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { dropBoxDraft, useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { DateChips } from './DateChips.tsx';
import { useDraftBox } from './draft-box.ts';
import styles from './moves.module.css';
import { nearDays } from './near-days.ts';
import { useStepText } from './use-step-text.ts';

type ActivityTypes = Output<'activityTypes.list'>;

/** The question may be answered before the types are there. */
async function labelOf(typeId: string, types: ActivityTypes): Promise<string | undefined> {
  const asked = types.length > 0 ? null : await call('activityTypes.list', {});
  return (asked?.ok ? asked.value : types).find(({ id }) => id === typeId)?.label;
}

type Done = {
  readonly row: Pick<DueStep['row'], 'id' | 'name'>;
  readonly step: DueStep['step'];
  readonly typeId: string | null;
};
type DoneRequest = { readonly done: Done; readonly anchor: RefObject<Element | null> };

/** Our own activities that are offered beside the guess. */
const usual = ['call-made', 'email-sent', 'meeting-held', 'proposal-sent'];

export function useStepDone(): {
  readonly ask: (done: Done, anchor: RefObject<Element | null>) => void;
  readonly question: ReactNode;
} {
  const [request, setRequest] = useState<DoneRequest | null>(null);
  return {
    ask: (done, anchor) => setRequest({ done, anchor }),
    question: request && <StepDone key={request.done.step.id} {...request} onClose={() => setRequest(null)} />,
  };
}

function StepDone({ done, anchor, onClose }: DoneRequest & { readonly onClose: () => void }) {
  const { row, step } = done;
  const { today, date } = useFormat();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const { run } = useCommand('nextSteps.done');
  const [typeId, setTypeId] = useState(done.typeId ?? 'none');
  const draft = useDraftBox(['done', step.id], [row.id], `Done: ${stepText(step)}, ${row.name}`);
  const [note, setNote] = useBoxDraft(draft, 'note');
  const [what, setWhat] = useBoxDraft(draft, 'what');
  const { day, choose, planned } = useStepText({
    what,
    was: '',
    dated: false,
    usual: { on: addDays(today, 7), time: '' },
  });
  const [error, setError] = useState<string | null>(null);
  const busy = useRef(false);
  const offered = types.filter(({ id, archived }) => !archived && (usual.includes(id) || id === done.typeId));
  const again = nextDay(step, today);

  function cancel() {
    dropBoxDraft(draft.key);
    onClose();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy.current) return;
    if (what.trim() !== '' && !isPlainDate(day.on)) return setError('Choose a day.');
    busy.current = true;
    const plan = what.trim() === '' ? undefined : await planned();
    if (plan === null || typeof plan === 'string') {
      busy.current = false;
      return plan === null ? undefined : setError(plan);
    }
    const next = plan === undefined ? null : { ...plan, time: plan.time || null, repeats: null };
    const result = await run(
      {
        leadId: row.id,
        id: step.id,
        seen: seenStep(step),
        typeId: typeId === 'none' ? null : typeId,
        note: note.trim() || null,
        next,
      },
      {
        done: async () => {
          const label = typeId === 'none' ? undefined : await labelOf(typeId, types);
          const logged = label === undefined ? '' : ` Logged: ${label}.`;
          return `Done: ${stepText(step)}, ${row.name}.${logged}${next === null ? '' : ` Next: ${stepText(next)}, ${[date(next.on), next.time].filter(Boolean).join(', ')}.`}`;
        },
        quiet: true,
      },
    );
    busy.current = false;
    if (!result.ok) return setError(result.error.message);
    dropBoxDraft(draft.key);
    onClose();
  }

  return (
    <Floating anchor={anchor} label={`Done: ${stepText(step)}, ${row.name}`} onClose={onClose} role="dialog">
      <form className={styles.sheet} onSubmit={submit}>
        <h2 className={styles.title}>
          <span>
            Done: {stepText(step)}, {row.name}
          </span>
        </h2>
        <Chips
          label="Log as"
          onChange={setTypeId}
          options={[
            ...offered.map(({ id, label: text }) => ({ value: id, label: text })),
            { value: 'none', label: 'Nothing' },
          ]}
          titled
          value={typeId}
        />
        <Input label="Note" maxLength={5000} onChange={setNote} placeholder={stepText(step)} value={note} />
        <Input
          data-autofocus
          error={error}
          label="Next step"
          maxLength={500}
          onChange={setWhat}
          placeholder={again === null ? 'None, or what comes next' : `Again ${date(again)}`}
          value={what}
        />
        {what.trim() !== '' && (
          <DateChips label="When" onChange={on => choose({ on })} options={nearDays(today)} value={day.on} />
        )}
        {step.repeats !== null && again !== null && (
          <p className={styles.small}>
            Repeats {repeatLabels[step.repeats]}: it comes up again on {date(again)}.
          </p>
        )}
        <div className={styles.foot}>
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" type="submit">
            {what.trim() === '' ? 'Log as done' : 'Log and plan'}
          </Button>
        </div>
      </form>
    </Floating>
  );
}
