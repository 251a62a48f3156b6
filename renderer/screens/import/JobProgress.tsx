// Progress of a file job: rate, time left, cancel.
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import type { Job } from './use-import.ts';

export function JobProgress({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const format = useFormat();
  const done = job.progress?.done ?? 0;
  const part = job.progress?.part ?? 0;
  const seconds = (performance.now() - job.began) / 1000;
  const total = part > 0.02 ? Math.round(done / part) : null;
  const left = part > 0.05 && part < 1 ? Math.ceil((seconds / part) * (1 - part)) : null;
  return (
    <section aria-label={job.label} className={styles.job}>
      <ProgressBar done={done} label={job.label} onCancel={onCancel} total={total} unit="rows" />
      {seconds > 1 && done > 0 && (
        <p className={styles.quiet}>
          {format.whole(Math.round(done / seconds))} rows per second
          {left !== null && `, about ${left} s left`}
        </p>
      )}
    </section>
  );
}
