// Banner shown while backups fail.

import { Button } from '../../ui/Button.tsx';
import { pathTo } from '../navigation/route.ts';
import { useBackups } from './BackupList.tsx';
import { when } from './backup-text.ts';
import styles from './backups.module.css';
import { MendButtons } from './Mend.tsx';

export function BackupStrip() {
  const { data } = useBackups();
  const text = data?.trouble ?? data?.damage;
  if (!data || !text) return null;
  const newest = data.backups.find(({ sound }) => sound);
  return (
    <div aria-label="About the backups" className={styles.strip} role="alert">
      <p>
        <b>{data.trouble === null ? 'This workspace is damaged.' : 'The last backup failed.'}</b> {text}{' '}
        {newest ? `The latest good backup is from ${when(newest.takenAt)}.` : 'There is no good backup yet.'}
      </p>
      {data.canMend && <MendButtons />}
      <Button
        onClick={() => {
          location.hash = pathTo('settings', 'backups');
        }}
        size="small"
      >
        Show backups
      </Button>
    </div>
  );
}
