// Which Ripen this is, and what it promises about the data.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/call.ts';
import { act } from '../../app/actions.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './settings.module.css';

export function About() {
  const about = useQuery({ queryKey: ['about.get'], queryFn: () => ask('about.get', {}) }).data;
  return (
    <>
      <p className={styles.note}>
        <b>Nothing leaves this computer.</b> Ripen makes no network request, ever: no account, no cloud, no statistics,
        no search for updates. It sends nothing and calls nobody; an e-mail is written in your own mail program.
      </p>
      <p className={styles.note}>
        Everything about your leads lies in the data file. Beside it Ripen remembers which files you opened, where the
        window stood, and a log of its own mistakes without anything from your data
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
