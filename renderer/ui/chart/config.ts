// From a chart's description to what Chart.js wants: datasets and options in the colours of a scheme, without motion.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartData,
  type ChartDataset,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { chartTable, placesOf } from './chart-table.ts';
import { hatch, type Ink } from './palette.ts';
import type { Bars, ChartSpec, Series } from './types.ts';

// Only what is drawn comes along: no legend, no animation of colours, no other scales.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

export type Kinds = 'bar' | 'line' | 'scatter';
type Data = (number | null | { x: number; y: number })[];
export type DrawnData = ChartData<Kinds, Data>;

export const fontFamily = '"Inter Variable", system-ui, sans-serif';
/** Letters of axes and numbers, in pixels at 100 %. */
export const letters = 12;

const maxBar = 44;

/** What fills a bar: whole, slanted lines, or nothing but its edge. */
const fillOf = (colour: string, fill: Bars['fill'], ink: Ink): CanvasPattern | string => {
  switch (fill) {
    case 'hatched':
      return hatch(colour, ink('paper'));
    case 'outline':
      return ink('paper');
    case 'solid':
    case undefined:
      return colour;
    default:
      return fill satisfies never;
  }
};

/** Length of a bar that grows by tenfold steps; 0 stays 0. */
const tenfold = (value: number | null): number | null => (value === null ? null : Math.log10(1 + value));

function datasetOf(series: Series, ink: Ink, isTenfold: boolean): ChartDataset<Kinds, Data> {
  const colour = ink(series.tone);
  const { label } = series;
  switch (series.kind) {
    case 'bars': {
      const plain = fillOf(colour, series.fill, ink);
      const unsure = series.unsure?.some(Boolean) ? hatch(colour, ink('paper')) : plain;
      return {
        type: 'bar',
        label,
        data: isTenfold ? series.values.map(tenfold) : [...series.values],
        backgroundColor: series.values.map((_, place) => (series.unsure?.[place] ? unsure : plain)),
        hoverBackgroundColor: series.values.map((_, place) => (series.unsure?.[place] ? unsure : plain)),
        borderColor: colour,
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
        borderColor: colour,
        backgroundColor: colour,
        borderWidth: 2,
        borderDash: series.dash ? [6, 4] : [],
        pointStyle: series.shape === 'none' ? false : (series.shape ?? 'circle'),
        pointRadius: series.values.length > 30 ? 0 : 3,
        pointHoverRadius: 6,
        // A point on the edge is drawn whole.
        clip: false,
        order: 1,
      };
    case 'intervals':
      return {
        type: 'line',
        label,
        data: [...series.values],
        showLine: false,
        borderColor: colour,
        pointBorderColor: colour,
        pointBorderWidth: 2,
        pointBackgroundColor: series.values.map((_, place) => (series.unsure?.[place] ? ink('paper') : colour)),
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
        borderColor: colour,
        backgroundColor: colour,
        borderWidth: 2,
        borderDash: series.dash ? [6, 4] : [],
        pointStyle: series.shape === 'none' ? false : (series.shape ?? 'circle'),
        pointRadius: series.points.length > 30 ? 0 : 3,
        pointHoverRadius: 6,
        // A point on the edge is drawn whole.
        clip: false,
        order: 1,
      };
    default:
      return series satisfies never;
  }
}

export const dataOf = ({ x, y, series }: ChartSpec, ink: Ink): DrawnData => ({
  labels: x.kind === 'names' ? [...x.names] : [],
  datasets: series.map(one => datasetOf(one, ink, y.tenfold ?? false)),
});

/** Half a person is on no axis. */
const countsWhole = (all: readonly Series[]): boolean => {
  const bars = all.filter(series => series.kind === 'bars');
  return bars.length > 0 && bars.every(({ values }) => values.every(value => Number.isInteger(value ?? 0)));
};

export function optionsOf(spec: ChartSpec, ink: Ink): ChartOptions<Kinds> {
  const { x, y, series, lying = false } = spec;
  const ticks = { color: ink('ink-3'), font: { family: fontFamily, size: letters } };
  const title = (text: string) => ({
    display: text !== '',
    text,
    color: ink('ink-3'),
    font: { family: fontFamily, size: letters },
  });
  const stacked = series.some(one => one.kind === 'bars' && one.stack !== undefined);
  const values = {
    type: 'linear' as const,
    display: !y.tenfold,
    stacked,
    min: y.from ?? 0,
    ...(y.to === undefined ? { grace: '8%' } : { max: y.to }),
    border: { display: false },
    grid: { color: ink('hairline'), drawTicks: false },
    title: title(y.label),
    ticks: {
      ...ticks,
      padding: 6,
      maxTicksLimit: 6,
      ...(countsWhole(series) ? { precision: 0 } : {}),
      callback: (value: number | string) => y.write(Number(value)),
    },
  };
  const places =
    x.kind === 'names'
      ? {
          type: 'category' as const,
          stacked,
          border: { color: ink('edge') },
          grid: { display: false },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12, autoSkip: !lying },
        }
      : {
          type: 'linear' as const,
          offset: false,
          ...(x.from === undefined ? {} : { min: x.from }),
          ...(x.to === undefined ? {} : { max: x.to }),
          border: { color: ink('edge') },
          grid: { display: false },
          title: title(x.label),
          ticks: { ...ticks, maxRotation: 0, callback: (value: number | string) => x.write(Number(value)) },
        };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: lying ? 'y' : 'x',
    // Room for the number behind the longest bar.
    layout: { padding: lying ? { right: roomBeside(spec) } : { top: 14 } },
    interaction: { mode: x.kind === 'names' ? 'index' : 'nearest', axis: lying ? 'y' : 'x', intersect: false },
    scales: lying ? { x: values, y: places } : { x: places, y: values },
    plugins: { tooltip: tooltipOf(spec, ink) },
  };
}

