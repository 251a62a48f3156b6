// Backups: when the last one was made, one more at once, a copy elsewhere, and the way back to each.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/feedback/toast-store.ts';
import { BackupList, useBackups } from '../backups/BackupList.tsx';
import styles from './settings.module.css';
import { useSettings } from './use-settings.ts';

export function Backups() {
  const { settings } = useSettings();
  const { data } = useBackups();
  const client = useQueryClient();
  const take = useOnce(async () => {
    const result = await call('backups.take', {});
    showToast(result.ok ? 'Backed up, and checked.' : result.error.message, result.ok ? {} : { tone: 'problem' });
    await client.invalidateQueries({ queryKey: ['backups.list'] });
  });
  const saveCopy = useOnce(async () => {
    const result = await call('backups.saveCopy', {});
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else if (result.value.saved !== null) showToast(`A copy is at ${result.value.saved}.`);
  });
  const backups = data?.backups ?? [];
  return (
    <>
      <div className={styles.buttons}>
        {!settings.sample && <Button onClick={take}>Back up now</Button>}
        <Button onClick={saveCopy}>Save a copy elsewhere</Button>
        {backups.length > 0 && (
          <Button onClick={() => call('backups.showFolder', {})}>Show them in their folder</Button>
        )}
      </div>
      {settings.sample ? (
        <p className={styles.note}>The sample is not backed up: a fresh one can be had any time.</p>
      ) : backups.length === 0 ? (
        <p className={styles.note}>No backup yet. The first is made a minute after something has changed.</p>
      ) : (
        <BackupList backups={backups} before="How it is now is kept as a backup first, so you can come back to it." />
      )}
    </>
  );
}
