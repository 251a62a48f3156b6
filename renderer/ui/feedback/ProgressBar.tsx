// Long work: what is being done, how far it is, and the way to stop it. Shown after 300 ms.
import { Button } from '../Button.tsx';
import { useFormat } from '../format.tsx';
import styles from './feedback.module.css';
import { useDelayed } from './Skeleton.tsx';

type Props = {
  /** "Reading the file". */
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  /** "rows", "people". */
  readonly unit?: string;
  readonly onCancel?: (() => void) | undefined;
};

export function ProgressBar({ label, done, total, unit, onCancel }: Props) {
  const format = useFormat();
  if (!useDelayed()) return null;
  const count = total === null ? format.whole(done) : `${format.whole(done)} of ${format.whole(total)}`;
  return (
    <div className={styles.progress}>
      <p className={styles.progressWords}>
        <span>{label}</span>
        <span className={styles.count}>{unit ? `${count} ${unit}` : count}</span>
      </p>
      <progress aria-label={label} max={total ?? undefined} value={total === null ? undefined : done} />
      {onCancel && (
        <Button onClick={onCancel} size="small">
          Stop
        </Button>
      )}
    </div>
  );
}
