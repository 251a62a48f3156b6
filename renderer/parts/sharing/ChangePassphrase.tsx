// Changes the passphrase of the shared workspace, after a computer was lost say.
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { NewPassphraseFields, notTheSame, type PassphraseProblem } from './NewPassphraseFields.tsx';
import styles from './sharing.module.css';

export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [problem, setProblem] = useState<PassphraseProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = useOnce(async () => {
    const { passphrase, again } = typed;
    if (passphrase !== again) return setProblem(notTheSame);
    setBusy(true);
    const result = await call('sharing.changePassphrase', { passphrase });
    setBusy(false);
    if (!result.ok) return setProblem({ field: 'passphrase', text: result.error.message });
    showToast('Passphrase changed. Enter the new one on each of the other computers.');
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <Dialog
      help="sharing"
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={busy} form={form} look="primary" type="submit">
            {busy ? 'One moment…' : 'Change passphrase'}
          </Button>
        </>
      }
      onClose={() => !busy && onClose()}
      title="Change passphrase of the shared workspace"
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <p>
          Each of the other computers asks for the new passphrase, and gets nothing new until it is entered there. So a
          lost computer gets nothing new. What it already has, it keeps.
        </p>
        <NewPassphraseFields
          label="New passphrase"
          onType={next => {
            setTyped(next);
            setProblem(null);
          }}
          problem={problem}
          readOnly={busy}
          typed={typed}
        />
        <Notice tone="warning">
          <b>Write the new passphrase down.</b> Tell it to the others by phone or in person.
        </Notice>
      </form>
    </Dialog>
  );
}
