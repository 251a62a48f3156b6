// MQL threshold analysis: rejected MQLs, missed customers, all thresholds.

import type { Criteria } from '../../shared/criteria.ts';
import { dayMs } from '../../shared/dates.ts';
import type { MissedWhy, ThresholdAnalysis } from '../../shared/threshold.ts';
import { draftCriteria } from '../db/tables/criteria.ts';
import { reasonLabels } from '../domain/figures/handoff.ts';
import { disqualifierOf, fieldsOf, fitPoints } from '../domain/scoring/fit.ts';
import { bestThresholds, spanOf, thresholdVerdict } from '../domain/scoring/what-if/best-thresholds.ts';
import { shareOf } from '../domain/scoring/what-if/compare-replay.ts';
import { wasRejected } from '../domain/scoring/what-if/outcomes.ts';
import { thresholdCurve } from '../domain/scoring/what-if/threshold-curve.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { rowsInSlices } from '../services/lead-rows.ts';
import { namesOf } from '../services/rejection-reasons.ts';
import { type OutcomeSnapshot, outcomeSnapshot } from '../stores/outcome-store.ts';

/** Leads walked between two moments of giving way: some 5 ms. */
const slice = 10_000;
/** Most people a list opens with, and most that are named on the screen. */
const shown = 500;
const named = 100;
/** Highest threshold drawn. */
const maxDrawn = 1000;
const weekMs = 7 * dayMs;
const noScore = -(2 ** 31);

const lookedAt = ({ db, scores }: QueryContext): Criteria => draftCriteria(db)?.criteria ?? scores.criteria().criteria;

/** The greatest score of every lead up to now, or `until` its own moment. Null: somebody changed something meanwhile. */
async function peaksOf(
  { scores, now }: QueryContext,
  { size, revision }: OutcomeSnapshot,
  criteria: Criteria,
  until: Float64Array,
) {
  const yieldToEventLoop = createYield();
  const peaks = new Int32Array(size);
  for (let from = 0; from < size; from += slice) {
    const to = Math.min(from + slice, size);
    const { peak } = scores.engine.peaks(criteria, { to: now, until, slice: { from, to } });
    // The next request overwrites the engine's column.
    peaks.set(peak.subarray(from, to), from);
    await yieldToEventLoop();
    if (scores.revision() !== revision) return null;
  }
  return peaks;
}

type Looked = {
  readonly criteria: Criteria;
  readonly known: OutcomeSnapshot;
  /** Of customers until they bought. */
  readonly peaks: Int32Array;
};

/** The same until sales took over: talking to sales adds points, which favors a high threshold. */
function peaksBeforeSales(context: QueryContext, { known, criteria }: Looked): Promise<Int32Array | null> {
  const { acceptedAt, customerAt } = known.outcomes;
  const until = acceptedAt.map((at, position) => Math.min(at, customerAt[position] as number));
  return peaksOf(context, known, criteria, until);
}

async function look(context: QueryContext): Promise<Looked> {
  const criteria = lookedAt(context);
  for (;;) {
    await context.scores.ensureFields(fieldsOf(criteria));
    const known = await outcomeSnapshot(context);
    const peaks = await peaksOf(context, known, criteria, known.outcomes.customerAt);
    if (peaks) return { criteria, known, peaks };
  }
}

/** Positions of the people behind the numbers. */
function leadsIn({ criteria, known: { outcomes, size }, peaks }: Looked) {
  const mqls: number[] = [];
  const rejected: number[] = [];
  const customers: number[] = [];
  const missed: number[] = [];
  for (let position = 0; position < size; position++) {
    if (outcomes.held[position] !== 1) continue;
    if ((outcomes.mqlAt[position] as number) < Infinity) {
      mqls.push(position);
      if (wasRejected(outcomes, position)) rejected.push(position);
    }
    if ((outcomes.customerAt[position] as number) === Infinity) continue;
    customers.push(position);
    if ((peaks[position] as number) < criteria.threshold) missed.push(position);
  }
  return { mqls, rejected, customers, missed };
}

const dayOf = { mqls: 'mqlAt', rejected: 'rejectedAt', customers: 'customerAt', missed: 'customerAt' } as const;

/** The same of one group, the latest first. */
function latestFirst({ known: { outcomes } }: Looked, groups: ReturnType<typeof leadsIn>, who: keyof typeof dayOf) {
  const at = outcomes[dayOf[who]];
  return groups[who].toSorted((a, b) => (at[b] as number) - (at[a] as number));
}

