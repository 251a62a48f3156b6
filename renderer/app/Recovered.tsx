// Shown after a crash of the page: says so, and offers the unsaved text.
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { call } from '../api/call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './shell.module.css';

type Lost = NonNullable<Output<'window.takeDrafts'>['lost']>;

export function Recovered() {
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(() => {
    void call('window.takeDrafts', {}).then(result => result.ok && setLost(result.value.lost));
  }, []);
  if (lost === null) return null;
  const close = () => setLost(null);
  return (
    <Dialog
      actions={
        <Button data-autofocus look="primary" onClick={close}>
          Continue
        </Button>
      }
      onClose={close}
      title="Ripen recovered from a crash"
    >
      <p>
        The window failed because of an error in Ripen. Everything you saved is here.
        {lost.drafts.length > 0 && ' Your unsaved text:'}
      </p>
      {lost.drafts.length > 0 && (
        <dl className={styles.lost}>
          {lost.drafts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <q>{text}</q>
                <Button onClick={() => navigator.clipboard.writeText(text)} size="small">
                  Copy
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
