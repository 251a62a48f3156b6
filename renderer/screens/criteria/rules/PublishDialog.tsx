// Publish dialog: changes, reason, and who becomes MQL.
import { type FormEvent, useEffect, useId, useState } from 'react';
import { bridge } from '../../../api/bridge.ts';
import { call } from '../../../api/call.ts';
import { showToast } from '../../../api/toast-store.ts';
import { undoButton } from '../../../api/undo.ts';
import { errorMessage, useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { announce } from '../../../ui/feedback/announce.tsx';
import { ProgressBar } from '../../../ui/feedback/ProgressBar.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { StageGlyph } from '../../../ui/StageGlyph.tsx';
import { Changes } from '../Changes.tsx';
import styles from './draft-bar.module.css';

export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { draft, changes } = useRules();
  const promotions = useRead('criteria.promotions', {});
  const publish = useCommand('criteria.publish');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly done: number; readonly total: number | null } | null>(null);
  const form = useId();
  const jobId = `publish-${form}`;
  useEffect(() => bridge().onProgress(progress => progress.jobId === jobId && setDone(progress)), [jobId]);

  async function go(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '')
      return setProblem('Enter a short reason. It is shown in the meeting and in the version history.');
    const result = await publish.run({ jobId, reason }, { quiet: true });
    setProblem(errorMessage(result));
    if (!result.ok) return;
    onClose();
    const { number, promoted } = result.value;
    const leads =
      promoted === 0 ? 'No new MQLs.' : promoted === 1 ? '1 person became MQL.' : `${promoted} people became MQL.`;
    showToast(`Version ${number} published. ${leads}`, { action: undoButton(result.step) });
    announce(`Version ${number} published. ${leads}`);
  }

  return (
    <Dialog
      help="criteria"
      actions={
        <>
          <Button disabled={publish.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={publish.busy} form={form} look="primary" type="submit">
            Publish version {draft?.number}
          </Button>
        </>
      }
      onClose={() => !publish.busy && onClose()}
      title={`Publish version ${draft?.number ?? ''}`}
      width="wide"
    >
      <form className={styles.publish} id={form} onSubmit={go}>
        <Changes text={changes} />
        <Input
          data-autofocus
          error={problem}
          label="Why"
          maxLength={500}
          onChange={text => {
            setReason(text);
            setProblem(null);
          }}
          placeholder="Sales has capacity for more calls"
          value={reason}
        />
        <QueryBoundary of={promotions}>{value => <Promotions value={value} />}</QueryBoundary>
        {publish.busy && (
          <ProgressBar
            done={done?.done ?? 0}
            label="Publishing"
            onCancel={() => void call('criteria.cancel', { jobId })}
            total={done?.total ?? null}
            unit="people"
          />
        )}
      </form>
    </Dialog>
  );
}

type Promotions = NonNullable<ReturnType<typeof useRead<'criteria.promotions'>>['data']>;

function Promotions({ value: { count, leads } }: { readonly value: Promotions }) {
  const format = useFormat();
  return (
    <section aria-label="Who becomes MQL" className={styles.promotions}>
      <h3>
        {count === 0
          ? 'No one becomes MQL.'
          : count === 1
            ? '1 person becomes MQL:'
            : `${format.whole(count)} people become MQL:`}
      </h3>
      {count > 0 && (
        <ul className={styles.names}>
          {leads.map(({ leadId, name, company, stage, score }) => (
            <li key={leadId}>
              <StageGlyph stage={stage} />
              <span className={styles.name}>
                {name}
                {company && company !== name && <span className={styles.aside}>{company}</span>}
              </span>
              <span className={styles.score}>{score}</span>
            </li>
          ))}
        </ul>
      )}
      {count > leads.length && <p className={styles.aside}>and {format.whole(count - leads.length)} more.</p>}
      <p className={styles.aside}>No leads are moved back. Existing receipts keep their version.</p>
    </section>
  );
}
