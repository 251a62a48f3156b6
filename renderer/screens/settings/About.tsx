// Version of Ripen, and privacy.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/call.ts';
import { act } from '../../parts/actions/actions.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './settings.module.css';

export function About() {
  const about = useQuery({ queryKey: ['about.get'], queryFn: () => ask('about.get', {}) }).data;
  return (
    <>
      <p className={styles.note}>
        <b>No data leaves this computer.</b> Ripen never makes a network request: no account, no cloud, no analytics, no
        update checks. It sends nothing itself; e-mails open in your own mail program.
      </p>
      <p className={styles.note}>
        Everything about your leads is in the data file. Apart from it, Ripen stores a list of recent files, the window
        position and an error log that contains none of your data
        {about && (
          <>
            , in <span className={styles.inPath}>{about.folder}</span>
          </>
        )}
        .
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => act('keys')}>Keys and shortcuts</Button>
      </div>
      <p className={styles.unit}>Ripen {about?.version}</p>
    </>
  );
}
