// MQLs by week: under the draft as bars, and what there was as a line over them.
import { useMemo } from 'react';
import type { ReplayComparison } from '../../../../shared/what-if.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../../ui/chart/types.ts';
import { useFormat } from '../../../ui/format.tsx';

export function WeeksChart({ answer, height }: { readonly answer: ReplayComparison; readonly height: number }) {
  const format = useFormat();
  const { weeks, against } = answer;
  const spec = useMemo((): ChartSpec => {
    const base = against === 'really' ? 'Really' : 'Rules in force';
    const usual = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const draft = weeks.map(week => week.draft);
    const really = weeks.map(week => week.really);
    return {
      title: 'MQLs by week',
      says: `${format.decimal(usual(draft))} a week under the draft; ${format.decimal(usual(really))} ${
        against === 'really' ? 'there really were' : 'under the rules in force'
      }.`,
      x: { kind: 'names', label: 'Week from', names: weeks.map(week => format.date(week.start)) },
      y: { label: 'MQLs', write: format.whole },
      series: [
        { kind: 'bars', label: 'Draft', tone: 'grow', values: draft },
        { kind: 'line', label: base, tone: 'ink', values: really, shape: 'none' },
      ],
    };
  }, [weeks, against, format]);
  return <Chart height={height} spec={spec} />;
}
