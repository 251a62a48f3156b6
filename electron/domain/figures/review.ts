// All figures of a review, computed in slices; a closed review stores this value.
import type { PlainDate } from '../../../shared/dates.ts';
import { type FigureValue, type PeriodKind, type ReviewFigures, undatedFigure } from '../../../shared/figures.ts';
import { funnelStages } from '../../../shared/stages.ts';
import { attributionOf, creditedLeads } from './attribution.ts';
import { dataGapsOf, undatedCustomers } from './data-gaps.ts';
import { evaluate, evaluationOf, isPartial } from './evaluate.ts';
import { funnelKinds, funnelLeads, funnelOf } from './funnel.ts';
import type { HistoryIndex } from './index-history.ts';
import { figureById, figures } from './list.ts';
import { periodLabel, periodOf } from './period.ts';
import {
  type Dimension,
  entered,
  type FigureSettings,
  firstAt,
  type Leads,
  listOf,
  type Scope,
  scopeOf,
} from './scope.ts';
import { figureTables } from './tables.ts';

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
    values.push(yield* evaluate(evaluation, figure));
    yield;
  }
  const { scope } = evaluation;
  const tables = yield* figureTables(scope);
  const attribution = yield* attributionOf(scope);
  const funnel = yield* funnelOf(scope);
  yield;
  const channels: ReviewFigures['funnelByChannel'] = [];
  for (const [position, { id, label }] of listOf(index.history, 'channel').entries()) {
    channels.push({ id, label, funnel: yield* funnelOf(scope.within({ by: 'channel', position })) });
    yield;
  }
  const dataGaps = dataGapsOf(evaluation);
  yield;
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
    funnel,
    funnelByChannel: channels.filter(one => (one.funnel.period[0]?.count ?? 0) > 0),
    tables,
    attribution,
    dataGaps,
    mqls: mqlsIn(scope),
  };
}

/** Who became MQL in the period, and when, in order. */
export function mqlsIn(scope: Scope): ReviewFigures['mqls'] {
  const { index } = scope;
  const mqls = Array.from(entered(scope, 'mql'), lead => ({
    leadId: index.history.leads.ids[lead] ?? '',
    at: firstAt(index, lead, 'mql'),
  }));
  // Leads of one moment by their ids: the order of the index tells in which order things were undone.
  return mqls.sort((a, b) => a.at - b.at || (a.leadId < b.leadId ? -1 : 1));
}

/**
 * One number on the screen: a list of a figure, in a period, for all or for one line of a table (id null: those without one).
 * The steps of a funnel are asked for as figure `funnel-period` or `funnel-cohort` with the stage as the list, customers without a
 * day as `undatedFigure`.
 */
export type DrillDown = {
  readonly kind: PeriodKind;
  readonly date: PlainDate;
  readonly figureId: string;
  readonly set: string;
  readonly only?: { readonly by: Dimension | 'content'; readonly id: string | null } | null;
};

/** The same span for one line of a table; null when there is no such channel, campaign or member any more. */
export function withinLine(scope: Scope, { by, id }: NonNullable<DrillDown['only']>): Scope | null {
  if (by === 'content') return null;
  const position = listOf(scope.index.history, by).findIndex(one => one.id === id);
  return id !== null && position === -1 ? null : scope.within({ by, position });
}

/** Ids of the leads behind one number of a review; null when there is no such figure, list, channel, campaign or member. */
export function drillDown(index: HistoryIndex, settings: FigureSettings, at: DrillDown): readonly string[] | null {
  const scope = scopeOf(index, settings, periodOf(at.kind, at.date, settings.firstDay));
  const { only = null } = at;
  const credited = creditedLeads(scope, at);
  if (credited !== null) return Array.from(credited, lead => index.history.leads.ids[lead] ?? '');
  const line = only === null ? scope : withinLine(scope, only);
  if (line === null) return null;
  const leads = leadsOf(line, at.figureId, at.set);
  return leads === null ? null : Array.from(leads, lead => index.history.leads.ids[lead] ?? '');
}

function leadsOf(scope: Scope, figureId: string, set: string): Leads | null {
  if (figureId === undatedFigure) return undatedCustomers(scope.index);
  const kind = funnelKinds.find(name => `funnel-${name}` === figureId);
  const stage = funnelStages.find(name => name === set);
  if (kind !== undefined) return stage === undefined ? null : funnelLeads(scope, kind, stage);
  const sets = figureById(figureId)?.compute(scope).sets;
  return sets !== undefined && Object.hasOwn(sets, set) ? (sets[set]?.leads ?? null) : null;
}
