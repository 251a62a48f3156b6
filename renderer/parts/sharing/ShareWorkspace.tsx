// Shares the open workspace: the folder or the database, a passphrase typed twice, how far it is, and then the invitation for the others.
import { type FormEvent, useId, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { DatabaseFields, databasePlace, noDatabase } from './DatabaseFields.tsx';
import { type ChosenFolder, FolderField } from './FolderField.tsx';
import { Invitation } from './Invitation.tsx';
import { NewPassphraseFields, notTheSame, type PassphraseProblem } from './NewPassphraseFields.tsx';
import { SharingProgress } from './SharingProgress.tsx';
import styles from './sharing.module.css';

type Problem = PassphraseProblem | { readonly field: 'place'; readonly text: string };

const places = [
  { value: 'folder', label: 'A folder' },
  { value: 'database', label: 'A PostgreSQL database' },
] as const;

export function ShareWorkspace({ onClose }: { readonly onClose: () => void }) {
  const form = useId();
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [kind, setKind] = useState<'folder' | 'database'>('folder');
  const [database, setDatabase] = useState(noDatabase);
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [step, setStep] = useState<'form' | 'busy' | 'canceling' | 'done'>('form');
  const canceled = useRef(false);
  const share = useOnce(async () => {
    const place = kind === 'database' ? databasePlace(database) : folder && { kind, token: folder.token };
    if (place === null) return setProblem({ field: 'place', text: 'Choose the folder first.' });
    if (typed.passphrase !== typed.again) return setProblem(notTheSame);
    setProblem(null);
    setStep('busy');
    const result = await call('sharing.start', { place, passphrase: typed.passphrase });
    if (result.ok) return setStep('done');
    if (canceled.current) {
      showToast('Canceled. This workspace is not shared.');
      return onClose();
    }
    setStep('form');
    const { field, message } = result.error;
    setProblem({ field: field === 'passphrase' ? 'passphrase' : 'place', text: message });
  });
  if (step === 'done') return <Invitation onClose={onClose} />;

  const busy = step !== 'form';
  const placeProblem = problem?.field === 'place' ? problem.text : null;
  const cancel = () => {
    if (!busy) return onClose();
    setStep('canceling');
    canceled.current = true;
    void call('sharing.cancel', {});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void share();
  };
  return (
    <Dialog
      help="sharing"
      actions={
        <>
          <Button disabled={step === 'canceling'} onClick={cancel}>
            {step === 'canceling' ? 'Canceling…' : 'Cancel'}
          </Button>
          <Button disabled={busy} form={form} look="primary" type="submit">
            {busy ? 'Sharing…' : 'Share workspace'}
          </Button>
        </>
      }
      // Not by a click beside it: the work would be lost.
      onClose={() => !busy && onClose()}
      title="Share this workspace"
    >
      <form className={styles.form} id={form} onSubmit={submit}>
        <p>
          Each computer keeps the whole workspace in its own file and works without a network. They exchange changes
          through a folder they can all access or a PostgreSQL database. There is no account and no server of ours.
        </p>
        {!busy && (
          <Segments
            label="Where the computers meet"
            onChange={next => {
              setKind(next);
              setProblem(null);
            }}
            options={places}
            value={kind}
          />
        )}
        {kind === 'folder' ? (
          <FolderField
            disabled={busy}
            onChoose={chosen => {
              setFolder(chosen);
              setProblem(null);
            }}
            path={folder?.path ?? null}
            problem={placeProblem}
          >
            An empty folder in OneDrive, Dropbox, Nextcloud or iCloud Drive, on the office network or on a USB stick.
          </FolderField>
        ) : (
          <DatabaseFields
            onType={next => {
              setDatabase(next);
              setProblem(null);
            }}
            problem={placeProblem}
            readOnly={busy}
            typed={database}
          />
        )}
        <NewPassphraseFields
          label="Passphrase"
          onType={next => {
            setTyped(next);
            setProblem(null);
          }}
          problem={problem?.field === 'place' ? null : problem}
          readOnly={busy}
          typed={typed}
        />
        <Notice tone="warning">
          <b>Write the passphrase down.</b> Each computer that joins needs it. As long as one computer shares, a
          forgotten one can be changed there; otherwise no other computer can join. What each computer already has
          stays.
        </Notice>
        <p className={styles.quiet}>Changes made before sharing can't be undone afterwards.</p>
        {busy && <SharingProgress label={`Copying the workspace to the ${kind}`} />}
      </form>
    </Dialog>
  );
}