/** Pixels for the words behind the longest bar. */
function roomBeside({ columns: [more] = [], x }: ChartSpec): number {
  const beside = more === undefined ? 0 : Math.max(0, ...more.cells.map(cell => cell.length)) + more.label.length;
  const notes = x.kind === 'names' ? Math.max(0, ...(x.notes ?? []).map(note => note?.length ?? 0)) : 0;
  return 60 + Math.max(beside, notes - 20) * letters * 0.55;
}

/** Tells what the table tells, so that the two never differ. */
function tooltipOf(spec: ChartSpec, ink: Ink) {
  const { heads, rows, seriesOf } = chartTable(spec);
  const places = placesOf(spec);
  const cellsAt = (dataIndex: number, x: number | null) =>
    rows[spec.x.kind === 'numbers' && x !== null ? places.indexOf(x) : dataIndex]?.cells ?? [];
  return {
    backgroundColor: ink('ink'),
    titleColor: ink('paper'),
    bodyColor: ink('paper'),
    footerColor: ink('paper'),
    titleFont: { family: fontFamily, size: letters },
    bodyFont: { family: fontFamily, size: letters },
    footerFont: { family: fontFamily, size: letters, weight: 'normal' as const },
    displayColors: false,
    cornerRadius: 6,
    padding: 8,
    callbacks: {
      title: (items: readonly Item[]) => items.slice(0, 1).map(item => cellsAt(item.dataIndex, item.parsed.x)[0] ?? ''),
      label: ({ dataIndex, datasetIndex, parsed }: Item) => {
        const column = seriesOf.indexOf(datasetIndex);
        return `${heads[column]}: ${cellsAt(dataIndex, parsed.x)[column] ?? ''}`;
      },
      footer: (items: readonly Item[]) =>
        items.slice(0, 1).flatMap(item => {
          const cells = cellsAt(item.dataIndex, item.parsed.x);
          return heads.flatMap((head, column) =>
            column > 0 && seriesOf[column] === null && cells[column] ? [`${head}: ${cells[column]}`] : [],
          );
        }),
    },
  };
}

type Item = {
  readonly dataIndex: number;
  readonly datasetIndex: number;
  readonly parsed: { readonly x: number | null };
};
