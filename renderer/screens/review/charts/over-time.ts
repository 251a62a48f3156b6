// Chart of a figure over periods: bars with average, rates with intervals.
import type { FigureValue, PeriodKind, Point } from '../../../../shared/figures.ts';
import type { ChartSpec, NameAxis, Series, Tone } from '../../../ui/chart/types.ts';
import type { Format } from '../../../ui/format.tsx';
import { wholeWords } from '../figure-text.ts';

/** Periods before one that make its usual value, as everywhere in the review. */
const usualPeriods = 4;

const tones: Readonly<Record<string, Tone>> = {
  'mql-volume': 'stage-mql',
  'mql-to-sql-cohort': 'stage-sql',
  'mql-to-sql-period': 'stage-sql',
  'sql-to-customer-cohort': 'stage-customer',
  'sql-to-customer-period': 'stage-customer',
  'win-rate': 'stage-customer',
};

/** The periods along x; what is not over or young says so. */
export function periodNames(format: Format, kind: PeriodKind, series: readonly Point[]): NameAxis {
  return {
    kind: 'names',
    label: kind === 'week' ? 'Week from' : kind.slice(0, 1).toUpperCase() + kind.slice(1),
    names: series.map(point => (kind === 'week' ? format.date(point.from) : shortLabel(point.label))),
    notes: series.map(({ partial, immature }) => {
      const text = [...(partial ? ['not over yet'] : []), ...(immature ? ['too recent'] : [])];
      return text.length === 0 ? null : text.join(', ');
    }),
  };
}

/** "Quarter 1 of 2026" as "Q1 2026", "March 2026" as "Mar 2026". */
const shortLabel = (label: string): string => label.replace(/^Quarter (\d) of/, 'Q$1').replace(/^(\w{3})\w* /, '$1 ');

/** Mean of the four periods before each; null where the records do not reach back so far. */
export function usualBefore(values: readonly (number | null)[]): (number | null)[] {
  return values.map((_, at) => {
    const before = values.slice(Math.max(0, at - usualPeriods), at).filter(value => value !== null);
    return before.length < usualPeriods ? null : before.reduce((sum, value) => sum + value, 0) / usualPeriods;
  });
}

/** Whether the figure over time is more than one point. */
export const hasLine = ({ series }: FigureValue): boolean => series.length > 1;

export function overTime(format: Format, figure: FigureValue, kind: PeriodKind): ChartSpec {
  const { series, label, unit, targetRange } = figure;
  const write = (value: number) => wholeWords(format, unit, value);
  const isRate = unit === 'share';
  const values = series.map(({ value }) => value);
  const unsure = series.map(({ partial, immature }) => partial || immature);
  const tone = tones[figure.id] ?? 'accent';
  const addsUp =
    unit === 'leads' || unit === 'touches' || unit === 'deals' || figure.id === 'spend' || figure.id === 'revenue';
  const main: Series = isRate
    ? {
        kind: 'intervals',
        label: 'Share, with its 95\u00a0% interval',
        tone,
        values,
        low: series.map(({ interval }) => interval?.low ?? null),
        high: series.map(({ interval }) => interval?.high ?? null),
        unsure,
      }
    : addsUp
      ? { kind: 'bars', label, tone, values, unsure }
      : { kind: 'line', label, tone, values };
  const usual: Series = {
    kind: 'line',
    label: `${usualPeriods}-${kind} average`,
    tone: 'ink',
    values: usualBefore(values),
    dash: true,
    shape: 'none',
    write: value => wholeWords(format, unit, value),
  };
  const drawsUsual = addsUp && usual.values.some(value => value !== null);
  return {
    title: `${label}, by ${kind}`,
    says: saysOverTime(format, figure, kind),
    x: periodNames(format, kind, series),
    y: { label: '', write, ...(isRate ? { to: 1 } : {}) },
    series: drawsUsual ? [main, usual] : [main],
    ...(targetRange === null
      ? {}
      : { bands: [{ from: targetRange.low, to: targetRange.high, label: targetRangeText(format, targetRange) }] }),
    ...(addsUp && unit === 'leads' ? {} : { columns: [{ label: 'n', cells: series.map(standsOn) }] }),
  };
}

const targetRangeText = (format: Format, { low, high }: NonNullable<FigureValue['targetRange']>): string =>
  `target range: ${format.percent(low)} to ${format.percent(high)}`;

const standsOn = ({ numerator, n }: Point): string => (numerator === null ? String(n) : `${numerator} of ${n}`);

/** "12 in week 47 of 2025, usually 9. Hatched or hollow: can still change." */
function saysOverTime(format: Format, { series, unit, usual }: FigureValue, kind: PeriodKind): string {
  const last = series.at(-1);
  if (last === undefined) return 'No data yet.';
  const where = last.label.slice(0, 1).toLowerCase() + last.label.slice(1);
  const now =
    last.value === null
      ? `${last.why ?? 'Nothing to count'} (${where})`
      : `${wholeWords(format, unit, last.value)} in ${kind === 'week' || kind === 'quarter' ? where : last.label}${
          last.numerator === null ? '' : ` (${standsOn(last)})`
        }`;
  const before = usual?.value == null ? '' : `, average ${wholeWords(format, unit, usual.value)}`;
  const look = unit === 'share' ? 'Hollow' : 'Hatched';
  const change = series.some(({ immature }) => immature)
    ? ' Hollow: too recent, the rate can still rise.'
    : series.some(({ partial }) => partial)
      ? ` ${look}: not over yet.`
      : '';
  return `${now}${before}.${change}`;
}
