// A chart on paper: a picture of fixed size in the colors of paper, drawn at once and never again.
import { useMemo } from 'react';
import styles from './chart.module.css';
import { isBlank } from './chart-table.ts';
import { Legend, needsLegend } from './Legend.tsx';
import { dataUrlOf } from './picture.ts';
import type { ChartSpec } from './types.ts';

type Props = {
  readonly spec: ChartSpec;
  /** CSS pixels; it is as wide as what holds it. */
  readonly width: number;
  readonly height: number;
};

export function PrintChart({ spec, width, height }: Props) {
  const blank = isBlank(spec);
  const url = useMemo(() => (blank ? '' : dataUrlOf(spec, width, height)), [blank, spec, width, height]);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{spec.title}</span>
        <span className={styles.says}>{spec.says}</span>
      </figcaption>
      {!blank && needsLegend(spec) && <Legend spec={spec} />}
      {!blank && (
        <img alt={`${spec.title}. ${spec.says}`} className={styles.printed} height={height} src={url} width={width} />
      )}
    </figure>
  );
}
