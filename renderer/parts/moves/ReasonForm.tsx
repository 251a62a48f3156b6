// Moves that carry a reason: rejecting, losing, disqualifying; and nurture, which carries a date.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import type { Output } from '../../../shared/contract.ts';
import { addMonths, isPlainDate } from '../../../shared/dates.ts';
import {
  type DisqualifyReason,
  disqualifyReasons,
  type LostReason,
  lostReasons,
  type RejectReason,
  rejectReasons,
} from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { useFormat } from '../../ui/format.tsx';
import { DateChips } from './DateChips.tsx';
import { FormFoot } from './FormFoot.tsx';
import type { FormProps } from './form-props.ts';
import styles from './moves.module.css';
import { Planned, type StepsEnd } from './Planned.tsx';
import { useAnswer } from './use-answer.ts';

type ReasonQuestion = 'reject' | 'nurture' | 'lose' | 'disqualify';
type Reason = RejectReason | LostReason | DisqualifyReason;

const reasonsOf: Readonly<Record<ReasonQuestion, Readonly<Partial<Record<Reason, string>>> | null>> = {
  reject: rejectReasons,
  nurture: null,
  lose: lostReasons,
  disqualify: disqualifyReasons,
};
const buttons: Readonly<Record<ReasonQuestion, string>> = {
  reject: 'Reject',
  nurture: 'Move to Nurture',
  lose: 'Mark as lost',
  disqualify: 'Disqualify',
};
const untilOptions = [1, 3, 6, 12] as const;

type Props = FormProps & { readonly questionKind: ReasonQuestion; readonly known: Output<'leads.get'> | null };

export function ReasonForm({ questionKind, known, who, onAnswer, onCancel, draft }: Props) {
  const { today } = useFormat();
  const [reason, setReason] = useState<Reason | null>(null);
  const [until, setUntil] = useState(addMonths(today, 3));
  const [note, setNote] = useBoxDraft(draft, 'note');
  /** Null: not chosen; then it is the plan that starts by itself for the reason, or none. */
  const [chosenPlan, setChosenPlan] = useState<string | null>(null);
  const plans =
    useRead('nurture.plans', {}, { when: questionKind === 'reject' || questionKind === 'nurture' }).data ?? [];
  const offered = plans.filter(plan => !plan.archived && plan.touches.length > 0);
  const own = offered.find(({ starts }) => starts.rejected.some(one => one === reason));
  const planId = chosenPlan ?? (questionKind === 'reject' ? own?.id : undefined) ?? 'none';
  const reasons = reasonsOf[questionKind];
  const [steps, setSteps] = useState<StepsEnd>('keep');
  // Someone who bought before stays a customer, and so may what is planned for them.
  const mayKeep = questionKind === 'lose' && known?.deals.some(({ status }) => status === 'won');
  const dated = questionKind === 'reject' || questionKind === 'nurture';

  const { submit, error, busy } = useAnswer({ onAnswer, draft }, () => {
    if (reasons !== null && reason === null) return 'Choose a reason.';
    if (dated && !isPlainDate(until)) return 'Choose a follow-up day.';
    if (dated && until <= today) return 'Choose a follow-up day after today.';
    const move = moveOf(questionKind, reason, until, note.trim() || null);
    // Of several each is asked nothing: those who bought before keep what is planned.
    if (move.to === 'lost') return mayKeep ? { ...move, endSteps: steps === 'end' } : move;
    if (move.to !== 'nurture') return move;
    const ended = { ...move, endSteps: steps === 'end' };
    return chosenPlan === null ? ended : { ...ended, planId: chosenPlan === 'none' ? null : chosenPlan };
  });

  const noteField = useRef<HTMLInputElement>(null);
  return (
    <form className={styles.form} onKeyDown={event => writeInNote(event, noteField.current)} onSubmit={submit}>
      {reasons !== null && (
        <Chips
          label="Why"
          onChange={setReason}
          options={Object.entries(reasons).map(([value, label]) => ({ value: value as Reason, label }))}
          titled
          value={reason}
        />
      )}
      {dated && (
        <DateChips
          label="Follow up on"
          onChange={setUntil}
          options={untilOptions.map(months => ({
            date: addMonths(today, months),
            label: months === 12 ? 'In a year' : months === 1 ? 'In a month' : `In ${months} months`,
          }))}
          value={until}
        />
      )}
      {dated && offered.length > 0 && (
        <Chips
          label="Nurture plan"
          onChange={setChosenPlan}
          options={[{ value: 'none', label: 'None' }, ...offered.map(plan => ({ value: plan.id, label: plan.label }))]}
          titled
          value={planId}
        />
      )}
      {own && chosenPlan === null && planId === own.id && (
        <p className={styles.small}>
          “{own.label}” starts by itself for this reason, unless they are on a plan, were on this one, or opted out.
        </p>
      )}
      <Input
        data-note
        label="Note"
        layout="row"
        maxLength={5000}
        onChange={setNote}
        placeholder="Optional"
        ref={noteField}
        value={note}
      />
      <Planned who={who} onChange={setSteps} value={dated || mayKeep ? steps : null} />
      <FormFoot busy={busy} error={error} label={buttons[questionKind]} onCancel={onCancel} />
    </form>
  );
}

/** Letters typed on a reason are a note: the key that follows, such as Space, must not choose a reason. */
function writeInNote(event: KeyboardEvent, field: HTMLInputElement | null): void {
  const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
  if (!isRadio || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ' || event.key.length > 1) return;
  // The key then writes where the keyboard is.
  field?.focus();
}

function moveOf(questionKind: ReasonQuestion, reason: Reason | null, until: string, note: string | null): Move {
  switch (questionKind) {
    case 'reject':
    case 'nurture':
      return { to: 'nurture', until, reason: reason as RejectReason | null, note };
    case 'lose':
      return { to: 'lost', reason: reason as LostReason, note };
    case 'disqualify':
      return { to: 'disqualified', reason: reason as DisqualifyReason, note };
    default:
      return questionKind satisfies never;
  }
}
