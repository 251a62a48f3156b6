// A deal on the table: its name, amount and expected close; or the amount it was won with.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { isPlainDate } from '../../../shared/dates.ts';
import { minorUnits } from '../../../shared/money.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { parseAmount } from '../../ui/parse.ts';
import { FormFoot } from './FormFoot.tsx';
import type { FormProps } from './MoveQuestion.tsx';
import styles from './moves.module.css';
import { useAnswer } from './use-answer.ts';

type Props = FormProps & { readonly asked: 'opportunity' | 'win'; readonly known: Output<'leads.get'> | null };

export function DealForm({ asked, known, onAnswer, onCancel }: Props) {
  const { settings } = useWorkspace();
  const format = useFormat();
  const open = known?.deals.findLast(deal => deal.status === 'open');
  const [amount, setAmount] = useState(open?.amount == null ? '' : format.money(open.amount));
  const [name, setName] = useState(open?.name ?? known?.lead.company ?? '');
  const [close, setClose] = useState(open?.expectedClose ?? '');

  const { submit, error, busy } = useAnswer(onAnswer, () => {
    const value = amount.trim() === '' ? null : parseAmount(amount, minorUnits(settings.currency));
    if (amount.trim() !== '' && value === null) return 'An amount looks like 1,200.50.';
    if (asked === 'win') return { to: 'customer', amount: value };
    return {
      to: 'opportunity',
      amount: value,
      dealName: name.trim() || null,
      expectedClose: isPlainDate(close) ? close : null,
    };
  });

  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        inputMode="decimal"
        label={asked === 'win' ? 'Won with' : 'Amount'}
        layout="row"
        onChange={setAmount}
        placeholder={format.money(120_000)}
        value={amount}
      />
      {asked === 'opportunity' && (
        <>
          <Input label="Expected close" layout="row" onChange={setClose} type="date" value={close} />
          <Input label="Deal" layout="row" onChange={setName} placeholder="What it is called" value={name} />
        </>
      )}
      <FormFoot busy={busy} error={error} label={asked === 'win' ? 'Won' : 'Move to Opportunity'} onCancel={onCancel} />
    </form>
  );
}
