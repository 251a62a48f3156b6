// Asks for the passphrase of a shared workspace where this computer does not have it: after a move to another profile, or a change on
// another computer.
import { type FormEvent, type ReactNode, useState } from 'react';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './sharing.module.css';

/** `children`: why it is asked for. */
export function GivePassphrase({ children }: { readonly children: ReactNode }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const give = useOnce(async () => {
    setBusy(true);
    const result = await call('sharing.givePassphrase', { passphrase: typed });
    setBusy(false);
    if (!result.ok) setProblem(result.error.message);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give();
  };
  return (
    <form className={styles.part} onSubmit={submit}>
      <p>{children}</p>
      <Input
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
      <div>
        <Button disabled={busy} look="primary" type="submit">
          {busy ? 'One moment…' : 'Resume sharing'}
        </Button>
      </div>
    </form>
  );
}
