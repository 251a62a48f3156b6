// Histories by example: stage changes written as 'date time stage', in Berlin, and the review of them.

import { historyOf } from '../../electron/domain/figures/build-history.ts';
import type { HistoryRows } from '../../electron/domain/figures/history.ts';
import { type HistoryIndex, indexHistory, runToEnd } from '../../electron/domain/figures/index-history.ts';
import { type DrillDown, drillDown, reviewFigures } from '../../electron/domain/figures/review.ts';
import { defaultFigureSettings, type FigureSettings } from '../../electron/domain/figures/scope.ts';
import { zoneOf } from '../../electron/domain/zone.ts';
import { type FigureValue, type PeriodKind, type ReviewFigures, reviewFiguresSchema } from '../../shared/figures.ts';
import type { Stage } from '../../shared/stages.ts';

const zone = zoneOf('Europe/Berlin');

/** UTC ms of 'YYYY-MM-DD HH:MM' in Berlin. */
export const at = (text: string): number =>
  zone.instant(text.slice(0, 10), Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)));

type Attributes = Partial<Pick<HistoryRows['leads'][number], 'channelId' | 'campaignId' | 'memberId'>>;
export type Life = Required<Pick<HistoryRows, 'leads' | 'changes'>>;

/** One lead and its stage changes: 'date time stage', and after the stage a reason where there is one. */
export function life(id: string, moves: readonly string[], attributes: Attributes = {}): Life {
  const parts = moves.map(move => move.split(' '));
  const stageOf = (i: number) => (parts[i]?.[2] ?? null) as Stage | null;
  const changes = moves.map((move, i) => ({
    leadId: id,
    from: i === 0 ? null : stageOf(i - 1),
    to: stageOf(i) ?? 'stranger',
    at: at(move),
    reason: parts[i]?.[3] ?? null,
  }));
  const lead = { id, channelId: null, campaignId: null, memberId: null, createdAt: changes[0]?.at ?? 0, ...attributes };
  return { leads: [lead], changes };
}

/** All lives in one history, with what else is recorded. */
export const rowsOf = (lives: readonly Life[], more: Partial<HistoryRows> = {}): HistoryRows => ({
  leads: lives.flatMap(({ leads }) => leads),
  changes: lives.flatMap(({ changes }) => changes),
  ...more,
});

type Asking = { readonly kind?: PeriodKind; readonly asOf?: string; readonly settings?: Partial<FigureSettings> };

export const indexOf = (rows: HistoryRows, asOf = '2026-06-30 12:00'): HistoryIndex =>
  runToEnd(indexHistory(historyOf(rows), zone, at(asOf)));

export function review(rows: HistoryRows, date: string, { kind = 'week', asOf, settings }: Asking = {}): ReviewFigures {
  const figures = reviewFigures(indexOf(rows, asOf), { ...defaultFigureSettings, ...settings }, kind, date);
  return reviewFiguresSchema.parse(runToEnd(figures));
}

export function figure(rows: HistoryRows, id: string, date: string, asking: Asking = {}): FigureValue {
  const found = review(rows, date, asking).figures.find(one => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}

/** The people behind a number of a week. */
export const historyLeads = (rows: HistoryRows, where: Omit<DrillDown, 'kind'>): readonly string[] | null =>
  drillDown(indexOf(rows), defaultFigureSettings, { kind: 'week', ...where });
