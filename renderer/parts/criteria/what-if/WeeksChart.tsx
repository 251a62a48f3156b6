// Chart of MQLs by week: draft as bars, baseline as line.
import { memo, useMemo } from 'react';
import type { ReplayComparison } from '../../../../shared/what-if.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../../ui/chart/types.ts';
import { useFormat } from '../../../ui/format.tsx';

type Props = { readonly answer: ReplayComparison; readonly label: string; readonly height: number };

export const WeeksChart = memo(function WeeksChart({ answer, label, height }: Props) {
  const format = useFormat();
  const { weeks, against, draft: mine, actual: theirs } = answer;
  const spec = useMemo((): ChartSpec => {
    const base = against === 'actual' ? 'Actual' : 'Current rules';
    const draft = weeks.map(week => week.draft);
    const actual = weeks.map(week => week.actual);
    return {
      title: 'MQLs by week',
      says: `${format.whole(mine.mqls)} in total under ${label.toLowerCase()}; ${
        against === 'actual'
          ? `actual ${format.whole(theirs.mqls)}`
          : `${format.whole(theirs.mqls)} under the current rules`
      }.`,
      x: { kind: 'names', label: 'Week from', names: weeks.map(week => format.date(week.start)) },
      y: { label: 'MQLs', write: format.whole },
      series: [
        { kind: 'bars', label, tone: 'grow', values: draft },
        { kind: 'line', label: base, tone: 'ink', values: actual, shape: 'none' },
      ],
    };
  }, [weeks, against, mine, theirs, label, format]);
  return <Chart height={height} spec={spec} />;
});
