// The figures of a review: everything the screen draws and a closed review keeps, in slices that let others work.
import type { PlainDate } from '../../../shared/dates.ts';
import type { FigureValue, PeriodKind, ReviewFigures } from '../../../shared/figures.ts';
import { evaluate, evaluationOf, isPartial } from './evaluate.ts';
import { funnelOf } from './funnel.ts';
import type { HistoryIndex } from './index-history.ts';
import { figureById, figures } from './list.ts';
import { periodLabel, periodOf } from './period.ts';
import type { FigureSettings } from './scope.ts';

/** The review of the period that holds `date`. Yields between figures. */
export function* reviewFigures(
  index: HistoryIndex,
  settings: FigureSettings,
  kind: PeriodKind,
  date: PlainDate,
): Generator<void, ReviewFigures> {
  const period = periodOf(kind, date, settings.firstDay);
  const evaluation = evaluationOf(index, settings, period);
  const values: FigureValue[] = [];
  for (const figure of figures) {
    values.push(evaluate(evaluation, figure));
    yield;
  }
  const scope = evaluation.scope(period);
  const mqls = Array.from(scope.entered('mql'), lead => ({
    leadId: index.history.leads.ids[lead] ?? '',
    at: scope.firstAt(lead, 'mql'),
  }));
  return {
    version: 1,
    period: {
      kind,
      from: period.from,
      to: period.to,
      label: periodLabel(period),
      partial: isPartial(index, period),
    },
    asOf: index.asOf,
    zone: index.zone.id,
    currency: settings.currency,
    figures: values,
    funnel: funnelOf(scope),
    mqls: mqls.sort((a, b) => a.at - b.at),
  };
}

/** Ids of the leads behind one number of a review; null when there is no such figure or list. */
export function drillDown(
  index: HistoryIndex,
  settings: FigureSettings,
  at: { readonly kind: PeriodKind; readonly date: PlainDate; readonly figureId: string; readonly set: string },
): readonly string[] | null {
  const figure = figureById(at.figureId);
  if (figure === undefined) return null;
  const period = periodOf(at.kind, at.date, settings.firstDay);
  const set = figure.compute(evaluationOf(index, settings, period).scope(period)).sets[at.set];
  return set === undefined ? null : Array.from(set.leads, lead => index.history.leads.ids[lead] ?? '');
}
