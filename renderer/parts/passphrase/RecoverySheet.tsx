// The recovery key of a locked workspace, shown once: on the screen, and as a sheet to print.
import { useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import styles from './passphrase.module.css';

type Props = { readonly recoveryKey: string; readonly onClose: () => void };

export function RecoverySheet({ recoveryKey, onClose }: Props) {
  const { settings, file, today } = useWorkspace();
  const [kept, setKept] = useState(false);
  const [problem, setProblem] = useState(false);
  const errorId = useId();
  const close = () => (kept ? onClose() : setProblem(true));
  const key = <output className={styles.key}>{recoveryKey}</output>;
  return (
    <>
      <Dialog
        help="passphrase"
        actions={
          <Button look="primary" onClick={close}>
            Done
          </Button>
        }
        onClose={close}
        title="Recovery sheet"
      >
        <div className={styles.form}>
          <p>
            The workspace is encrypted when you close it. This recovery key opens it if you forget the passphrase. It is
            shown only now.
          </p>
          {key}
          <div>
            <Button data-autofocus icon="print" onClick={() => window.print()}>
              Print recovery sheet
            </Button>
          </div>
          <Notice tone="warning">
            <b>Forgotten means lost.</b> Without the passphrase and without this key, no one can open the workspace or
            its backups.
          </Notice>
          <label className={styles.check}>
            <input
              aria-describedby={problem ? errorId : undefined}
              checked={kept}
              onChange={event => {
                setKept(event.target.checked);
                setProblem(false);
              }}
              type="checkbox"
            />
            <span>I keep the printed sheet or a copy of the key in a safe place, not on this computer.</span>
          </label>
          {problem && (
            <p className={styles.problem} id={errorId} role="alert">
              Print the sheet or write the key down, then tick the box. The key is not shown again.
            </p>
          )}
        </div>
      </Dialog>
      {createPortal(
        <section className={styles.sheet}>
          <h1>Recovery sheet: {settings.name}</h1>
          <p>
            This key opens the Ripen workspace “{settings.name}” and its backups if the passphrase is forgotten. Keep
            this sheet in a safe place. With it and the file, everything in the workspace can be read.
          </p>
          {key}
          <p>
            To use it: open the workspace in Ripen and type the key in place of the passphrase. Dashes, spaces and small
            letters do not matter. Then choose a new passphrase in Settings.
          </p>
          <p>A new passphrase brings a new recovery key; this sheet opens only what was locked before.</p>
          <dl>
            <dt>File</dt>
            <dd>{file}</dd>
            <dt>Date</dt>
            <dd>{today}</dd>
          </dl>
        </section>,
        document.body,
      )}
    </>
  );
}
