// Asks for the passphrase of a workspace that is to be opened.
import { type FormEvent, useId, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { LockProgress } from './LockProgress.tsx';
import styles from './passphrase.module.css';

type Props = { readonly locked: NonNullable<Output<'workspaces.state'>['locked']> };

export function UnlockDialog({ locked: { file, name, wasLeftOpen } }: Props) {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const cancel = () => !busy && void call('workspaces.cancelUnlock', {});
  const unlock = useOnce(async () => {
    setBusy(true);
    announce('Unlocking workspace');
    const result = await call('workspaces.unlock', { passphrase: typed });
    setBusy(false);
    if (!result.ok) setProblem(result.error.message);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void unlock();
  };
  return (
    <Dialog
      help="passphrase"
      actions={
        <>
          <Button disabled={busy} onClick={cancel}>
            Cancel
          </Button>
          <Button disabled={busy} form={form} look="primary" type="submit">
            {busy ? 'Unlocking…' : 'Unlock'}
          </Button>
        </>
      }
      onClose={cancel}
      title={`Unlock ${name}`}
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <p className={styles.path}>{file}</p>
        {wasLeftOpen && (
          <Notice tone="warning">
            Ripen ended without locking this workspace, so the file can be read by anyone with access to it. Nothing is
            lost. Unlock it, and it is locked again when you close it.
          </Notice>
        )}
        <Input
          data-autofocus
          error={problem}
          label="Passphrase"
          meaning="The recovery key from your recovery sheet opens the workspace, too."
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          readOnly={busy}
          type="password"
          value={typed}
        />
        {busy && <LockProgress label="Decrypting" />}
      </form>
    </Dialog>
  );
}
