// A rate with its interval over the benchmark band: where the truth may lie, and where it ought to.
import type { CSSProperties } from 'react';
import type { TargetRange } from '../../../shared/figures.ts';
import styles from './figure.module.css';

type Props = {
  /** Shares, 0 to 1. */
  readonly value: number;
  readonly interval: TargetRange;
  readonly targetRange?: TargetRange;
  /** "Cannot tell yet: 9 more would." */
  readonly status?: string;
};

const percent = (share: number) => Math.round(share * 100);

export function IntervalStrip({ value, interval, targetRange, status }: Props) {
  const most = scaleEnd(Math.max(interval.high, targetRange?.high ?? 0));
  const at = (share: number) => (Math.min(share, most) / most) * 100;
  const span = ({ low, high }: TargetRange) =>
    ({ '--from': `${at(low)}%`, '--to': `${100 - at(high)}%` }) as CSSProperties;
  const targetRangeText = targetRange && `${percent(targetRange.low)}–${percent(targetRange.high)} %`;
  return (
    <div className={styles.strip}>
      <div
        aria-label={`${percent(value)} %, 95 % CI ${percent(interval.low)} to ${percent(interval.high)} %${
          targetRange ? `; target range ${targetRangeText}` : ''
        }`}
        className={styles.track}
        role="img"
      >
        {targetRange && <span className={styles.targetRange} style={span(targetRange)} />}
        <span className={styles.interval} style={span(interval)} />
        <span className={styles.point} style={{ '--from': `${at(value)}%` } as CSSProperties} />
      </div>
      <p aria-hidden="true" className={styles.scale}>
        <span>0</span>
        {targetRange && (
          <span className={styles.targetRangeText} style={span(targetRange)}>
            {targetRangeText}
          </span>
        )}
        <span>{percent(most)} %</span>
      </p>
      {status && <p className={styles.status}>{status}</p>}
    </div>
  );
}

/** End of the scale: the next ten percent with some room, at least 10 %, at most all. */
const scaleEnd = (share: number): number => Math.min(1, Math.max(0.1, Math.ceil(share * 11.5) / 10));
