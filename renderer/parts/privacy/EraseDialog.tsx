// Erases a person for good: says what goes and what stays, and asks for the name.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Progress } from '../../../shared/contract.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useBackups } from '../backups/BackupList.tsx';
import { useCalendarFile } from '../reminders/use-calendar-file.ts';
import { erasedWords, goesWords, phaseLabel } from './erase-words.ts';
import styles from './privacy.module.css';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly reason: 'request' | 'retention';
  readonly onClose: () => void;
  readonly onGone: () => void;
};

export function EraseDialog({ id, name, reason, onClose, onGone }: Props) {
  const form = useId();
  const jobId = `erase-${form}`;
  const preview = useQuery({
    queryKey: ['privacy.preview', id],
    queryFn: async () => {
      const result = await call('privacy.preview', { jobId: `preview-${form}`, ids: [id] });
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
    retry: false,
    gcTime: 0,
  });
  const backups = useBackups().data?.backups.length ?? 0;
  const oldCalendars = useCalendarFile().data?.left ?? [];
  const erase = useCommand('privacy.erase');
  const [typed, setTyped] = useState('');
  const [others, setOthers] = useState(true);
  const [rewrite, setRewrite] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [progress, setProgress] = useState<Pick<Progress, 'phase' | 'done' | 'total'> | null>(null);
  const [stopped, setStopped] = useState(false);
  useEffect(() => bridge().onProgress(now => now.jobId === jobId && setProgress(now)), [jobId]);
  const found = preview.data;
  const matches = typed.trim() === (found?.leads[0]?.name ?? name);
  const busy = erase.busy || progress !== null;

  async function go(event: FormEvent) {
    event.preventDefault();
    if (!matches) return setProblem(`Type ${name} to confirm.`);
    const result = await erase.run({ jobId, ids: [id], name: typed, others, reason }, { quiet: true });
    setProblem(errorMessage(result));
    setProgress(null);
    if (!result.ok) return setStopped(false);
    if (rewrite && backups > 0) await rewriteBackups();
    setProgress(null);
    showToast(erasedWords(name, result.value.wiped));
    onClose();
    onGone();
  }

  async function rewriteBackups() {
    setProgress({ phase: 'backups', done: 0, total: backups });
    const result = await call('backups.erase', { jobId });
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else if (result.value.failed.length > 0)
      showToast(`${result.value.failed.length} backups could not be opened and were left as they are.`, {
        tone: 'problem',
      });
  }

  const stop = () => {
    setStopped(true);
    void call('privacy.cancel', { jobId });
    void call('backups.cancelErase', { jobId });
  };

  return (
    <Dialog
      help="privacy"
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={busy || !found || !matches} form={form} look="danger" type="submit">
            Erase for good
          </Button>
        </>
      }
      onClose={() => !busy && onClose()}
      title={`Erase ${name}`}
    >
      <form className={styles.erase} id={form} onSubmit={go}>
        <Notice tone="warning">Erasing cannot be undone. To remove a lead you may want back, delete it instead.</Notice>
        {preview.isError && <p role="alert">{preview.error.message}</p>}
        {found && (
          <>
            <h3>What goes</h3>
            <ul>
              {goesWords(found).map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <h3>What stays</h3>
            <ul>
              <li>The numbers of closed reviews, without the name.</li>
              <li>A coded mark, so that a later import of this person is refused.</li>
              {oldCalendars.map(path => (
                <li key={path}>The calendar file {path}, which is no longer updated. Delete it under Settings.</li>
              ))}
              <li>Files you exported, printed or sent, and copies saved elsewhere. Delete them yourself.</li>
            </ul>
            {found.otherCount > 0 && (
              <Check checked={others} onChange={setOthers}>
                Also remove the name from {found.otherCount === 1 ? '1 note' : `${found.otherCount} notes`} about other
                people
              </Check>
            )}
            {found.otherCount > 0 && (
              <ul className={styles.excerpts}>
                {found.others.slice(0, 3).map(({ name: of, text }) => (
                  <li key={`${of} ${text}`}>
                    {of ? `${of}: ` : ''}
                    {text}
                  </li>
                ))}
              </ul>
            )}
            {backups > 0 && (
              <Check checked={rewrite} onChange={setRewrite}>
                Also erase from {backups === 1 ? '1 earlier backup' : `${backups} earlier backups`}. Otherwise restoring
                one erases this person again.
              </Check>
            )}
            {found.alike.map(({ id: other, name: called, why }) => (
              <Notice key={other} tone="warning">
                {called} may be the same person ({why.replace(/\.$/, '').toLowerCase()}) and is not erased.
              </Notice>
            ))}
          </>
        )}
        <Input
          disabled={busy}
          error={problem}
          label={`Type ${name} to confirm`}
          onChange={text => {
            setTyped(text);
            setProblem(null);
          }}
          value={typed}
        />
        {busy && (
          <ProgressBar
            done={progress?.done ?? 0}
            label={stopped ? 'Stopping' : phaseLabel(progress?.phase)}
            onCancel={stopped ? undefined : stop}
            total={progress?.total ?? null}
            {...(progress?.phase === 'wiping' ? { unit: 'MB' } : {})}
          />
        )}
      </form>
    </Dialog>
  );
}

type CheckProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: React.ReactNode;
};

const Check = ({ checked, onChange, children }: CheckProps) => (
  <label className={styles.check}>
    <input checked={checked} onChange={event => onChange(event.target.checked)} type="checkbox" />
    <span>{children}</span>
  </label>
);
