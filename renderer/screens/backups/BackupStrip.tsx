// Banner shown while backups fail.

import { pathTo } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { useBackups } from './BackupList.tsx';
import styles from './backups.module.css';
import { MendButtons } from './Mend.tsx';
import { when } from './words.ts';

export function BackupStrip() {
  const { data } = useBackups();
  const words = data?.trouble ?? data?.damage;
  if (!data || !words) return null;
  const newest = data.backups.find(({ sound }) => sound);
  return (
    <div aria-label="About the backups" className={styles.strip} role="alert">
      <p>
        <b>{data.trouble === null ? 'This workspace is damaged.' : 'The last backup failed.'}</b> {words}{' '}
        {newest ? `The latest good backup is from ${when(newest.takenAt)}.` : 'There is no good backup yet.'}
      </p>
      {/damaged|fit together/.test(words) && <MendButtons />}
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
