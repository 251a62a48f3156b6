// The charts of a review show its figures and nothing else: each point, interval and n; what can still change is marked.
import { describe, expect, it } from 'vitest';
import { overTime, usualBefore } from '../../../renderer/screens/review/charts/over-time.ts';
import { columnChart, funnelChart, spreadOf } from '../../../renderer/screens/review/charts/shapes.ts';
import { chartTable } from '../../../renderer/ui/chart/chart-table.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import type { ReviewFigures } from '../../../shared/figures.ts';
import { aFilledWorkspace } from '../../support/examples.ts';

const format = makeFormat({ locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-06-29' });

const figuresOf = async (): Promise<ReviewFigures> => {
  const { call } = await aFilledWorkspace();
  return (await call('review.get', { kind: 'week', date: '2026-06-24' })).figures;
};
const figureOf = ({ figures }: ReviewFigures, id: string) => {
  const figure = figures.find(one => one.id === id);
  if (!figure) throw new Error(`no ${id}`);
  return figure;
};

describe('A figure over time', () => {
  it('has the value of every point, and draws as unsure what is young or not over', async () => {
    const figures = await figuresOf();
    for (const figure of figures.figures.filter(({ series }) => series.length > 0)) {
      const { x, series } = overTime(format, figure, 'week');
      const [main] = series;
      if (main?.kind === 'curve' || x.kind !== 'names') throw new Error('not over time');
      expect(main?.values, figure.id).toEqual(figure.series.map(({ value }) => value));
      expect(x.names).toHaveLength(figure.series.length);
      const marked = figure.series.map(({ partial, immature }) => partial || immature);
      expect(x.notes?.map(note => note !== null)).toEqual(marked);
      if (main?.kind === 'intervals') {
        expect(main.low).toEqual(figure.series.map(({ interval }) => interval?.low ?? null));
        expect(main.high).toEqual(figure.series.map(({ interval }) => interval?.high ?? null));
        expect(main.unsure).toEqual(marked);
      }
    }
  });

  it('shows the band behind the rate that has one, and n beside every rate', async () => {
    const figures = await figuresOf();
    const rate = overTime(format, figureOf(figures, 'mql-to-sql-cohort'), 'week');
    expect(rate.bands).toEqual([{ from: 0.13, to: 0.31, label: 'target range: 13\u00a0% to 31\u00a0%' }]);
    const points = figureOf(figures, 'mql-to-sql-cohort').series;
    expect(rate.columns?.[0]?.cells).toEqual(points.map(({ numerator, n }) => `${numerator} of ${n}`));
    expect(overTime(format, figureOf(figures, 'mql-volume'), 'week').bands).toBeUndefined();
  });

  it('has a mean of four periods only where four periods lie before', () => {
    expect(usualBefore([4, 0, 8, 0, 5, 7])).toEqual([null, null, null, null, 3, 3.25]);
    expect(usualBefore([1, null, 3, 5, 7])).toEqual([null, null, null, null, null]);
  });
});

describe('The other charts', () => {
  it('hold everybody of a distribution, each stage of the funnel, each line of the table', async () => {
    const figures = await figuresOf();
    const lately = figureOf(figures, 'time-to-conversion-lately');
    const spread = spreadOf(format, lately);
    const [bars] = spread?.series ?? [];
    if (bars?.kind !== 'bars') throw new Error('no bars');
    expect(bars.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(lately.n);
    expect(lately.n).toBe(1);

    const funnel = chartTable(funnelChart(format, figures.funnel.period, 'Funnel'));
    expect(funnel.rows.map(({ cells }) => cells[1])).toEqual(
      figures.funnel.period.map(({ count }) => format.whole(count)),
    );

    const channels = figures.tables.find(({ by }) => by === 'channel');
    if (!channels) throw new Error('no channels');
    const spent = columnChart(format, channels, 'spend');
    const at = channels.columns.findIndex(({ figureId }) => figureId === 'spend');
    expect(channels.rows.some(row => row.cells[at]?.value != null)).toBe(true);
    expect(spent?.series[0]).toMatchObject({ values: channels.rows.map(row => row.cells[at]?.value ?? null) });
    // No MQL in this week, so there is no cost of one, and no chart of nothing.
    expect(columnChart(format, channels, 'cost-per-mql')).toBeNull();
    expect(columnChart(format, channels, 'no-such-figure')).toBeNull();
  });

  it('say that nothing is there where nothing is', async () => {
    const figures = await figuresOf();
    expect(spreadOf(format, { ...figureOf(figures, 'time-to-conversion'), distribution: null })).toBeNull();
  });
});
