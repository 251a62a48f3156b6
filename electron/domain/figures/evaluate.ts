// From an entry of the list to the value on the screen: the number, what it was before, its verdict and its line over time.
import type { Band, FigureValue, Measure, Point, Verdict } from '../../../shared/figures.ts';
import { distribution } from './distribution.ts';
import type { Answer, Figure } from './figure.ts';
import type { HistoryIndex } from './index-history.ts';
import { type Period, periodLabel, shift } from './period.ts';
import { isYoung, usualDays, youngOnes } from './ripening.ts';
import { type FigureSettings, type Scope, scopeOf } from './scope.ts';
import { judge } from './stats.ts';

const usualPeriods = 4;
const seriesPeriods = 12;

export type Evaluation = {
  readonly index: HistoryIndex;
  readonly settings: FigureSettings;
  readonly period: Period;
  /** Scopes are shared between figures, so that each set of people is built once. */
  readonly scope: (period: Pick<Period, 'fromDay' | 'toDay'>) => Scope;
  /** Usual days of a step, kept because every point of a line asks. */
  readonly ripeDays: (figure: Figure) => number;
};

export function evaluationOf(index: HistoryIndex, settings: FigureSettings, period: Period): Evaluation {
  const scopes = new Map<string, Scope>();
  const ripe = new Map<string, number>();
  return {
    index,
    settings,
    period,
    scope: ({ fromDay, toDay }) => {
      const key = `${fromDay} ${toDay}`;
      const scope = scopes.get(key) ?? scopeOf(index, settings, { fromDay, toDay });
      scopes.set(key, scope);
      return scope;
    },
    ripeDays: ({ id, ripens }) => {
      if (ripens === undefined) return 0;
      const days = ripe.get(id) ?? usualDays(index, ripens);
      ripe.set(id, days);
      return days;
    },
  };
}

export const isPartial = ({ zone, asOf }: HistoryIndex, period: Period): boolean =>
  zone.startOfDay(period.toDay) > asOf;

/** How many of a cohort have not had the time that the step usually takes; 0 for a figure that does not ripen. */
function youngCount(evaluation: Evaluation, figure: Figure, answer: Answer): number {
  const cohort = answer.sets.of?.leads;
  if (figure.ripens === undefined || cohort === undefined) return 0;
  return youngOnes(evaluation.index, cohort, figure.ripens.from, evaluation.ripeDays(figure));
}

const inPercent = (share: number) => Math.round(share * 1000) / 10;
const bandWords = (band: Band) => `${inPercent(band.low)} to ${inPercent(band.high)} %`;

export function verdictWords(verdict: Verdict, band: Band): string {
  switch (verdict.is) {
    case 'below':
      return `Below ${bandWords(band)}`;
    case 'inside':
      return `Inside ${bandWords(band)}`;
    case 'above':
      return `Above ${bandWords(band)}`;
    case 'cannot-tell':
      if (verdict.because === 'nobody') return 'Cannot tell yet: nobody to count';
      if (verdict.because === 'too-young') return 'Cannot tell yet: these people have had too little time';
      return verdict.more === null
        ? `Cannot tell yet: too close to the edge of ${bandWords(band)}`
        : `Cannot tell yet: it would take about ${verdict.more} more`;
    default:
      return verdict.is satisfies never;
  }
}

function point(evaluation: Evaluation, figure: Figure, period: Period): Point {
  const answer = figure.compute(evaluation.scope(period));
  return {
    ...answer.measure,
    label: periodLabel(period),
    from: period.from,
    to: period.to,
    partial: isPartial(evaluation.index, period),
    young: isYoung(youngCount(evaluation, figure, answer), answer.measure.n),
  };
}

/** The four periods before taken together: the mean where the figure adds up, the pooled value where it is a rate or a middle. */
function usual(evaluation: Evaluation, figure: Figure): FigureValue['usual'] {
  const { index, period } = evaluation;
  let periods = 0;
  while (periods < usualPeriods && shift(period, -periods - 1).toDay > index.beginsDay) periods++;
  if (periods === 0) return null;
  const { measure } = figure.compute(
    evaluation.scope({ fromDay: shift(period, -periods).fromDay, toDay: period.fromDay }),
  );
  if (figure.over === 'pooled' || measure.value === null) return { ...measure, periods };
  return { ...measure, value: measure.value / periods, periods };
}

const before = (evaluation: Evaluation, figure: Figure): Measure | null => {
  const previous = shift(evaluation.period, -1);
  return previous.toDay > evaluation.index.beginsDay ? figure.compute(evaluation.scope(previous)).measure : null;
};

/** Everything the screen shows of one figure in one period; yields between the points of its line. */
export function* evaluate(evaluation: Evaluation, figure: Figure): Generator<void, FigureValue> {
  const { index, period, settings } = evaluation;
  const answer = figure.compute(evaluation.scope(period));
  const { value, n, hits } = answer.measure;
  const previous = before(evaluation, figure);
  const young = youngCount(evaluation, figure, answer);
  const ripeDays = evaluation.ripeDays(figure);
  const band = figure.band?.(settings) ?? null;
  const verdict = band === null ? null : judge(hits ?? 0, n, band, isYoung(young, n));
  const series: Point[] = [];
  for (let back = figure.series ? seriesPeriods - 1 : -1; back >= 0; back--) {
    const one = shift(period, -back);
    if (one.toDay > index.beginsDay) series.push(point(evaluation, figure, one));
    yield;
  }
  return {
    ...answer.measure,
    id: figure.id,
    label: figure.label,
    group: figure.group,
    unit: figure.unit,
    help: { meaning: figure.meaning, formula: figure.formula, source: figure.source ?? null },
    nWords: figure.nWords,
    band,
    verdict: verdict === null || band === null ? null : { ...verdict, words: verdictWords(verdict, band) },
    young: isYoung(young, n)
      ? { days: ripeDays, words: `${young} of ${n} have had less than the ${ripeDays} days it usually takes.` }
      : null,
    previous,
    usual: usual(evaluation, figure),
    change: value === null || previous === null || previous.value === null ? null : value - previous.value,
    sets: Object.entries(answer.sets).map(([key, { label, leads }]) => ({ key, label, count: leads.length })),
    series,
    distribution: answer.durations === undefined ? null : distribution(answer.durations),
    notes: [...(answer.notes ?? [])],
  };
}
