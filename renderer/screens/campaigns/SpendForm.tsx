// Form of one spend entry.
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { amountProblem, parseAmount } from '../../ui/parse.ts';
import styles from './campaigns.module.css';
import type { SpendEntry } from './spend-entry.ts';

type Props = { readonly entry: SpendEntry | null; readonly onClose: () => void };
type Problem = { readonly field: string; readonly message: string };

export function SpendForm({ entry, onClose }: Props) {
  const { channels, campaigns, today } = useWorkspace();
  const format = useFormat();
  const save = useCommand('spend.save');
  const [target, setTarget] = useState<string | null>(entry === null ? null : (entry.campaignId ?? entry.channelId));
  const [amount, setAmount] = useState(entry === null ? '' : format.money(entry.amount));
  const [startsOn, setStartsOn] = useState(entry?.startsOn ?? today);
  const [endsOn, setEndsOn] = useState(entry?.endsOn ?? today);
  const [note, setNote] = useState(entry?.note ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemOf = (field: string) => (problem?.field === field ? problem.message : null);
  const inUse = <T extends { readonly archived: boolean; readonly id: string }>(rows: readonly T[]) =>
    rows.filter(row => !row.archived || row.id === target);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const read = parseAmount(amount, format.currency);
    if (read === null || read < 0)
      return setProblem({ field: 'amount', message: amountProblem(amount, format.currency) });
    const campaign = campaigns.find(({ id }) => id === target);
    const result = await save.run(
      {
        id: entry?.id ?? null,
        channelId: campaign ? campaign.channelId : target,
        campaignId: campaign?.id ?? null,
        amount: read,
        startsOn,
        endsOn,
        note: note.trim() || null,
      },
      { done: `Saved: ${format.money(read)}.`, quiet: true },
    );
    if (result.ok) onClose();
    else setProblem({ field: result.error.field ?? 'amount', message: result.error.message });
  }

  return (
    <Dialog
      help="campaigns"
      actions={
        <Button disabled={save.busy} form="bill" look="primary" type="submit">
          Save
        </Button>
      }
      onClose={onClose}
      title={entry === null ? 'Add spend' : 'Edit spend'}
    >
      <form className={styles.form} id="bill" onSubmit={submit}>
        <Field label="For" layout="stack">
          {ids => (
            <Choice
              {...ids}
              clearable
              data-autofocus
              label="For"
              onChange={setTarget}
              options={[
                ...inUse(channels).map(({ id, label }) => ({ value: id, label })),
                ...inUse(campaigns).map(({ id, label }) => ({ value: id, label: `${label} (campaign)` })),
              ]}
              placeholder="General marketing"
              value={target}
            />
          )}
        </Field>
        <Input error={problemOf('amount')} label={`Amount in ${format.currency}`} onChange={setAmount} value={amount} />
        <Input error={problemOf('startsOn')} label="First day" onChange={setStartsOn} type="date" value={startsOn} />
        <Input error={problemOf('endsOn')} label="Last day" onChange={setEndsOn} type="date" value={endsOn} />
        <Input label="Note" onChange={setNote} value={note} />
      </form>
    </Dialog>
  );
}
