// Charts of conversion time, funnel and sources.
import type { FigureTable, FigureValue, FunnelStep } from '../../../../shared/figures.ts';
import type { ChartSpec } from '../../../ui/chart/types.ts';
import type { Format } from '../../../ui/format.tsx';
import { wholeWords } from '../figure-text.ts';

/** The durations behind a median; null where there are none. */
export function spreadOf(format: Format, figure: FigureValue): ChartSpec | null {
  const { distribution, label, unit } = figure;
  if (distribution === null) return null;
  const { bars, n, median, lowerQuartile, upperQuartile, mean } = distribution;
  const days = (value: number) => wholeWords(format, unit, value);
  return {
    title: label,
    says: `Half took ${format.decimal(lowerQuartile)} to ${days(upperQuartile)}; the median is ${days(median)}, the mean ${days(mean)} (n ${n}).`,
    x: {
      kind: 'names',
      label: unit === 'hours' ? 'Hours' : 'Days',
      names: bars.map(({ from, to }) => (to - from === 1 ? String(from) : `${from} to ${to - 1}`)),
    },
    y: { label: 'People', write: format.whole },
    series: [{ kind: 'bars', label: 'People', tone: 'grow', values: bars.map(({ count }) => count) }],
  };
}

/** The funnel as lying bars that grow by tenfold steps: from 13,000 strangers to one customer, both can be seen. */
export function funnelChart(format: Format, steps: readonly FunnelStep[], title: string): ChartSpec {
  const first = steps[0]?.count ?? 0;
  const last = steps.at(-1)?.count ?? 0;
  return {
    title,
    says: `From ${format.whole(first)} strangers to ${format.whole(last)} ${last === 1 ? 'customer' : 'customers'}. Bars use a logarithmic scale.`,
    lying: true,
    x: { kind: 'names', label: 'Stage', names: steps.map(({ label }) => label) },
    y: { label: '', write: format.whole, tenfold: true },
    series: [{ kind: 'bars', label: 'People', tone: 'grow', values: steps.map(({ count }) => count) }],
    columns: [
      {
        label: 'from previous stage',
        cells: steps.map(({ share }) => (share === null ? '' : format.percent(share))),
      },
    ],
  };
}

/** One column of the table of channels as lying bars, with its n; what is not known is said in its place. */
export function columnChart(format: Format, table: FigureTable, figureId: string): ChartSpec | null {
  const at = table.columns.findIndex(column => column.figureId === figureId);
  const column = table.columns[at];
  if (column === undefined || table.rows.length === 0) return null;
  const { label, unit } = column;
  const cells = table.rows.map(row => row.cells[at]);
  const known = cells.filter(cell => cell?.value != null).length;
  if (known === 0) return null;
  return {
    title: `${label}, by ${table.by}`,
    says: `${table.rows.length} ${table.rows.length === 1 ? table.by : `${table.by}s`}; total ${totalText(format, table, at)}.`,
    lying: true,
    x: {
      kind: 'names',
      label: table.label,
      names: table.rows.map(row => row.label),
      notes: cells.map(cell => cell?.why ?? null),
    },
    y: { label: '', write: value => wholeWords(format, unit, value) },
    series: [
      {
        kind: 'bars',
        label,
        tone: unit === 'money' ? 'accent' : 'stage-mql',
        values: cells.map(cell => cell?.value ?? null),
      },
    ],
    ...(unit === 'leads'
      ? {}
      : {
          columns: [
            {
              label: 'n',
              cells: cells.map(cell =>
                cell?.numerator == null ? `${cell?.n ?? 0}` : `${cell.numerator} of ${cell.n}`,
              ),
            },
          ],
        }),
  };
}

function totalText(format: Format, table: FigureTable, at: number): string {
  const total = table.total[at];
  const unit = table.columns[at]?.unit ?? 'leads';
  if (total?.value == null) return (total?.why ?? 'not known').toLowerCase();
  return `${wholeWords(format, unit, total.value)}${unit === 'leads' || total.n === 0 ? '' : ` (n ${total.n})`}`;
}
