// Joins a workspace that another computer shares: the invitation, where the folder lies here, the passphrase, and how far it is.
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { when } from '../backups/backup-text.ts';
import { type ChosenFolder, FolderField } from './FolderField.tsx';
import { SharingProgress } from './SharingProgress.tsx';
import styles from './sharing.module.css';

type Invitation = NonNullable<Output<'sharing.openInvitation'>['invitation']>;
/** `form`: of no field in particular. */
type Problem = { readonly field: 'invitation' | 'folder' | 'passphrase' | 'form'; readonly text: string };

export function JoinWorkspace({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [step, setStep] = useState<'form' | 'opening' | 'busy' | 'canceling'>('form');
  const canceled = useRef(false);
  const open = useOnce(async () => {
    setProblem(null);
    setStep('opening');
    const result = await call('sharing.openInvitation', {});
    setStep('form');
    if (!result.ok) return setProblem({ field: 'invitation', text: result.error.message });
    if (!result.value.invitation) return;
    setInvitation(result.value.invitation);
    setFolder(null);
  });
  const join = useOnce(async () => {
    if (!invitation) return;
    if (!invitation.found && folder === null)
      return setProblem({ field: 'folder', text: 'Choose where the folder is on this computer.' });
    setProblem(null);
    setStep('busy');
    const result = await call('sharing.join', {
      invitation: invitation.token,
      folder: folder?.token ?? null,
      passphrase,
    });
    if (result.ok ? result.value.joined : canceled.current) return onClose();
    setStep('form');
    if (result.ok) return;
    const { field, message } = result.error;
    setProblem({ field: field === 'folder' || field === 'passphrase' ? field : 'form', text: message });
  });
  const busy = step !== 'form';
  const joining = step === 'busy' || step === 'canceling';
  const cancel = () => {
    if (!joining) return onClose();
    setStep('canceling');
    canceled.current = true;
    void call('sharing.cancel', {});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void join();
  };
  return (
    <Dialog
      help="sharing"
      actions={
        <>
          <Button disabled={step === 'canceling'} onClick={cancel}>
            {step === 'canceling' ? 'Canceling…' : 'Cancel'}
          </Button>
          {invitation && (
            <Button disabled={busy} form={form} look="primary" type="submit">
              {joining ? 'Joining…' : 'Join'}
            </Button>
          )}
        </>
      }
      // Not by a click beside it: the work would be lost.
      onClose={() => !joining && onClose()}
      title="Join a shared workspace"
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <section aria-label="Invitation" className={styles.part}>
          {invitation === null ? (
            <p>
              The invitation is a file that ends in .ripen-invite. Someone who already has the workspace sends you this
              file, and tells you the passphrase by phone or in person.
            </p>
          ) : (
            <p>Invitation of {when(invitation.at)}.</p>
          )}
          {problem?.field === 'invitation' && (
            <p className={styles.problem} role="alert">
              {problem.text}
            </p>
          )}
          <div>
            <Button
              data-autofocus
              busy={step === 'opening' && 'Looking…'}
              disabled={joining}
              icon="mail"
              look={invitation === null ? 'primary' : 'quiet'}
              onClick={() => void open()}
            >
              {invitation === null ? 'Open invitation' : 'Open another invitation'}
            </Button>
          </div>
        </section>
        {invitation?.place.kind === 'folder' && (
          <FolderField
            disabled={busy}
            onChoose={chosen => {
              setFolder(chosen);
              setProblem(null);
            }}
            path={folder?.path ?? invitation.place.name}
            problem={problem?.field === 'folder' ? problem.text : null}
          >
            {invitation.found || folder !== null
              ? 'The computers meet in this folder.'
              : 'This folder is not found here. Choose where it is on this computer; its name may be another one.'}
          </FolderField>
        )}
        {invitation?.place.kind === 'database' && (
          <p>The computers meet in a PostgreSQL database. Its address is in the invitation; the passphrase opens it.</p>
        )}
        {invitation && (
          <Input
            error={problem?.field === 'passphrase' ? problem.text : null}
            label="Passphrase"
            meaning="The one that was chosen when the workspace was shared. Ask the person who invited you."
            onChange={text => {
              setPassphrase(text);
              setProblem(null);
            }}
            readOnly={busy}
            type="password"
            value={passphrase}
          />
        )}
        {invitation && !joining && (
          <p className={styles.quiet}>Next you choose where to keep the workspace file on this computer.</p>
        )}
        {problem?.field === 'form' && (
          <p className={styles.problem} role="alert">
            {problem.text}
          </p>
        )}
        {joining && <SharingProgress label="Getting the workspace" />}
      </form>
    </Dialog>
  );
}
