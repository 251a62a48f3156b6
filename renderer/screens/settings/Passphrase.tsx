// The passphrase of this workspace: lock it, change it, unlock for good; and what is protected and what is not.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/call.ts';
import { NewPassphrase } from '../../parts/passphrase/NewPassphrase.tsx';
import { RemovePassphrase } from '../../parts/passphrase/RemovePassphrase.tsx';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './settings.module.css';

export function Passphrase() {
  const { settings } = useSettings();
  const [open, setOpen] = useState<'set' | 'change' | 'remove' | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ['passphrase.get'],
    queryFn: () => ask('passphrase.get', {}),
    refetchInterval: ({ state }) => ((state.data?.backupsLeft ?? 0) > (state.data?.backupsFailed ?? 0) ? 1000 : false),
  });
  const close = () => {
    setOpen(null);
    void refetch();
  };
  if (settings.sample) return <p className={styles.note}>The sample cannot be locked. It holds nothing of yours.</p>;
  if (!data) return null;
  const { isSet, backupsLeft, backupsFailed } = data;
  const waiting = backupsLeft - backupsFailed;
  return (
    <>
      <p className={styles.note}>
        {isSet
          ? 'This workspace is locked: it is encrypted whenever it is closed.'
          : 'This workspace is not locked. Anyone with access to the file or its backups can read them.'}
        {waiting > 0 && ` ${backups(waiting)} still being encrypted.`}
        {backupsFailed > 0 &&
          ` ${backups(backupsFailed)} not encrypted, because Ripen cannot open them. Delete them if you do not need them.`}
      </p>
      <div className={styles.buttons}>
        {isSet ? (
          <>
            <Button onClick={() => setOpen('change')}>Change passphrase</Button>
            <Button onClick={() => setOpen('remove')}>Unlock for good</Button>
          </>
        ) : (
          <Button onClick={() => setOpen('set')}>Lock this workspace</Button>
        )}
      </div>
      <h3 className={styles.subtitle}>Protected by a passphrase</h3>
      <ul className={styles.points}>
        <li>The file, its backups and saved copies, while the workspace is closed.</li>
      </ul>
      <h3 className={styles.subtitle}>Not protected</h3>
      <ul className={styles.points}>
        <li>The file while the workspace is open. A cloud drive or backup program may copy it as it is then.</li>
        <li>The file after a crash or a power cut, until you have opened and closed the workspace again.</li>
        <li>Exports, PDFs and files you saved yourself, and copies made before it was locked.</li>
        <li>File names, dates, and how many leads and activities a backup holds.</li>
        <li>
          What the disk itself still keeps of deleted data. The disk encryption of your computer covers that; use both.
        </li>
      </ul>
      {(open === 'set' || open === 'change') && <NewPassphrase onClose={close} what={open} />}
      {open === 'remove' && <RemovePassphrase onClose={close} />}
    </>
  );
}

const backups = (count: number): string => (count === 1 ? '1 backup is' : `${count} backups are`);
