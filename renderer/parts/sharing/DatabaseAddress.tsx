// Another address of the database, or the address again where this computer could not keep it.
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DatabaseFields, databasePlace, noDatabase } from './DatabaseFields.tsx';
import styles from './sharing.module.css';

export function DatabaseAddress({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const [typed, setTyped] = useState(noDatabase);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = useOnce(async () => {
    setBusy(true);
    const result = await call('sharing.setPlace', { place: databasePlace(typed) });
    setBusy(false);
    if (!result.ok) return setProblem(result.error.message);
    showToast('Database address saved.');
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={busy} form={form} look="primary" type="submit">
            {busy ? 'Connecting…' : 'Save address'}
          </Button>
        </>
      }
      onClose={() => !busy && onClose()}
      title="Database address"
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <p>The address is tried before it is saved. The present one is not shown again.</p>
        <DatabaseFields
          onType={next => {
            setTyped(next);
            setProblem(null);
          }}
          problem={problem}
          readOnly={busy}
          typed={typed}
        />
      </form>
    </Dialog>
  );
}
