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
  const remove = useOnce(async () => {
    setBusy(true);
    const result = await call('passphrase.remove', { passphrase: typed });
    setBusy(false);
    if (!result.ok) return setProblem(result.error.message);
    showToast(
      result.value.removed
        ? 'This workspace no longer has a passphrase.'
        : 'Canceled. This workspace keeps its passphrase; its backups are encrypted again.',
    );
    onClose();
  });
  // It closes by itself once the job has ended, where it says how.
  const cancel = () => {
    if (busy) void call('passphrase.cancelRemove', {});
    else onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void remove();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button disabled={busy} form={form} look="danger" type="submit">
            Unlock for good
          </Button>
        </>
      }
      onClose={cancel}
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
