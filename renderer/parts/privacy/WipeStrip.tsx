// Over every screen: an erasure that was cut short is being finished in the file, with how far it is and the way to stop it.
import { useEffect, useState } from 'react';
import { finishErasingJob } from '../../../shared/privacy.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import styles from '../backups/backups.module.css';

/** Nothing is drawn while nothing is left of an erasure. */
export function WipeStrip() {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number | null } | null>(null);
  useEffect(
    () =>
      bridge().onProgress(now => now.jobId === finishErasingJob && setProgress(now.done === now.total ? null : now)),
    [],
  );
  if (progress === null) return null;
  return (
    <aside aria-label="Finishing an erasure" className={styles.strip}>
      <ProgressBar
        done={progress.done}
        label="Overwriting what an erasure has deleted; if you stop, the next start goes on with it"
        onCancel={() => void call('privacy.cancel', { jobId: finishErasingJob })}
        total={progress.total}
        unit="MB"
      />
    </aside>
  );
}
