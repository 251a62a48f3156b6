// Backups: list, back up now, save a copy, restore.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { BackupList, useBackups } from '../../parts/backups/BackupList.tsx';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './settings.module.css';

export function Backups() {
  const { settings } = useSettings();
  const { data } = useBackups();
  const client = useQueryClient();
  const take = useOnce(async () => {
    const result = await call('backups.take', {});
    showToast(result.ok ? 'Backup created and verified.' : result.error.message, result.ok ? {} : { tone: 'problem' });
    await client.invalidateQueries({ queryKey: ['backups.list'] });
  });
  const saveCopy = useOnce(async () => {
    const result = await call('backups.saveCopy', {});
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else if (result.value.saved !== null) showToast(`Copy saved to ${result.value.saved}.`);
  });
  const backups = data?.backups ?? [];
  return (
    <>
      <div className={styles.buttons}>
        {!settings.sample && <Button onClick={take}>Back up now</Button>}
        <Button onClick={saveCopy}>Save a copy</Button>
        {backups.length > 0 && <Button onClick={() => call('backups.showFolder', {})}>Show in folder</Button>}
      </div>
      {settings.sample ? (
        <p className={styles.note}>The sample is not backed up. You can open a fresh one at any time.</p>
      ) : backups.length === 0 ? (
        <p className={styles.note}>No backups yet. The first one is made one minute after the first change.</p>
      ) : (
        <BackupList backups={backups} before="The current state is backed up first, so you can return to it." />
      )}
    </>
  );
}
