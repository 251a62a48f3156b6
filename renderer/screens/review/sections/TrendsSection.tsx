// The figures over time: volume, the two rates with their intervals over the band, how long it takes, and any other by choice.
import { useMemo, useState } from 'react';
import type { FigureValue } from '../../../../shared/figures.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { hasLine, overTime } from '../charts/over-time.ts';
import { spreadOf } from '../charts/shapes.ts';
import { figuresIn, trendsOf } from '../figure-layout.ts';
import { useReview } from '../review-context.tsx';
import styles from './trends.module.css';

export function TrendsSection() {
  const { data } = useReview();
  const always = trendsOf(data.figures);
  const others = data.figures.figures.filter(
    figure => hasLine(figure) && !figure.placement.trend && figure.series.some(({ value }) => value !== null),
  );
  const [chosen, setChosen] = useState('acceptance');
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  const started = always.some(({ series }) => series.some(({ n }) => n > 0));
  if (!started) {
    return (
      <EmptyState glyph="mql" title="No history yet">
        Once a lead has become MQL, this shows week after week.
      </EmptyState>
    );
  }
  return (
    <div className={styles.charts}>
      {always.map(figure => (
        <Line figure={figure} key={figure.id} />
      ))}
      {figuresIn(data.figures, 'trends', 'distribution').map(figure => (
        <Spread figure={figure} key={figure.id} />
      ))}
      {other && (
        <div className={styles.chosen}>
          <div className={styles.choice}>
            <Choice
              label="Figure"
              onChange={id => id !== null && setChosen(id)}
              options={others.map(({ id, label }) => ({ value: id, label }))}
              value={other.id}
            />
          </div>
          <Line figure={other} key={other.id} />
        </div>
      )}
    </div>
  );
}

/** One figure over the last periods; each bar and point opens its people. */
function Line({ figure }: { readonly figure: FigureValue }) {
  const { data, openLeads } = useReview();
  const format = useFormat();
  const { kind } = data.figures.period;
  const spec = useMemo(() => overTime(format, figure, kind), [figure, format, kind]);
  const [set] = figure.sets;
  return (
    <Chart
      spec={spec}
      {...(set
        ? {
            onPick: ({ category, series }) => {
              const point = figure.series[category];
              // The mean of the periods before has no people of its own.
              if (point && series === 0) {
                openLeads({ title: set.label, figureId: figure.id, set: set.key, date: point.from });
              }
            },
          }
        : {})}
    />
  );
}

/** How the durations behind a figure are spread. */
function Spread({ figure }: { readonly figure: FigureValue }) {
  const format = useFormat();
  const spec = useMemo(() => spreadOf(format, figure), [figure, format]);
  return spec ? <Chart spec={spec} /> : null;
}
