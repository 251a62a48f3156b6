// Axes, room and tooltip of a chart as Chart.js wants them, in the colors of a scheme, without motion.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { chartTable, columnPositions } from './chart-table.ts';
import type { Kinds } from './datasets.ts';
import type { Ink } from './palette.ts';
import type { ChartSpec, Series } from './types.ts';

// Only what is drawn comes along: no legend, no animation of colors, no other scales.
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

export const fontFamily = '"Inter Variable", system-ui, sans-serif';
/** Letters of axes and numbers, in pixels where the root is as usual. */
export const defaultFontSize = 12;

/** Half a person is on no axis. */
const countsWhole = (all: readonly Series[]): boolean => {
  const bars = all.filter(series => series.kind === 'bars');
  return bars.length > 0 && bars.every(({ values }) => values.every(value => Number.isInteger(value ?? 0)));
};

/** `fontSize`: their size in pixels. */
export function optionsOf(spec: ChartSpec, ink: Ink, fontSize: number): ChartOptions<Kinds> {
  const { x, y, series, lying = false } = spec;
  const ticks = { color: ink('ink-3'), font: { family: fontFamily, size: fontSize } };
  const title = (text: string) => ({
    display: text !== '',
    text,
    color: ink('ink-3'),
    font: { family: fontFamily, size: fontSize },
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
  const categories =
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
    layout: { padding: lying ? { right: roomBeside(spec, fontSize) } : { top: fontSize + 2 } },
    interaction: { mode: x.kind === 'names' ? 'index' : 'nearest', axis: lying ? 'y' : 'x', intersect: false },
    scales: lying ? { x: values, y: categories } : { x: categories, y: values },
    plugins: { tooltip: tooltipOf(spec, ink, fontSize) },
  };
}

/** Pixels for the words behind the longest bar. */
function roomBeside({ columns: [more] = [], x }: ChartSpec, fontSize: number): number {
  const beside = more === undefined ? 0 : Math.max(0, ...more.cells.map(cell => cell.length)) + more.label.length;
  const notes = x.kind === 'names' ? Math.max(0, ...(x.notes ?? []).map(note => note?.length ?? 0)) : 0;
  return fontSize * (5 + Math.max(beside, notes - 20) * 0.55);
}

/** Tells what the table tells, so that the two never differ. */
function tooltipOf(spec: ChartSpec, ink: Ink, fontSize: number) {
  const { heads, rows, seriesOf } = chartTable(spec);
  const categories = columnPositions(spec);
  const cellsAt = (dataIndex: number, x: number | null) =>
    rows[spec.x.kind === 'numbers' && x !== null ? categories.indexOf(x) : dataIndex]?.cells ?? [];
  return {
    backgroundColor: ink('ink'),
    titleColor: ink('paper'),
    bodyColor: ink('paper'),
    footerColor: ink('paper'),
    titleFont: { family: fontFamily, size: fontSize },
    bodyFont: { family: fontFamily, size: fontSize },
    footerFont: { family: fontFamily, size: fontSize, weight: 'normal' as const },
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
