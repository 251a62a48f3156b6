// The one part for charts: a sentence that says what is to be seen, the picture, its table one key away, and ways to take it along.
import { type KeyboardEvent, lazy, Suspense, useId, useState } from 'react';
import { announce } from '../feedback/announce.tsx';
import { nextIndex } from '../table/walk.ts';
import { ChartTable } from './ChartTable.tsx';
import { ChartTools } from './ChartTools.tsx';
import styles from './chart.module.css';
import { categoryText, columnPositions, isBlank } from './chart-table.ts';
import { Legend, needsLegend } from './Legend.tsx';
import type { ChartSpec, PickedMark } from './types.ts';
import { useScheme } from './use-scheme.ts';

const Canvas = lazy(() => import('./Canvas.tsx').then(code => ({ default: code.Canvas })));

type Props = {
  /** Keep it the same value while nothing changes (useMemo): a new one draws anew. */
  readonly spec: ChartSpec;
  /** Of the picture, in rem. */
  readonly height?: number;
  /** Opens what stands behind a bar or point: by click, by Enter on the place the arrows have reached, and from the table. */
  readonly onPick?: (picked: PickedMark) => void;
  /** On paper: light whatever the window is, without buttons. */
  readonly paper?: boolean;
  /** The title is said by a heading above already. */
  readonly untitled?: boolean;
};

/**
 * Draws a `ChartSpec` (types.ts): bars, stacked bars, lines, points with intervals, curves over numbers, bands and marks. The
 * same value makes the picture, the table behind "T", what is read aloud, the exported PNG and what is copied, so that they
 * cannot differ. Colors are names of tokens.css and follow light and dark; nothing moves.
 *
 *   <Chart spec={useMemo(() => ({ title: 'MQLs by week', says: '12 became MQL, usually 9.',
 *     x: { kind: 'names', label: 'Week', names }, y: { label: 'People', write: format.whole },
 *     series: [{ kind: 'bars', label: 'Became MQL', tone: 'stage-mql', values }] }), [...])} />
 */
export function Chart({ spec, height = 15, onPick, paper = false, untitled = false }: Props) {
  const [asTable, setAsTable] = useState(false);
  const [category, setRoute] = useState<number | null>(null);
  const scheme = useScheme();
  const says = useId();
  const count = columnPositions(spec).length;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() !== 't') return;
    event.preventDefault();
    event.stopPropagation();
    setAsTable(!asTable);
    announce(asTable ? 'Shown as a chart' : 'Shown as a table');
  }

  function walk(event: KeyboardEvent) {
    const next = nextOf(event.key, category, count);
    const series = spec.series.findIndex(({ kind }) => kind !== 'curve');
    if (event.key === 'Enter' && category !== null && onPick && series >= 0) onPick({ category, series });
    else if (event.key === 'Escape' && category !== null) setRoute(null);
    else if (next !== null) {
      setRoute(next);
      announce(categoryText(spec, next));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <figure aria-describedby={says} aria-label={spec.title} className={styles.chart} onKeyDown={onKeyDown}>
      <figcaption className={styles.head}>
        {!untitled && <span className={styles.title}>{spec.title}</span>}
        <span className={styles.says} id={says}>
          {spec.says}
        </span>
        {!paper && <ChartTools asTable={asTable} onTable={() => setAsTable(!asTable)} spec={spec} />}
      </figcaption>
      {asTable ? (
        <ChartTable onPick={onPick} spec={spec} />
      ) : isBlank(spec) ? null : (
        <>
          {needsLegend(spec) && <Legend spec={spec} />}
          {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the arrows walk along the places and read them aloud */}
          <div
            aria-label={`${spec.title}. ${spec.says}`}
            className={styles.picture}
            onBlur={() => setRoute(null)}
            onKeyDown={walk}
            role="img"
            style={{ '--height': `${height}rem` } as React.CSSProperties}
            tabIndex={paper ? undefined : 0}
          >
            <Suspense>
              <Canvas onPick={onPick} category={category} scheme={paper ? 'light' : scheme} spec={spec} />
            </Suspense>
          </div>
          {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        </>
      )}
    </figure>
  );
}

/** Left and up go back, right and down go on; from nowhere to the last place, which is the present. */
function nextOf(key: string, category: number | null, count: number): number | null {
  const along = key === 'ArrowRight' ? 'ArrowDown' : key === 'ArrowLeft' ? 'ArrowUp' : key;
  if (category === null) return along === 'ArrowUp' || along === 'ArrowDown' ? count - 1 : null;
  return nextIndex(along, category, count, 5);
}
