// The picture of all thresholds, and trying another: by slider, by number, by clicking on the curve.
import { useMemo, useState } from 'react';
import { countText, mqlsAWeekText } from '../../../../shared/count-text.ts';
import type { ThresholdAnalysis } from '../../../../shared/threshold.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { columnPositions } from '../../../ui/chart/chart-table.ts';
import { announce } from '../../../ui/feedback/announce.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Slider } from '../what-if/Slider.tsx';
import styles from './threshold.module.css';
import { thresholdAt, thresholdChart } from './threshold-chart.ts';

export function ThresholdChart({ analysis }: { readonly analysis: ThresholdAnalysis }) {
  const format = useFormat();
  const [chosen, setChosen] = useState<number | null>(null);
  const highest = analysis.points.at(-1)?.threshold ?? analysis.threshold;
  const tried = Math.min(chosen ?? analysis.threshold, highest);
  const spec = useMemo(() => thresholdChart(analysis, tried, format), [analysis, tried, format]);
  const point = analysis.points.find(({ threshold }) => threshold === tried);
  const text =
    point &&
    `At ${tried}: ${mqlsAWeekText(format.decimal(point.mqlsPerWeek))}, ${format.whole(point.customers)} of ${countText(format.whole(analysis.customers), 'customer', 'customers')} found before they bought.`;
  return (
    <section aria-label="All thresholds" className={styles.picture}>
      <Chart
        height={18}
        onPick={({ category, series }) => {
          const one = spec.series[series];
          const x = one?.kind === 'curve' ? one.points[category]?.x : columnPositions(spec)[category];
          if (x !== undefined) setChosen(thresholdAt(analysis, x));
        }}
        spec={spec}
      />
      <div className={styles.try}>
        <Slider
          label="Try a threshold"
          look="ripe"
          mark={analysis.inForce}
          max={highest}
          meaning="Nothing changes until you add it to the draft."
          min={1}
          onMove={setChosen}
          onRest={() => text && announce(text)}
          unit="points"
          value={tried}
        />
        <p className={styles.tried}>{text}</p>
        <span className={styles.tryButtons}>
          {tried !== analysis.threshold && <Take threshold={tried} />}
          {analysis.best !== null && tried !== analysis.best && (
            <Button look="plain" onClick={() => setChosen(analysis.best)}>
              Show the best, {analysis.best}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.honest}>
        Based on today’s field values and the dates of activities, over {format.whole(Math.round(analysis.weeks))}{' '}
        weeks. “About right” covers every threshold that is as good as the best one, as far as{' '}
        {format.whole(analysis.customers)} customers can show. Activities count until sales took over or the customer
        bought, because talking to sales adds points.
      </p>
    </section>
  );
}

function Take({ threshold }: { readonly threshold: number }) {
  const { run } = useCommand('criteria.changeDraft');
  return (
    <Button
      onClick={() =>
        run(
          { changes: [{ part: 'limits', limits: { threshold } }], what: `set the threshold to ${threshold}` },
          { done: `Threshold set to ${threshold} in the draft. Publish it under Rules.` },
        )
      }
    >
      Use {threshold} in the draft
    </Button>
  );
}
