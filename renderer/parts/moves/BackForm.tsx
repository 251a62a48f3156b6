// Move back from a deal: what happens to the deal, and why.
import { useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import type { Output } from '../../../shared/contract.ts';
import type { Stage } from '../../../shared/stages.ts';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { useFormat } from '../../ui/format.tsx';
import { FormFoot } from './FormFoot.tsx';
import type { FormProps } from './form-props.ts';
import { stageLabel } from './move-text.ts';
import styles from './moves.module.css';
import { useAnswer } from './use-answer.ts';

const fates = [
  { value: 'keep', label: 'Keep it open' },
  { value: 'drop', label: 'Mark it lost' },
] as const;

type Props = FormProps & { readonly to: Stage; readonly known: Output<'leads.get'> | null };

export function BackForm({ to, known, onAnswer, onCancel, draft }: Props) {
  const format = useFormat();
  const [fate, setFate] = useState<'keep' | 'drop'>('keep');
  const [note, setNote] = useBoxDraft(draft, 'note');
  const open = known?.deals.filter(deal => deal.status === 'open') ?? [];
  const won = known?.deals.filter(deal => deal.status === 'won') ?? [];
  const { submit, error, busy } = useAnswer({ onAnswer, draft }, () => {
    const move = { to, note: note.trim() || null, dropDeals: fate === 'drop' };
    return move as Extract<Move, { dropDeals?: boolean | undefined }>;
  });
  return (
    <form className={styles.form} onSubmit={submit}>
      {won.length > 0 && (
        <p className={styles.small}>
          What they bought stays in the figures. If the sale did not happen, move back to Opportunity instead.
        </p>
      )}
      {(open.length > 0 || known === null) && (
        <Chips
          label={
            open.length === 1 && open[0]?.amount != null ? `The deal of ${format.money(open[0].amount)}` : 'Open deals'
          }
          onChange={setFate}
          options={fates}
          titled
          value={fate}
        />
      )}
      <Input label="Why" layout="row" maxLength={5000} onChange={setNote} placeholder="Optional" value={note} />
      <FormFoot busy={busy} error={error} label={`Back to ${stageLabel(to)}`} onCancel={onCancel} />
    </form>
  );
}
