// The owner's own word on a score: points given or taken with a reason, or the mark "never MQL".
import { type FormEvent, useId, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { parseNumber } from '../../ui/parse.ts';
import styles from './lead.module.css';

type Props = { readonly leadId: string; readonly onClose: () => void };

const most = 1000;

/** Nothing is drawn until the name is known. */
export function GivePoints({ leadId, onClose }: Props) {
  const detail = useRead('leads.get', { id: leadId }).data;
  const { run } = useCommand('leads.addPoints');
  const [typed, setTyped] = useState('10');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ readonly points?: string; readonly reason?: string }>({});
  const form = useId();
  const save = useOnce(async () => {
    const points = parseNumber(typed.replace('−', '-'));
    if (points === null || points === 0 || !Number.isInteger(points) || Math.abs(points) > most) {
      return setProblem({ points: `A whole number from −${most} to ${most}, and not 0.` });
    }
    if (reason.trim() === '') return setProblem({ reason: 'Say why. It stands on the receipt.' });
    const words = `${points > 0 ? 'given to' : 'taken from'} ${detail?.name}`;
    const result = await run(
      { id: leadId, points, reason },
      { done: `${Math.abs(points)} points ${words}.`, quiet: true },
    );
    if (result.ok) onClose();
    else setProblem({ reason: result.error.message });
  });
  if (!detail) return null;
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} look="primary" type="submit">
            Give points
          </Button>
        </>
      }
      onClose={onClose}
      title={`Points by hand: ${detail.name}`}
    >
      <form
        className={styles.byHand}
        id={form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>A line of the score like any other, from today on. It never fades, and can be taken back.</p>
        <Input
          data-autofocus
          error={problem.points ?? null}
          inputMode="numeric"
          label="Points"
          meaning="With a minus they are taken away."
          onChange={setTyped}
          value={typed}
        />
        <Input
          error={problem.reason ?? null}
          label="Why"
          maxLength={500}
          onChange={setReason}
          placeholder="Met at the fair, wants an offer"
          value={reason}
        />
      </form>
    </Dialog>
  );
}

export function NeverMql({ leadId, onClose }: Props) {
  const detail = useRead('leads.get', { id: leadId }).data;
  const { run } = useCommand('leads.setNeverMql');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const reason = typed ?? detail?.lead.neverMql ?? '';
  const save = useOnce(async (next: string | null, done: string) => {
    const result = await run({ id: leadId, reason: next }, { done, quiet: true });
    if (result.ok) onClose();
    else setProblem(result.error.message);
  });
  if (!detail) return null;
  const { name, lead } = detail;
  return (
    <Dialog
      actions={
        <>
          {lead.neverMql !== null && (
            <Button look="plain" onClick={() => save(null, `${name} may become MQL again.`)}>
              Take the mark back
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} look="primary" type="submit">
            Mark
          </Button>
        </>
      }
      onClose={onClose}
      title={`Never MQL: ${name}`}
    >
      <form
        className={styles.byHand}
        id={form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (reason.trim() === '') setProblem('Say why, so that it is still understood in a year.');
          else void save(reason.trim(), `${name} never becomes MQL by score.`);
        }}
      >
        <p>
          However high the score rises, it makes no MQL of this lead. Somebody who is MQL already stays where they are.
        </p>
        <Input
          data-autofocus
          error={problem}
          label="Why"
          maxLength={500}
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          placeholder="Sells to us"
          value={reason}
        />
      </form>
    </Dialog>
  );
}
