// Ripen is about to close and encrypts the workspace before: how far it is, and the way back.
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LockProgress } from './LockProgress.tsx';
import styles from './passphrase.module.css';

export function LockingDialog({ name }: { readonly name: string }) {
  const cancel = useOnce(async () => void (await call('workspaces.cancelLock', {})));
  return (
    <Dialog
      actions={
        <Button data-autofocus onClick={() => void cancel()}>
          Cancel
        </Button>
      }
      onClose={() => void cancel()}
      title={`Locking ${name}`}
    >
      <div className={styles.form}>
        <p>Everything is saved. Ripen closes as soon as the file is encrypted. Cancel goes back to the workspace.</p>
        <LockProgress label="Encrypting" />
      </div>
    </Dialog>
  );
}
