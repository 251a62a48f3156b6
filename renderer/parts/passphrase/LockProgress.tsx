// How far a workspace or its backups are encrypted or decrypted, in percent.
import { useEffect, useState } from 'react';
import { lockingJob } from '../../../shared/contract/passphrase.ts';
import { bridge } from '../../api/bridge.ts';
import styles from './passphrase.module.css';

export function LockProgress({ label, job = lockingJob }: { readonly label: string; readonly job?: string }) {
  const [part, setPart] = useState<number | null>(null);
  useEffect(
    () =>
      bridge().onProgress(
        ({ jobId, done, total }) => jobId === job && total && setPart(Math.floor((100 * done) / total)),
      ),
    [job],
  );
  return (
    <div className={styles.progress}>
      <p>
        {label}
        {part !== null && `: ${part}%`}
      </p>
      <progress aria-label={label} max={100} value={part ?? undefined} />
    </div>
  );
}
