// Version of Ripen, and privacy.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/call.ts';
import { act } from '../../parts/actions/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './settings.module.css';

export function About() {
  const [licenses, setLicenses] = useState(false);
  const about = useQuery({ queryKey: ['about.get'], queryFn: () => ask('about.get', {}) }).data;
  return (
    <>
      <p className={styles.note}>
        <b>No data leaves this computer unless you share it.</b> Ripen never makes a network request, except to a
        network folder you choose: no account, no cloud, no analytics, no update checks. It sends nothing itself;
        e-mails open in your own mail program. A shared workspace is exchanged through a folder of yours, encrypted.
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
        <Button onClick={() => setLicenses(true)}>Show licenses</Button>
      </div>
      <p className={styles.unit}>Ripen {about?.version}</p>
      {licenses && <Licenses onClose={() => setLicenses(false)} />}
    </>
  );
}

/** The notices of everything that ships, as its licenses ask for. */
function Licenses({ onClose }: { readonly onClose: () => void }) {
  const text = useQuery({ queryKey: ['about.licenses'], queryFn: () => ask('about.licenses', {}) }).data?.text;
  return (
    <Dialog onClose={onClose} title="Licenses" width="wide">
      <textarea aria-label="License notices" className={styles.licenses} readOnly value={text ?? ''} />
    </Dialog>
  );
}
