// Deal form of a move: name, amount, expected close, or won amount.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { isPlainDate } from '../../../shared/dates.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { useFormat } from '../../ui/format.tsx';
import { amountProblem, parseAmount } from '../../ui/parse.ts';
import { FormFoot } from './FormFoot.tsx';
import type { FormProps } from './form-props.ts';
import styles from './moves.module.css';
import { Planned, type StepsEnd } from './Planned.tsx';
import { useAnswer } from './use-answer.ts';

/** again: a customer may buy once more, or has not bought after all. */
type Props = FormProps & {
  readonly questionKind: 'opportunity' | 'win' | 'again';
  readonly known: Output<'leads.get'> | null;
};

const buttons = { opportunity: 'Move to Opportunity', win: 'Won', again: 'Open deal' } as const;
const agains = [
  { value: 'stay', label: 'Repeat customer' },
  { value: 'reopen', label: 'Undo the sale' },
] as const;

export function DealForm({ questionKind, known, who, onAnswer, onCancel, draft }: Props) {
  const { settings } = useWorkspace();
  const format = useFormat();
  const [again, setAgain] = useState<'stay' | 'reopen'>('stay');
  const [note, setNote] = useBoxDraft(draft, 'note');
  const open = questionKind === 'again' ? undefined : known?.deals.findLast(deal => deal.status === 'open');
  const [amount, setAmount] = useBoxDraft(draft, 'amount', open?.amount == null ? '' : format.money(open.amount));
  const [name, setName] = useBoxDraft(draft, 'name', open?.name ?? known?.lead.company ?? '');
  const [steps, setSteps] = useState<StepsEnd>('keep');
  const [close, setClose] = useState(open?.expectedClose ?? '');

  const { submit, error, busy } = useAnswer({ onAnswer, draft }, () => {
    const value = amount.trim() === '' ? null : parseAmount(amount, settings.currency);
    if (amount.trim() !== '' && value === null) return amountProblem(amount, settings.currency);
    if (questionKind === 'win') {
      return { to: 'customer', amount: value, note: note.trim() || null, endSteps: steps === 'end' };
    }
    return {
      to: 'opportunity',
      amount: value,
      dealName: name.trim() || null,
      expectedClose: isPlainDate(close) ? close : null,
      ...(questionKind === 'again' ? { again } : {}),
    };
  });

  return (
    <form className={styles.form} onSubmit={submit}>
      {questionKind === 'again' && (
        <Chips label="This lead is a customer" onChange={setAgain} options={agains} titled value={again} />
      )}
      <Input
        inputMode="decimal"
        label={questionKind === 'win' ? 'Won amount' : 'Amount'}
        layout="row"
        onChange={setAmount}
        placeholder={format.money(120_000)}
        value={amount}
      />
      {questionKind === 'win' && (
        <Input
          label="Why"
          layout="row"
          maxLength={5000}
          onChange={setNote}
          placeholder="What won the deal (optional)"
          value={note}
        />
      )}
      {questionKind !== 'win' && (
        <>
          <Input label="Expected close" layout="row" onChange={setClose} type="date" value={close} />
          <Input label="Deal" layout="row" onChange={setName} placeholder="Deal name" value={name} />
        </>
      )}
      {questionKind === 'win' && <Planned who={who} onChange={setSteps} value={steps} />}
      <FormFoot
        busy={busy}
        error={error}
        label={buttons[again === 'reopen' ? 'opportunity' : questionKind]}
        onCancel={onCancel}
      />
    </form>
  );
}
