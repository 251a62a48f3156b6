// Banner shown while backups fail.

import { pathTo } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { useBackups } from './BackupList.tsx';
import styles from './backups.module.css';
import { when } from './words.ts';

export function BackupStrip() {
  const { data } = useBackups();
  if (!data || data.trouble === null) return null;
  const newest = data.backups.find(({ sound }) => sound);
  return (
    <aside aria-label="About the backups" className={styles.strip} role="alert">
      <p>
        <b>The last backup failed.</b> {data.trouble}{' '}
        {newest ? `The latest good backup is from ${when(newest.takenAt)}.` : 'There is no good backup yet.'}
      </p>
      <Button
        onClick={() => {
          location.hash = pathTo('settings', 'backups');
        }}
        size="small"
      >
        Show backups
      </Button>
    </aside>
  );
}
