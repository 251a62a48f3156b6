// Evaluates a figure: value, previous value, verdict and series over time.
import type { FigureStatus, FigureValue, Point, TargetRange } from '../../../shared/figures.ts';
import { distribution } from './distribution.ts';
import type { Answer, Figure } from './figure.ts';
import type { HistoryIndex } from './index-history.ts';
import { placementOf } from './list.ts';
import { immatureLeads, isImmature, usualDays } from './maturity.ts';
import { type Period, periodLabel, shift } from './period.ts';
import { type FigureSettings, type Scope, scopeOf } from './scope.ts';
import { judge } from './stats.ts';

const usualPeriods = 4;
const seriesPeriods = 12;

/** One period, with the scopes around it that every figure is computed for; sets of people are shared between figures. */
export type Evaluation = {
  readonly index: HistoryIndex;
  readonly settings: FigureSettings;
  readonly period: Period;
  readonly scope: Scope;
  /** The period before; null when the records begin after it. */
  readonly previous: Scope | null;
  /** The four periods before as one span, fewer where the records begin later; null when there are none. */
  readonly usual: { readonly scope: Scope; readonly periods: number } | null;
  /** The last periods, oldest first, back to where the records begin. */
  readonly line: readonly { readonly scope: Scope; readonly text: Pick<Point, 'label' | 'from' | 'to' | 'partial'> }[];
};

export function evaluationOf(index: HistoryIndex, settings: FigureSettings, period: Period): Evaluation {
  const scope = scopeOf(index, settings, period);
  const recorded = (one: Period) => one.toDay > index.beginsDay;
  const earlier = Array.from({ length: usualPeriods }, (_, i) => shift(period, -1 - i)).filter(recorded);
  const [previous] = earlier;
  const oldest = earlier.at(-1);
  const line = Array.from({ length: seriesPeriods }, (_, i) => shift(period, i - seriesPeriods + 1)).filter(recorded);
  return {
    index,
    settings,
    period,
    scope,
    previous: previous === undefined ? null : scope.over(previous),
    usual:
      oldest === undefined
        ? null
        : { scope: scope.over({ fromDay: oldest.fromDay, toDay: period.fromDay }), periods: earlier.length },
    line: line.map(one => ({
      scope: one.fromDay === period.fromDay ? scope : scope.over(one),
      text: { label: periodLabel(one), from: one.from, to: one.to, partial: isPartial(index, one) },
    })),
  };
}

export const isPartial = ({ zone, asOf }: HistoryIndex, period: Period): boolean =>
  zone.startOfDay(period.toDay) > asOf;

/** How many of a cohort have not had the time that the step usually takes; 0 for a figure that does not ripen. */
function immatureCount(index: HistoryIndex, figure: Figure, answer: Answer): number {
  const cohort = answer.sets.of?.leads;
  if (figure.maturesTo === undefined || cohort === undefined) return 0;
  return immatureLeads(index, cohort, figure.maturesTo);
}

const inPercent = (share: number) => Math.round(share * 1000) / 10;
const targetRangeText = (targetRange: TargetRange) =>
  `${inPercent(targetRange.low)} to ${inPercent(targetRange.high)} %`;

/** Beyond so many more people nobody waits for the exact number. */
const maxNamed = 500;

/** "Surely not below 13 %". */
const sureText = (side: 'not-below' | 'not-above', { low, high }: TargetRange): string =>
  side === 'not-below' ? `surely not below ${inPercent(low)} %` : `surely not above ${inPercent(high)} %`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function statusText(status: FigureStatus, targetRange: TargetRange): string {
  switch (status.is) {
    case 'below':
      return `Below ${targetRangeText(targetRange)}`;
    case 'inside':
      return `Inside ${targetRangeText(targetRange)}`;
    case 'above':
      return `Above ${targetRangeText(targetRange)}`;
    case 'probably-inside': {
      const side = status.sure === null ? '' : `, ${sureText(status.sure, targetRange)}`;
      return `Probably inside ${targetRangeText(targetRange)}${side}`;
    }
    case 'not-below':
    case 'not-above':
      return capital(sureText(status.is, targetRange));
    case 'cannot-tell':
      if (status.because === 'nobody') return 'Cannot tell yet: no people to count';
      if (status.because === 'immature') return 'Cannot tell yet: too recent';
      if (status.more === null) return `Cannot tell yet: too close to the edge of ${targetRangeText(targetRange)}`;
      return status.more > maxNamed
        ? `Cannot tell yet: at this rate it takes more than ${maxNamed} more people`
        : `Cannot tell yet: at this rate it takes about ${status.more} more people`;
    default:
      return status.is satisfies never;
  }
}

function point(figure: Figure, { scope, text }: Evaluation['line'][number]): Point {
  const answer = figure.compute(scope);
  return {
    ...answer.measure,
    ...text,
    immature: isImmature(immatureCount(scope.index, figure, answer), answer.measure.n),
  };
}

/** The mean of the periods where the figure adds up, the value of all of them together where it is a rate or a middle. */
function usual({ usual: span }: Evaluation, figure: Figure): FigureValue['usual'] {
  if (span === null) return null;
  const { measure } = figure.compute(span.scope);
  if (figure.over === 'pooled' || measure.value === null) return { ...measure, periods: span.periods };
  return { ...measure, value: measure.value / span.periods, periods: span.periods };
}

/** Everything the screen shows of one figure in one period; yields between the points of its line. */
export function* evaluate(evaluation: Evaluation, figure: Figure): Generator<void, FigureValue> {
  const answer = figure.compute(evaluation.scope);
  const { value, n, numerator } = answer.measure;
  yield;
  const previous = evaluation.previous === null ? null : figure.compute(evaluation.previous).measure;
  yield;
  const usually = usual(evaluation, figure);
  yield;
  const immature = immatureCount(evaluation.index, figure, answer);
  const maturityDays = figure.maturesTo === undefined ? 0 : usualDays(evaluation.index, figure.maturesTo);
  const targetRange = figure.targetRange?.(evaluation.settings) ?? null;
  const status = targetRange === null ? null : judge(numerator ?? 0, n, targetRange, isImmature(immature, n));
  const series: Point[] = [];
  for (const one of figure.series ? evaluation.line : []) {
    series.push(point(figure, one));
    yield;
  }
  return {
    ...answer.measure,
    id: figure.id,
    label: figure.label,
    group: figure.group,
    placement: placementOf(figure),
    unit: figure.unit,
    help: { meaning: figure.meaning, formula: figure.formula, source: figure.source ?? null },
    nLabel: figure.nLabel,
    targetRange,
    status: status === null || targetRange === null ? null : { ...status, text: statusText(status, targetRange) },
    immature: isImmature(immature, n)
      ? { days: maturityDays, text: `${immature} of ${n} have had less than the usual ${maturityDays} days.` }
      : null,
    previous,
    usual: usually,
    change: value === null || previous === null || previous.value === null ? null : value - previous.value,
    sets: Object.entries(answer.sets).map(([key, { label, leads }]) => ({ key, label, count: leads.length })),
    series,
    distribution: answer.durations === undefined ? null : distribution(answer.durations),
    notes: [...(answer.notes ?? [])],
  };
}
