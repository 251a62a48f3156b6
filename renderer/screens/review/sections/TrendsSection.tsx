// The figures over time: volume, the two rates with their intervals over the band, how long it takes, and any other by choice.
import { useMemo, useState } from 'react';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { hasLine, overTime } from '../charts/over-time.ts';
import { spreadOf } from '../charts/shapes.ts';
import { figureOf, useReview } from '../review-context.tsx';
import styles from './trends.module.css';

/** Drawn always; the others are one choice away. */
const always = ['mql-volume', 'mql-to-sql-cohort', 'sql-to-customer-cohort'] as const;

export function TrendsSection() {
  const { data } = useReview();
  const others = data.figures.figures.filter(
    figure =>
      hasLine(figure) && !always.some(id => id === figure.id) && figure.series.some(({ value }) => value !== null),
  );
  const [chosen, setChosen] = useState('acceptance');
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  const started = always.some(id => (figureOf(data.figures, id)?.series ?? []).some(({ n }) => n > 0));
  if (!started) {
    return (
      <EmptyState glyph="mql" title="No history yet">
        Once a lead has become MQL, this shows week after week.
      </EmptyState>
    );
  }
  return (
    <div className={styles.charts}>
      {always.map(id => (
        <Line id={id} key={id} />
      ))}
      <Spread />
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
          <Line id={other.id} key={other.id} />
        </div>
      )}
    </div>
  );
}

/** One figure over the last periods; each bar and point opens its people. */
function Line({ id }: { readonly id: string }) {
  const { data, openLeads } = useReview();
  const format = useFormat();
  const { figures } = data;
  const figure = figureOf(figures, id);
  const { kind } = figures.period;
  const spec = useMemo(() => figure && overTime(format, figure, kind), [figure, format, kind]);
  if (!figure || !spec) return null;
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
                openLeads({ title: set.label, figureId: id, set: set.key, date: point.from });
              }
            },
          }
        : {})}
    />
  );
}

/** Time to conversion over a year; of a review that was closed before that was kept, over its period. */
function Spread() {
  const { data } = useReview();
  const format = useFormat();
  const figure = figureOf(data.figures, 'time-to-conversion-lately') ?? figureOf(data.figures, 'time-to-conversion');
  const spec = useMemo(() => figure && spreadOf(format, figure), [figure, format]);
  return spec ? <Chart spec={spec} /> : null;
}
