// The series of a chart as Chart.js draws them, in the colors of a scheme.
import type { ChartData, ChartDataset } from 'chart.js';
import { hatch, type Ink } from './palette.ts';
import type { Bars, ChartSpec, Curve, LineSeries, Series } from './types.ts';

export type Kinds = 'bar' | 'line' | 'scatter';
type Data = (number | null | { x: number; y: number })[];
export type DrawnData = ChartData<Kinds, Data>;

const maxBar = 44;

/** What fills a bar: whole, slanted lines, or nothing but its edge. */
const fillOf = (color: string, fill: Bars['fill'], ink: Ink): CanvasPattern | string => {
  switch (fill) {
    case 'hatched':
      return hatch(color, ink('paper'));
    case 'outline':
      return ink('paper');
    case 'solid':
    case undefined:
      return color;
    default:
      return fill satisfies never;
  }
};

/** Length of a bar that grows by tenfold steps; 0 stays 0. */
const tenfold = (value: number | null): number | null => (value === null ? null : Math.log10(1 + value));

/** A line, over names or over numbers. */
const lineLook = ({ dash, shape }: LineSeries | Curve, categories: number, color: string) => ({
  borderColor: color,
  backgroundColor: color,
  borderWidth: 2,
  borderDash: dash ? [6, 4] : [],
  pointStyle: shape === 'none' ? (false as const) : (shape ?? 'circle'),
  pointRadius: categories > 30 ? 0 : 3,
  pointHoverRadius: 6,
  // A point on the edge is drawn whole.
  clip: false as const,
  order: 1,
});

function datasetOf(series: Series, ink: Ink, isTenfold: boolean): ChartDataset<Kinds, Data> {
  const color = ink(series.tone);
  const { label } = series;
  switch (series.kind) {
    case 'bars': {
      const plain = fillOf(color, series.fill, ink);
      const unsure = series.unsure?.some(Boolean) ? hatch(color, ink('paper')) : plain;
      return {
        type: 'bar',
        label,
        data: isTenfold ? series.values.map(tenfold) : [...series.values],
        backgroundColor: series.values.map((_, category) => (series.unsure?.[category] ? unsure : plain)),
        hoverBackgroundColor: series.values.map((_, category) => (series.unsure?.[category] ? unsure : plain)),
        borderColor: color,
        hoverBorderColor: ink('ink'),
        borderWidth: 1,
        hoverBorderWidth: 2,
        borderRadius: 2,
        maxBarThickness: maxBar,
        order: 2,
        ...(series.stack === undefined ? {} : { stack: series.stack }),
      };
    }
    case 'line':
      return {
        type: 'line',
        label,
        data: [...series.values],
        ...lineLook(series, series.values.length, color),
      };
    case 'intervals':
      return {
        type: 'line',
        label,
        data: [...series.values],
        showLine: false,
        borderColor: color,
        pointBorderColor: color,
        pointBorderWidth: 2,
        pointBackgroundColor: series.values.map((_, category) => (series.unsure?.[category] ? ink('paper') : color)),
        pointRadius: 4,
        pointHoverRadius: 6,
        clip: false,
        order: 0,
      };
    case 'curve':
      return {
        type: 'scatter',
        label,
        data: series.points.map(({ x, y }) => ({ x, y })),
        showLine: true,
        ...lineLook(series, series.points.length, color),
      };
    default:
      return series satisfies never;
  }
}

export const dataOf = ({ x, y, series }: ChartSpec, ink: Ink): DrawnData => ({
  labels: x.kind === 'names' ? [...x.names] : [],
  datasets: series.map(one => datasetOf(one, ink, y.tenfold ?? false)),
});
