// Sets or changes the passphrase of the open workspace: typed twice, then the recovery key is shown, once.
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './passphrase.module.css';
import { RecoverySheet } from './RecoverySheet.tsx';

type Props = {
  readonly what: 'set' | 'change';
  /** Called when it is done, or not to be done. */
  readonly onClose: () => void;
};
type Field = 'former' | 'passphrase' | 'again';
type Problem = { readonly field: Field; readonly text: string };

export function NewPassphrase({ what, onClose }: Props) {
  const form = useId();
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({ former: '', passphrase: '', again: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const save = useOnce(async () => {
    const { former, passphrase, again } = typed;
    if (passphrase !== again) return setProblem({ field: 'again', text: 'The two passphrases are not the same.' });
    setBusy(true);
    const result = await (what === 'set'
      ? call('passphrase.set', { passphrase })
      : call('passphrase.change', { former, passphrase }));
    setBusy(false);
    if (result.ok) setRecoveryKey(result.value.recoveryKey);
    else {
      const isFormer = what === 'change' && passphrase.trim().length >= 12;
      setProblem({ field: isFormer ? 'former' : 'passphrase', text: result.error.message });
    }
  });
  if (recoveryKey !== null) return <RecoverySheet onClose={onClose} recoveryKey={recoveryKey} />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const field = (name: Field, label: string, meaning?: string) => (
    <Input
      {...(meaning ? { meaning } : {})}
      autoComplete="new-password"
      error={problem?.field === name ? problem.text : null}
      label={label}
      onChange={text => {
        setTyped(before => ({ ...before, [name]: text }));
        setProblem(null);
      }}
      readOnly={busy}
      type="password"
      value={typed[name]}
    />
  );
  const verb = what === 'set' ? 'Lock workspace' : 'Change passphrase';
  return (
    <Dialog
      help="passphrase"
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={busy} form={form} look="primary" type="submit">
            {busy ? 'One moment…' : verb}
          </Button>
        </>
      }
      onClose={() => !busy && onClose()}
      title={what === 'set' ? 'Lock this workspace' : 'Change passphrase'}
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <Notice tone="warning">
          <b>A forgotten passphrase cannot be replaced.</b> Without it, and without the recovery key that is shown next,
          the workspace and its backups are lost. No one can open them, not even the makers of Ripen.
        </Notice>
        {what === 'change' && field('former', 'Current passphrase')}
        {field(
          'passphrase',
          'New passphrase',
          'At least 12 characters. Four or five unrelated words are easy to remember.',
        )}
        {field('again', 'Repeat new passphrase')}
        {what === 'change' && <p>The backups follow. Copies saved elsewhere still open with the current passphrase.</p>}
      </form>
    </Dialog>
  );
}
