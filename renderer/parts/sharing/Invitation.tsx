// The invitation: saved as a file, and what to do with it.
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './sharing.module.css';

/** Saves the invitation where the owner says; what went wrong is answered as a sentence. */
function useInvitation() {
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = useOnce(async () => {
    setProblem(null);
    const result = await call('sharing.saveInvitation', {});
    if (!result.ok) setProblem(result.error.message);
    else if (result.value.saved) setSaved(true);
  });
  return { saved, problem, save: () => void save() };
}

/** The button in a row of buttons, with what came of it below them. */
export function SaveInvitation({ look }: { readonly look: 'primary' | 'quiet' }) {
  const { saved, problem, save } = useInvitation();
  return (
    <>
      <Button icon="mail" look={look} onClick={save}>
        Save invitation
      </Button>
      {saved && (
        <p className={styles.outcome} role="status">
          Invitation saved. Send it to the computer that joins, and tell the passphrase by phone or in person.
        </p>
      )}
      {problem !== null && (
        <p className={`${styles.outcome} ${styles.problem}`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

export function Invitation({ onClose }: { readonly onClose: () => void }) {
  const { saved, problem, save } = useInvitation();
  return (
    <Dialog
      help="sharing"
      actions={
        <Button look={saved ? 'primary' : 'quiet'} onClick={onClose}>
          {saved ? 'Done' : 'Later'}
        </Button>
      }
      onClose={onClose}
      title="Invite the others"
    >
      <div className={styles.form}>
        <p>
          This workspace is shared. Send the invitation to each computer that joins, and tell the passphrase by phone or
          in person.
        </p>
        <p>There, choose “Join a shared workspace” in Ripen, open the invitation and enter the passphrase.</p>
        <div className={styles.buttons}>
          <Button data-autofocus icon="mail" look={saved ? 'quiet' : 'primary'} onClick={save}>
            {saved ? 'Save invitation again' : 'Save invitation'}
          </Button>
        </div>
        {saved && <p role="status">Invitation saved.</p>}
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <p className={styles.quiet}>
          The invitation holds neither the passphrase nor anything of your leads. You can save it again from Sharing in
          the sidebar.
        </p>
      </div>
    </Dialog>
  );
}
