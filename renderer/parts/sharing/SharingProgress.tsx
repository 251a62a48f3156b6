// How far sharing or joining is: percent, amount, and the time that is left.
import { useEffect, useState } from 'react';
import { sharingJob } from '../../../shared/contract/sharing.ts';
import { bridge } from '../../api/bridge.ts';
import { size } from '../backups/backup-text.ts';
import styles from './sharing.module.css';

export function SharingProgress({ label }: { readonly label: string }) {
  const [began] = useState(() => performance.now());
  const [{ done, total, at }, setProgress] = useState({ done: 0, total: 0, at: began });
  useEffect(
    () =>
      bridge().onProgress(
        now =>
          now.jobId === sharingJob && setProgress({ done: now.done, total: now.total ?? 0, at: performance.now() }),
      ),
    [],
  );
  const part = total > 0 ? Math.min(1, done / total) : null;
  const seconds = (at - began) / 1000;
  const left = part !== null && part > 0.05 && seconds > 1 ? Math.ceil((seconds / part) * (1 - part)) : null;
  return (
    <div className={styles.progress}>
      <p>
        <span>
          {label}
          {part !== null && `: ${Math.floor(100 * part)}%`}
        </span>
        <span className={styles.quiet}>
          {part !== null && `${size(done)} of ${size(total)}`}
          {left !== null && `, about ${left} s left`}
        </span>
      </p>
      <progress aria-label={label} max={1} value={part ?? undefined} />
    </div>
  );
}
