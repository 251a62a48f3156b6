// Two shares on one line, each with the interval it may lie in: filled with the sign, hollow without it.
import type { CSSProperties } from 'react';
import type { Share } from '../../../../shared/what-if.ts';
import { intervalText, percentText } from '../../../parts/criteria/share-text.ts';
import { useFormat } from '../../../ui/format.tsx';
import styles from './two-shares.module.css';

type Props = {
  readonly having: Share;
  readonly lacking: Share;
  /** Share at the right end. */
  readonly most: number;
};

export function TwoShares({ having, lacking, most }: Props) {
  const format = useFormat();
  const text = (share: Share) => `${percentText(format, share)}, ${intervalText(format, share)}`;
  return (
    <div
      aria-label={`With ${text(having)}; without: ${text(lacking)}`}
      className={styles.shares}
      role="img"
      title={`With: ${text(having)}\nWithout: ${text(lacking)}`}
    >
      <Line most={most} share={having} side="with" />
      <Line most={most} share={lacking} side="without" />
    </div>
  );
}

function Line({ share: { numerator, n, interval }, most, side }: { share: Share; most: number; side: string }) {
  if (interval === null) return <span className={styles.line} />;
  const at = (value: number) => `${(Math.min(value, most) / most) * 100}%`;
  const style = { '--low': at(interval.low), '--high': at(interval.high), '--at': at(numerator / n) } as CSSProperties;
  return (
    <span className={styles.line} data-side={side} style={style}>
      <span className={styles.interval} />
      <span className={styles.point} />
    </span>
  );
}
