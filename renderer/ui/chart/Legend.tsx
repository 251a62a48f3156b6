// Which series is which: by fill, dash and shape as well as by color.
import styles from './chart.module.css';
import type { ChartSpec, Series } from './types.ts';

/** One series alone needs no legend: the title says what it is. */
export const needsLegend = ({ series, bands = [] }: ChartSpec): boolean => series.length + bands.length > 1;

export const Legend = ({ spec: { series, bands = [] } }: { readonly spec: ChartSpec }) => (
  <ul className={styles.legend}>
    {series.map(one => (
      <li key={one.label}>
        <Swatch series={one} />
        {one.label}
      </li>
    ))}
    {bands.map(({ label }) => (
      <li key={label}>
        <svg aria-hidden="true" className={styles.swatch} viewBox="0 0 18 12">
          <rect className={styles.band} height="10" width="18" y="1" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);

/** Drawn as the series is drawn on the canvas. */
function Swatch({ series }: { readonly series: Series }) {
  const style = { color: `var(--${series.tone})` };
  return (
    <svg aria-hidden="true" className={styles.swatch} style={style} viewBox="0 0 18 12">
      {series.kind === 'bars' ? <BarSwatch fill={series.fill} /> : <LineSwatch series={series} />}
    </svg>
  );
}

const BarSwatch = ({ fill = 'solid' }: { readonly fill?: 'solid' | 'hatched' | 'outline' | undefined }) => (
  <>
    <rect
      fill={fill === 'solid' ? 'currentColor' : 'none'}
      height="9"
      stroke="currentColor"
      width="15"
      x="1.5"
      y="1.5"
    />
    {fill === 'hatched' && (
      <path d="M2 10l8-8M7 10l8-8M12 10l4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    )}
  </>
);

function LineSwatch({ series }: { readonly series: Exclude<Series, { kind: 'bars' }> }) {
  if (series.kind === 'intervals') {
    return (
      <>
        <path d="M9 1v10M6 1h6M6 11h6" fill="none" stroke="currentColor" />
        <circle cx="9" cy="6" fill="currentColor" r="2.5" />
      </>
    );
  }
  return (
    <>
      <path
        d="M0 6h18"
        fill="none"
        stroke="currentColor"
        strokeDasharray={series.dash ? '4 3' : 'none'}
        strokeWidth="2"
      />
      {shapes[series.shape ?? 'circle']}
    </>
  );
}

const shapes = {
  none: null,
  circle: <circle cx="9" cy="6" fill="currentColor" r="3" />,
  rect: <rect fill="currentColor" height="6" width="6" x="6" y="3" />,
  triangle: <path d="M9 2l4 7H5z" fill="currentColor" />,
  rectRot: <path d="M9 2l4 4-4 4-4-4z" fill="currentColor" />,
} as const;
