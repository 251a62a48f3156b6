// A rate with its interval over the benchmark band: where the truth may lie, and where it ought to.
import type { CSSProperties } from 'react';
import type { Band } from '../../../shared/figures.ts';
import styles from './figure.module.css';

type Props = {
  /** Shares, 0 to 1. */
  readonly value: number;
  readonly interval: Band;
  readonly band?: Band;
  /** "Cannot tell yet: 9 more would." */
  readonly verdict?: string;
};

const percent = (share: number) => Math.round(share * 100);

export function IntervalStrip({ value, interval, band, verdict }: Props) {
  const most = scaleEnd(Math.max(interval.high, band?.high ?? 0));
  const at = (share: number) => (Math.min(share, most) / most) * 100;
  const span = ({ low, high }: Band) => ({ '--from': `${at(low)}%`, '--to': `${100 - at(high)}%` }) as CSSProperties;
  const bandWords = band && `${percent(band.low)}–${percent(band.high)} %`;
  return (
    <div className={styles.strip}>
      <div
        aria-label={`${percent(value)} %, 95 % CI ${percent(interval.low)} to ${percent(interval.high)} %${
          band ? `; target range ${bandWords}` : ''
        }`}
        className={styles.track}
        role="img"
      >
        {band && <span className={styles.band} style={span(band)} />}
        <span className={styles.interval} style={span(interval)} />
        <span className={styles.point} style={{ '--from': `${at(value)}%` } as CSSProperties} />
      </div>
      <p aria-hidden="true" className={styles.scale}>
        <span>0</span>
        {band && (
          <span className={styles.bandWords} style={span(band)}>
            {bandWords}
          </span>
        )}
        <span>{percent(most)} %</span>
      </p>
      {verdict && <p className={styles.verdict}>{verdict}</p>}
    </div>
  );
}

/** End of the scale: the next ten percent with some room, at least 10 %, at most all. */
const scaleEnd = (share: number): number => Math.min(1, Math.max(0.1, Math.ceil(share * 11.5) / 10));
