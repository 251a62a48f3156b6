// Score adjustment dialog, and the MQL exclusion.
import { type FormEvent, useId, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import styles from '../../parts/lead/lead.module.css';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { parseNumber } from '../../ui/parse.ts';

type Props = { readonly leadId: string; readonly onClose: () => void };

const most = 1000;

/** Nothing is drawn until the name is known. */
export function AdjustScore({ leadId, onClose }: Props) {
  const detail = useRead('leads.get', { id: leadId }).data;
  const { run } = useCommand('leads.adjustScore');
  const [typed, setTyped] = useState('10');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ readonly points?: string; readonly reason?: string }>({});
  const form = useId();
  const save = useOnce(async () => {
    const points = parseNumber(typed.replace('−', '-'));
    if (points === null || points === 0 || !Number.isInteger(points) || Math.abs(points) > most) {
      return setProblem({ points: `Enter a whole number from −${most} to ${most}, other than 0.` });
    }
    if (reason.trim() === '') return setProblem({ reason: 'Enter a reason (shown on the receipt).' });
    const sentence = `${points > 0 ? 'added to' : 'subtracted from'} ${detail?.name}`;
    const result = await run(
      { id: leadId, points, reason },
      { done: `${Math.abs(points)} points ${sentence}.`, quiet: true },
    );
    if (result.ok) onClose();
    else setProblem({ reason: result.error.message });
  });
  if (!detail) return null;
  return (
    <Dialog
      help="score"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} look="primary" type="submit">
            Save adjustment
          </Button>
        </>
      }
      onClose={onClose}
      title={`Adjust score: ${detail.name}`}
    >
      <form
        className={styles.manual}
        id={form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>Adds a line to the score from today. It does not decay, and you can remove it later.</p>
        <Input
          data-autofocus
          error={problem.points ?? null}
          inputMode="numeric"
          label="Points"
          meaning="Use a minus sign to subtract points."
          onChange={setTyped}
          value={typed}
        />
        <Input
          error={problem.reason ?? null}
          label="Why"
          maxLength={500}
          onChange={setReason}
          placeholder="Met at the trade show, wants a quote"
          value={reason}
        />
      </form>
    </Dialog>
  );
}

export function MqlExclusion({ leadId, onClose }: Props) {
  const detail = useRead('leads.get', { id: leadId }).data;
  const { run } = useCommand('leads.setMqlExclusion');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const reason = typed ?? detail?.lead.mqlExclusion ?? '';
  const save = useOnce(async (next: string | null, done: string) => {
    const result = await run({ id: leadId, reason: next }, { done, quiet: true });
    if (result.ok) onClose();
    else setProblem(result.error.message);
  });
  if (!detail) return null;
  const { name, lead } = detail;
  return (
    <Dialog
      help="score"
      actions={
        <>
          {lead.mqlExclusion !== null && (
            <Button look="plain" onClick={() => save(null, `${name} may become MQL again.`)}>
              Allow MQL again
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} look="primary" type="submit">
            Exclude from MQL
          </Button>
        </>
      }
      onClose={onClose}
      title={`Exclude from MQL: ${name}`}
    >
      <form
        className={styles.manual}
        id={form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (reason.trim() === '') setProblem('Enter a reason.');
          else void save(reason.trim(), `${name} excluded from MQL.`);
        }}
      >
        <p>This lead will not become MQL, whatever its score. A lead that is already MQL stays MQL.</p>
        <Input
          data-autofocus
          error={problem}
          label="Why"
          maxLength={500}
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          placeholder="Supplier"
          value={reason}
        />
      </form>
    </Dialog>
  );
}