/** The highest threshold worth drawing: above the current one, and above nearly all best scores. */
function highestDrawn(peaks: Int32Array, threshold: number): number {
  const scores = peaks.filter(peak => peak > 0 && peak < 2 ** 31 - 1).sort();
  const nearlyAll = scores[Math.floor(scores.length * 0.98)] ?? 0;
  const highest = Math.max(threshold * 1.5, Math.min(nearlyAll, threshold * 3));
  return Math.min(maxDrawn, Math.ceil(highest / 25) * 25);
}

function whyMissed({ scores }: QueryContext, { criteria, peaks }: Looked, position: number): MissedWhy {
  const attributes = scores.engine.attributesAt(position);
  if (disqualifierOf(criteria, attributes)) return 'blocked';
  if (fitPoints(criteria, attributes) < criteria.minimumFit) return 'fit';
  return (peaks[position] as number) === noScore ? 'nothing-recorded' : 'points';
}

function analyzeThreshold(context: QueryContext, looked: Looked, beforeSales: Int32Array): ThresholdAnalysis {
  const { db, scores, now, zone } = context;
  const { criteria, known, peaks } = looked;
  const { outcomes, index, size } = known;
  const { threshold } = criteria;
  const groups = leadsIn(looked);
  const begins = Number.isNaN(index.beginsDay) ? now : zone.startOfDay(index.beginsDay);
  const weeks = (now - begins) / weekMs;
  const highest = highestDrawn(peaks, threshold);
  const curve = thresholdCurve(peaks, outcomes, size, weeks, highest);
  const thresholdRange = spanOf(
    bestThresholds(curve),
    bestThresholds(thresholdCurve(beforeSales, outcomes, size, weeks, highest)),
  );
  const idOf = (position: number) => scores.engine.leadIdAt(position) ?? '';
  const rejected = latestFirst(looked, groups, 'rejected').slice(0, named);
  const missed = latestFirst(looked, groups, 'missed').slice(0, named);
  const names = namesOf(db, [...rejected, ...missed].map(idOf));
  const nameOf = (position: number) => names.get(idOf(position)) ?? 'Deleted lead';
  const reasons = reasonsByLead(known, rejected.map(idOf));
  return {
    onDraft: draftCriteria(db) !== undefined,
    threshold,
    inForce: scores.criteria().criteria.threshold,
    rejected: shareOf(groups.rejected.length, groups.mqls.length),
    rejectedLeads: rejected.map(position => ({
      leadId: idOf(position),
      name: nameOf(position),
      reason: reasons.get(idOf(position)) ?? '',
      at: outcomes.rejectedAt[position] as number,
    })),
    missed: shareOf(groups.missed.length, groups.customers.length),
    missedLeads: missed.map(position => ({
      leadId: idOf(position),
      name: nameOf(position),
      at: outcomes.customerAt[position] as number,
      best: (peaks[position] as number) === noScore ? null : (peaks[position] as number),
      why: whyMissed(context, looked, position),
    })),
    points: curve.thresholds.map((one, slot) => ({
      threshold: one,
      mqlsPerWeek: curve.mqlsPerWeek[slot] ?? 0,
      customers: curve.customersCaught[slot] ?? 0,
    })),
    leads: curve.leads,
    customers: curve.customers,
    weeks: curve.weeks,
    best: curve.best,
    about: thresholdRange,
    verdict: thresholdVerdict(threshold, thresholdRange),
  };
}

/** In words, why sales rejected these leads the last time. */
function reasonsByLead({ index }: OutcomeSnapshot, leadIds: readonly string[]): ReadonlyMap<string, string> {
  const { answers, history, lastAnswer } = index;
  const wanted = new Set(leadIds);
  const reasons = new Map<string, string>();
  history.leads.ids.forEach((id, lead) => {
    if (!wanted.has(id)) return;
    const reason = history.changes.reason[answers.change[lastAnswer[lead] ?? -1] ?? -1] ?? 'none';
    reasons.set(id, reasonLabels[reason] ?? reason);
  });
  return reasons;
}

export const threshold: HandlersOfPrefix<'threshold'> = {
  'threshold.get': async context => {
    for (;;) {
      const looked = await look(context);
      const beforeSales = await peaksBeforeSales(context, looked);
      if (beforeSales) return analyzeThreshold(context, looked, beforeSales);
    }
  },

  'threshold.leads': async (context, { who }) => {
    const { scores } = context;
    const looked = await look(context);
    const positions = latestFirst(looked, leadsIn(looked), who);
    const ids = positions.map(position => scores.engine.leadIdAt(position) ?? '');
    const rows = await rowsInSlices(context, ids.slice(0, shown));
    return { total: ids.length, rows };
  },
};
