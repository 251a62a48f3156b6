// The backups of a workspace, newest first, each with its way back. Also shown when the workspace itself does not open.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Backup } from '../../../shared/backups.ts';
import { ask, call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useShowAll } from '../../ui/use-show-all.ts';
import { because, size, when, whole } from './backup-text.ts';
import styles from './backups.module.css';

/** Backups are taken by themselves, so what is on screen is looked up again now and then. */
export const useBackups = () =>
  useQuery({ queryKey: ['backups.list'], queryFn: () => ask('backups.list', {}), refetchInterval: 60_000 });

const shownFirst = 6;

type Props = {
  readonly backups: readonly Backup[];
  /** What becomes of the workspace as it is now. */
  readonly before: string;
};

export function BackupList({ backups, before }: Props) {
  const { all, list, showAll } = useShowAll<HTMLUListElement>(shownFirst);
  const shown = all ? backups : backups.slice(0, shownFirst);
  return (
    <>
      <ul aria-label="Backups" className={styles.list} ref={list}>
        {shown.map(backup => (
          <Row backup={backup} before={before} key={backup.id} />
        ))}
      </ul>
      {backups.length > shown.length && (
        <Button look="plain" onClick={showAll}>
          Show all {backups.length}
        </Button>
      )}
    </>
  );
}

function Row({ backup, before }: { readonly backup: Backup; readonly before: string }) {
  const [asking, setAsking] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const restore = useOnce(async () => {
    setAsking(false);
    announce('Restoring backup');
    const result = await call('backups.restore', { id: backup.id });
    if (!result.ok) return showToast(result.error.message, { tone: 'problem' });
    const { keptAs } = result.value;
    const kept = keptAs === null ? '' : ` The previous file is kept as ${keptAs}.`;
    showToast(`Workspace restored to ${when(backup.takenAt)}.${kept}`);
  });
  const leads = backup.leads === 1 ? '1 person' : `${whole(backup.leads)} people`;
  return (
    <li className={styles.row}>
      <span className={styles.when}>{when(backup.takenAt)}</span>
      <span className={styles.what}>
        {because[backup.because]}, {leads}, {size(backup.size)}
        {!backup.sound && <b className={styles.damaged}> Damaged</b>}
      </span>
      <Button
        aria-label={`Restore the backup of ${when(backup.takenAt)}`}
        disabled={!backup.sound}
        onClick={() => setAsking(true)}
        ref={anchor}
        size="small"
      >
        Restore
      </Button>
      {asking && (
        <Floating
          anchor={anchor}
          label="Restore this backup"
          onClose={() => setAsking(false)}
          role="dialog"
          side="above"
        >
          <div className={styles.question}>
            <p>
              The workspace returns to its state of {when(backup.takenAt)}: {leads} and {whole(backup.activities)}{' '}
              activities. {before}
            </p>
            <div className={styles.buttons}>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
              <Button data-autofocus look="primary" onClick={restore}>
                Restore
              </Button>
            </div>
          </div>
        </Floating>
      )}
    </li>
  );
}
