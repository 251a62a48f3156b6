// The table behind a chart says what the picture shows: every value, the interval, what is missing, and what is still young.
import { describe, expect, it } from 'vitest';
import { categoryText, chartTable, tableText } from '../../../renderer/ui/chart/chart-table.ts';
import type { ChartSpec } from '../../../renderer/ui/chart/types.ts';

const weeks: ChartSpec = {
  title: 'MQL to SQL by week',
  says: 'One of four.',
  x: { kind: 'names', label: 'Week', names: ['W1', 'W2', 'W3'], notes: [null, null, 'young'] },
  y: { label: 'Share', write: value => `${Math.round(value * 100)} %` },
  series: [
    {
      kind: 'intervals',
      label: 'Rate',
      tone: 'grow',
      values: [0.25, null, 0.5],
      low: [0.1, null, 0.2],
      high: [0.5, null, 0.8],
    },
    { kind: 'bars', label: 'People', tone: 'ink', values: [4, 0, 2], write: String },
  ],
  columns: [{ label: 'n', cells: ['1 of 4', '0 of 0', '1 of 2'] }],
};

const curves: ChartSpec = {
  title: 'Threshold',
  says: 'Higher is rarer.',
  x: { kind: 'numbers', label: 'Threshold', write: String },
  y: { label: 'People', write: String },
  series: [
    {
      kind: 'curve',
      label: 'One',
      tone: 'ink',
      points: [
        { x: 10, y: 5 },
        { x: 30, y: 1 },
      ],
    },
    {
      kind: 'curve',
      label: 'Other',
      tone: 'accent',
      points: [
        { x: 10, y: 7 },
        { x: 20, y: 6 },
      ],
    },
  ],
};

describe('The table behind a chart', () => {
  it('has a row for each place and a column for each series, its interval beside it, then n and the note', () => {
    const { heads, rows } = chartTable(weeks);
    expect(heads).toEqual(['Week', 'Rate', 'People', 'n', 'Note']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['W1', '25 % (10 % to 50 %)', '4', '1 of 4', ''],
      ['W2', '–', '0', '0 of 0', ''],
      ['W3', '50 % (20 % to 80 %)', '2', '1 of 2', 'young'],
    ]);
  });

  it('writes a number that does not exist as a dash, and 0 as 0', () => {
    expect(chartTable(weeks).rows[1]?.cells.slice(1, 3)).toEqual(['–', '0']);
  });

  it('has a row for every number that one of the curves has, in order', () => {
    expect(chartTable(curves).rows.map(({ cells }) => cells)).toEqual([
      ['10', '5', '7'],
      ['20', '–', '6'],
      ['30', '1', '–'],
    ]);
  });

  it('is read aloud place by place', () => {
    expect(categoryText(weeks, 2)).toBe('W3: Rate 50 % (20 % to 80 %), People 2, n 1 of 2, Note young');
  });

  it('goes into a spreadsheet with its heads, cells apart by tabs, whatever a name holds', () => {
    const odd: ChartSpec = { ...curves, series: [{ kind: 'curve', label: 'A\tB\nC', tone: 'ink', points: [] }] };
    expect(tableText(odd)).toBe('Threshold\tA B C');
    expect(tableText(weeks).split('\n')).toHaveLength(4);
  });
});
