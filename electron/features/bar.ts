// MQL threshold analysis: rejected MQLs, missed customers, all thresholds.
import type { Bar, MissedWhy } from '../../shared/bar.ts';
import type { Criteria } from '../../shared/criteria.ts';
import { draftCriteria } from '../db/criteria.ts';
import { listedLeads } from '../db/lead-list.ts';
import { reasonWords } from '../domain/figures/handoff.ts';
import { disqualifierOf, fieldsOf, fitPoints } from '../domain/scoring/fit.ts';
import { barPlaces, barVerdict, spanOf } from '../domain/scoring/what-if/bar-places.ts';
import { shareOf } from '../domain/scoring/what-if/compare-replay.ts';
import { wasRejected } from '../domain/scoring/what-if/outcomes.ts';
import { thresholdCurve } from '../domain/scoring/what-if/threshold-curve.ts';
import { createPause } from '../jobs/pause.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { toLeadRow } from './lead-rows.ts';
import { type Known, knownOutcomes } from './outcomes.ts';
import { namesOf } from './rejections.ts';

/** Leads walked between two moments of giving way: some 5 ms. */
const slice = 10_000;
/** Most people a list opens with, and most that are named on the screen. */
const shown = 500;
const named = 100;
/** Highest threshold drawn. */
const mostDrawn = 1000;
const weekMs = 7 * 86_400_000;
const noScore = -(2 ** 31);

const lookedAt = ({ db, scores }: QueryContext): Criteria => draftCriteria(db)?.criteria ?? scores.criteria().criteria;

/** The greatest score of every lead up to now, or `until` its own moment. Null: somebody changed something meanwhile. */
async function peaksOf(
  { scores, now }: QueryContext,
  { size, revision }: Known,
  criteria: Criteria,
  until: Float64Array,
) {
  const pause = createPause();
  const peaks = new Int32Array(size);
  for (let from = 0; from < size; from += slice) {
    const to = Math.min(from + slice, size);
    const { peak } = scores.engine.peaks(criteria, { to: now, until, slice: { from, to } });
    // The next request overwrites the engine's column.
    peaks.set(peak.subarray(from, to), from);
    await pause();
    if (scores.revision() !== revision) return null;
  }
  return peaks;
}

type Looked = {
  readonly criteria: Criteria;
  readonly known: Known;
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
    await context.scores.hold(fieldsOf(criteria));
    const known = await knownOutcomes(context);
    const peaks = await peaksOf(context, known, criteria, known.outcomes.customerAt);
    if (peaks) return { criteria, known, peaks };
  }
}

/** Positions of the people behind the numbers, the latest first. */
function peopleIn({ criteria, known: { outcomes, size }, peaks }: Looked) {
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
  const latest = (column: Float64Array) => (a: number, b: number) => (column[b] as number) - (column[a] as number);
  return {
    mqls: mqls.sort(latest(outcomes.mqlAt)),
    rejected: rejected.sort(latest(outcomes.rejectedAt)),
    customers: customers.sort(latest(outcomes.customerAt)),
    missed: missed.sort(latest(outcomes.customerAt)),
  };
}

/** The highest threshold worth drawing: above the current one, and above nearly all best scores. */
function highestDrawn(peaks: Int32Array, threshold: number): number {
  const scores = peaks.filter(peak => peak > 0 && peak < 2 ** 31 - 1).sort();
  const nearlyAll = scores[Math.floor(scores.length * 0.98)] ?? 0;
  const highest = Math.max(threshold * 1.5, Math.min(nearlyAll, threshold * 3));
  return Math.min(mostDrawn, Math.ceil(highest / 25) * 25);
}

function whyMissed({ scores }: QueryContext, { criteria, peaks }: Looked, position: number): MissedWhy {
  const facts = scores.engine.factsAt(position);
  if (disqualifierOf(criteria, facts)) return 'blocked';
  if (fitPoints(criteria, facts) < criteria.minimumFit) return 'fit';
  return (peaks[position] as number) === noScore ? 'nothing-recorded' : 'points';
}

function barOf(context: QueryContext, looked: Looked, beforeSales: Int32Array): Bar {
  const { db, scores, now, zone } = context;
  const { criteria, known, peaks } = looked;
  const { outcomes, index, size } = known;
  const { threshold } = criteria;
  const people = peopleIn(looked);
  const begins = Number.isNaN(index.beginsDay) ? now : zone.startOfDay(index.beginsDay);
  const weeks = (now - begins) / weekMs;
  const highest = highestDrawn(peaks, threshold);
  const curve = thresholdCurve(peaks, outcomes, size, weeks, highest);
  const places = spanOf(barPlaces(curve), barPlaces(thresholdCurve(beforeSales, outcomes, size, weeks, highest)));
  const idOf = (position: number) => scores.engine.leadIdAt(position) ?? '';
  const [rejected, missed] = [people.rejected.slice(0, named), people.missed.slice(0, named)];
  const names = namesOf(db, [...rejected, ...missed].map(idOf));
  const nameOf = (position: number) => names.get(idOf(position)) ?? 'Deleted lead';
  const reasons = reasonsByLead(known, rejected.map(idOf));
  return {
    onDraft: draftCriteria(db) !== undefined,
    threshold,
    inForce: scores.criteria().criteria.threshold,
    rejected: shareOf(people.rejected.length, people.mqls.length),
    rejectedPeople: rejected.map(position => ({
      leadId: idOf(position),
      name: nameOf(position),
      reason: reasons.get(idOf(position)) ?? '',
      at: outcomes.rejectedAt[position] as number,
    })),
    missed: shareOf(people.missed.length, people.customers.length),
    missedPeople: missed.map(position => ({
      leadId: idOf(position),
      name: nameOf(position),
      at: outcomes.customerAt[position] as number,
      best: (peaks[position] as number) === noScore ? null : (peaks[position] as number),
      why: whyMissed(context, looked, position),
    })),
    points: curve.thresholds.map((one, place) => ({
      threshold: one,
      mqlsPerWeek: curve.mqlsPerWeek[place] ?? 0,
      customers: curve.customersCaught[place] ?? 0,
    })),
    leads: curve.leads,
    customers: curve.customers,
    weeks: curve.weeks,
    best: curve.best,
    about: places,
    verdict: barVerdict(threshold, places),
  };
}

/** In words, why sales rejected these leads the last time. */
function reasonsByLead({ index }: Known, leadIds: readonly string[]): ReadonlyMap<string, string> {
  const { answers, history, lastAnswer } = index;
  const wanted = new Set(leadIds);
  const reasons = new Map<string, string>();
  history.leads.ids.forEach((id, lead) => {
    if (!wanted.has(id)) return;
    const reason = history.changes.reason[answers.change[lastAnswer[lead] ?? -1] ?? -1] ?? 'none';
    reasons.set(id, reasonWords[reason] ?? reason);
  });
  return reasons;
}

export const bar: HandlersOfPrefix<'bar'> = {
  'bar.get': async context => {
    for (;;) {
      const looked = await look(context);
      const beforeSales = await peaksBeforeSales(context, looked);
      if (beforeSales) return barOf(context, looked, beforeSales);
    }
  },

  'bar.people': async (context, { who }) => {
    const { db, scores } = context;
    const positions = peopleIn(await look(context))[who];
    const ids = positions.map(position => scores.engine.leadIdAt(position) ?? '');
    const rows = listedLeads(db, ids.slice(0, shown)).map(row => toLeadRow({ scores }, row));
    return { total: ids.length, rows };
  },
};
