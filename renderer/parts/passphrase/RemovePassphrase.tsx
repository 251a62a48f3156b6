// Unlocks a workspace for good: it and its backups are decrypted and stay so.
import { type FormEvent, useId, useState } from 'react';
import { removingJob } from '../../../shared/contract/passphrase.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { LockProgress } from './LockProgress.tsx';
import styles from './passphrase.module.css';

export function RemovePassphrase({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [canceling, setCanceling] = useState(false);
  const remove = useOnce(async () => {
    setBusy(true);
    const result = await call('passphrase.remove', { passphrase: typed });
    setBusy(false);
    setCanceling(false);
    if (!result.ok) return setProblem(result.error.message);
    showToast(
      result.value.removed
        ? 'This workspace no longer has a passphrase.'
        : 'Canceled. This workspace keeps its passphrase; its backups are being encrypted again.',
    );
    onClose();
  });
  // The dialog closes once the job has ended, and says how.
  const cancel = () => {
    setCanceling(true);
    void call('passphrase.cancelRemove', {});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void remove();
  };
  return (
    <Dialog
      help="passphrase"
      actions={
        <>
          <Button disabled={canceling} onClick={busy ? cancel : onClose}>
            {canceling ? 'Canceling…' : 'Cancel'}
          </Button>
          <Button disabled={busy} form={form} look="danger" type="submit">
            Unlock for good
          </Button>
        </>
      }
      // Not by a click beside it: minutes of work would be lost.
      onClose={() => !busy && onClose()}
      title="Unlock for good"
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <p>
          The workspace and its backups are decrypted. From then on anyone with access to the files can read them.
          Copies saved elsewhere stay locked with this passphrase.
        </p>
        <Input
          data-autofocus
          error={problem}
          label="Passphrase"
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          readOnly={busy}
          type="password"
          value={typed}
        />
        {busy && <LockProgress job={removingJob} label="Decrypting backups" />}
      </form>
    </Dialog>
  );
}
