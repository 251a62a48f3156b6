// Form of one deal.
import { type FormEvent, type RefObject, useState } from 'react';
import { isPlainDate } from '../../../shared/dates.ts';
import type { Deal } from '../../../shared/deal.ts';
import type { Result } from '../../../shared/result.ts';
import { type LostReason, lostReasons } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { FormFoot } from '../../parts/moves/FormFoot.tsx';
import { endedText } from '../../parts/moves/move-text.ts';
import styles from '../../parts/moves/moves.module.css';
import { Planned, type StepsEnd } from '../../parts/moves/Planned.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { amountProblem, parseAmount } from '../../ui/parse.ts';

export type DealAction =
  | { readonly what: 'won' | 'lost'; readonly deal: Deal }
  /** Null: a new one. */
  | { readonly what: 'edit'; readonly deal: Deal | null };

type Props = {
  readonly leadId: string;
  /** The lead is lost where this deal is. */
  readonly losesLead: boolean;
  readonly action: DealAction;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
};

const titles = { won: 'Won', lost: 'Lost', edit: 'Deal' } as const;

export function DealSheet({ leadId, losesLead, action, anchor, onClose }: Props) {
  const { what, deal } = action;
  const { settings } = useWorkspace();
  const format = useFormat();
  const save = useCommand('deals.save');
  const close = useCommand('deals.close');
  const [name, setName] = useState(deal?.name ?? '');
  const [amount, setAmount] = useState(deal?.amount == null ? '' : format.money(deal.amount));
  const [expected, setExpected] = useState(deal?.expectedClose ?? '');
  const [chance, setChance] = useState(deal?.probability == null ? '' : String(deal.probability));
  const [reason, setReason] = useState<LostReason | null>(null);
  const [note, setNote] = useState('');
  const [steps, setSteps] = useState<StepsEnd>('keep');
  const [error, setError] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const value = amount.trim() === '' ? null : parseAmount(amount, settings.currency);
    if (amount.trim() !== '' && value === null) return setError(amountProblem(amount, settings.currency));
    const percent = chance.trim() === '' ? null : Number(chance.replace('%', ''));
    if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) {
      return setError('A probability is a number from 0 to 100.');
    }
    const result = await send(value, percent);
    if (result === null) return setError('Choose a reason.');
    if (result.ok) onClose();
    else setError(result.error.message);
  }

  async function send(value: number | null, probability: number | null): Promise<Result<unknown> | null> {
    const said = note.trim() || null;
    if (what === 'edit') {
      const expectedClose = isPlainDate(expected) ? expected : null;
      const input = {
        id: deal?.id ?? null,
        leadId,
        name: name.trim() || null,
        amount: value,
        expectedClose,
        probability,
      };
      return save.run(input, { done: deal ? 'Deal saved.' : 'Deal opened.', quiet: true });
    }
    if (what === 'won') {
      const end = { how: 'won', amount: value } as const;
      const input = { id: deal.id, end, note: said, endSteps: steps === 'end' };
      return close.run(input, { done: ({ endedSteps }) => `Won: ${deal.name}.${endedText(endedSteps)}`, quiet: true });
    }
    if (reason === null) return null;
    const end = { how: 'lost', reason } as const;
    const input = { id: deal.id, end, note: said, endSteps: losesLead || steps === 'end' };
    return close.run(input, { done: ({ endedSteps }) => `Lost: ${deal.name}.${endedText(endedSteps)}`, quiet: true });
  }

  return (
    <Floating anchor={anchor} label={titles[what]} onClose={onClose} role="dialog">
      <form className={styles.sheet} data-asked="opportunity" onSubmit={submit}>
        <h2 className={styles.title}>
          <span>{deal ? `${titles[what]}: ${deal.name}` : 'New deal'}</span>
        </h2>
        {what === 'lost' && (
          <Chips
            label="Why"
            onChange={setReason}
            options={Object.entries(lostReasons).map(([value, label]) => ({ value: value as LostReason, label }))}
            titled
            value={reason}
          />
        )}
        {what !== 'lost' && (
          <Input
            inputMode="decimal"
            label={what === 'won' ? 'Won amount' : 'Amount'}
            layout="row"
            onChange={setAmount}
            placeholder={format.money(120_000)}
            value={amount}
          />
        )}
        {what === 'edit' ? (
          <>
            <Input label="Expected close" layout="row" onChange={setExpected} type="date" value={expected} />
            <Input
              inputMode="numeric"
              label="Probability, %"
              layout="row"
              meaning="How likely the deal is to be won. If empty, the default of the stage from Settings is used."
              onChange={setChance}
              placeholder="stage default"
              value={chance}
            />
            <Input label="Deal" layout="row" onChange={setName} placeholder="Deal name" value={name} />
          </>
        ) : (
          <Input
            label={what === 'won' ? 'Why' : 'Note'}
            layout="row"
            onChange={setNote}
            placeholder="Optional"
            value={note}
          />
        )}
        {what !== 'edit' && (
          <Planned
            who={{ by: 'ids', ids: [leadId] }}
            onChange={setSteps}
            value={what === 'lost' && losesLead ? null : steps}
          />
        )}
        <FormFoot
          busy={save.busy || close.busy}
          error={error}
          label={what === 'edit' ? (deal ? 'Save' : 'Open deal') : titles[what]}
          onCancel={onClose}
        />
      </form>
    </Floating>
  );
}
