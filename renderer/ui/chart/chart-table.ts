// The table behind a chart: a row for each place, a column for each series. Made of the same value as the picture.
import type { ChartSpec, Series } from './types.ts';

export type ChartTableData = {
  readonly heads: readonly string[];
  /** First cell: the place's name. */
  readonly rows: readonly { readonly category: number; readonly cells: readonly string[] }[];
  /** Series of each column; null for the first, for notes and for more columns. */
  readonly seriesOf: readonly (number | null)[];
};

export const nothing = '–';

/** Nothing to draw: no value but 0 or none. Axes of such a chart would say 0.01. */
export const isBlank = ({ series }: Pick<ChartSpec, 'series'>): boolean =>
  series.every(one =>
    one.kind === 'curve' ? one.points.length === 0 : one.values.every(value => value === null || value === 0),
  );

/** A series' value at a place, as it is written: "31 % (18 % to 47 %)", or a dash where there is none. */
function cellOf(series: Series, category: number, categories: readonly number[], y: ChartSpec['y']): string {
  const write = series.write ?? y.write;
  switch (series.kind) {
    case 'bars':
    case 'line': {
      const value = series.values[category] ?? null;
      return value === null ? nothing : write(value);
    }
    case 'intervals': {
      const value = series.values[category] ?? null;
      const low = series.low[category] ?? null;
      const high = series.high[category] ?? null;
      if (value === null) return nothing;
      return low === null || high === null ? write(value) : `${write(value)} (${write(low)} to ${write(high)})`;
    }
    case 'curve': {
      const point = series.points.find(one => one.x === categories[category]);
      return point === undefined ? nothing : write(point.y);
    }
    default:
      return series satisfies never;
  }
}

/** The numbers along x: every one that any curve has, in order; the places' own numbers on an axis of names. */
export function columnPositions({ x, series }: Pick<ChartSpec, 'x' | 'series'>): readonly number[] {
  if (x.kind === 'names') return x.names.map((_, category) => category);
  const all = series.flatMap(one => (one.kind === 'curve' ? one.points.map(point => point.x) : []));
  return [...new Set(all)].sort((a, b) => a - b);
}

export function chartTable(spec: ChartSpec): ChartTableData {
  const { x, series, columns = [] } = spec;
  const notes = x.kind === 'names' && x.notes?.some(note => note !== null) ? x.notes : null;
  const categories = columnPositions(spec);
  const cellsAt = (category: number): string[] => [
    x.kind === 'names' ? (x.names[category] ?? '') : x.write(categories[category] ?? 0),
    ...series.map(one => cellOf(one, category, categories, spec.y)),
    ...columns.map(({ cells }) => cells[category] ?? nothing),
    ...(notes === null ? [] : [notes[category] ?? '']),
  ];
  return {
    heads: [
      x.label,
      ...series.map(({ label }) => label),
      ...columns.map(({ label }) => label),
      ...(notes === null ? [] : ['Note']),
    ],
    rows: categories.map((_, category) => ({ category, cells: cellsAt(category) })),
    seriesOf: [null, ...series.map((_, index) => index), ...columns.map(() => null), ...(notes === null ? [] : [null])],
  };
}

/** Everything said of one place in a line: "Week 47: MQLs 12, usually 9". */
export function categoryText(spec: ChartSpec, category: number): string {
  const { heads, rows } = chartTable(spec);
  const cells = rows[category]?.cells ?? [];
  const parts = cells.slice(1).flatMap((cell, index) => (cell === '' ? [] : [`${heads[index + 1]} ${cell}`]));
  return `${cells[0] ?? ''}: ${parts.join(', ')}`;
}

/** For a spreadsheet: cells apart by tabs. */
export const tableText = (spec: ChartSpec): string => {
  const { heads, rows } = chartTable(spec);
  const line = (cells: readonly string[]) => cells.map(cell => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(heads), ...rows.map(({ cells }) => line(cells))].join('\n');
};
