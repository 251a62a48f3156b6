// Scores as of a moment, in columns by position, computed for all leads, for a slice of them, or for one.
import type { Criteria } from '../../shared/criteria.ts';
import { gradeOf, levelOf } from '../domain/scoring/cell.ts';
import { compile, type ScoringPlan } from '../domain/scoring/plan.ts';
import type { WalkRules } from '../domain/scoring/walk.ts';
import { createWalk, notMet } from '../domain/scoring/walk.ts';
import type { Store } from './store.ts';
import { leadTracks } from './store.ts';

export const grades = ['A', 'B', 'C', 'D'] as const;

/** By position; total = engagement + fit. Kept by the engine and overwritten in place. */
export type ScoreColumns = {
  readonly total: Int32Array;
  readonly engagement: Int32Array;
  readonly fit: Int32Array;
  readonly possible: Int32Array;
  /** 0 (A) to 3 (D). */
  readonly grade: Uint8Array;
  /** 1 (most engaged) to 4. */
  readonly level: Uint8Array;
  /** 1: a disqualifier or a mark by hand stands against an MQL. */
  readonly blocked: Uint8Array;
  /** 1: the rules are met as of the moment. */
  readonly met: Uint8Array;
  /** 1: the rules were met once and are not now. */
  readonly cooling: Uint8Array;
  /** As in a replay: why and when the rules were first met, up to the moment. */
  readonly why: Int16Array;
  readonly firstMetAt: Float64Array;
};

const emptyColumns = (size: number): ScoreColumns => ({
  total: new Int32Array(size),
  engagement: new Int32Array(size),
  fit: new Int32Array(size),
  possible: new Int32Array(size),
  grade: new Uint8Array(size),
  level: new Uint8Array(size),
  blocked: new Uint8Array(size),
  met: new Uint8Array(size),
  cooling: new Uint8Array(size),
  why: new Int16Array(size).fill(notMet),
  firstMetAt: new Float64Array(size),
});

/** Columns of at least `size` rows that hold what `columns` held. */
export function withRoom(columns: ScoreColumns, size: number): ScoreColumns {
  if (columns.total.length >= size) return columns;
  const larger = emptyColumns(size + (size >> 2) + 1024);
  for (const name of Object.keys(larger) as (keyof ScoreColumns)[]) larger[name].set(columns[name]);
  return larger;
}

/** A lead that is not scored has no points, and can get none. */
function leaveOut(out: ScoreColumns, position: number): void {
  for (const name of ['total', 'engagement', 'fit', 'possible', 'met', 'cooling'] as const) out[name][position] = 0;
  out.grade[position] = grades.indexOf('D');
  out.level[position] = 4;
  out.blocked[position] = 1;
  out.why[position] = notMet;
  out.firstMetAt[position] = 0;
}

export const noColumns: ScoreColumns = emptyColumns(0);

/** A scorer over `store`; writes positions `from` to `to` (exclusive) of `out`. */
export function createScorer(store: Store) {
  const walk = createWalk();
  let planned: { readonly criteria: Criteria; readonly plan: ScoringPlan } | null = null;
  /** Leads are scored one by one after each change: the rules are the same for all of them. */
  const planOf = (criteria: Criteria): ScoringPlan => {
    const { codeOf, codeCount } = store.activities;
    if (planned?.criteria !== criteria || planned.plan.codeCount !== codeCount) {
      planned = { criteria, plan: compile(criteria, codeOf, codeCount) };
    }
    return planned.plan;
  };
  return (criteria: Criteria, at: number, out: ScoreColumns, from: number, to: number): void => {
    const { leadIndex } = store;
    const rules: WalkRules = { plan: planOf(criteria), goal: 'now', now: at, from: Number.NEGATIVE_INFINITY };
    const trackOf = leadTracks(store);
    const fits = store.fits.get(criteria, leadIndex.size);
    for (let position = from; position < to; position++) {
      const fit = fits.fit[position] as number;
      const disqualified = fits.disqualified[position] === 1;
      const adjusted = leadIndex.adjustments(position);
      if (adjusted.doNotScore) {
        leaveOut(out, position);
        continue;
      }
      const blocked = disqualified || adjusted.mqlExclusion !== null;
      const eligible = !blocked && fit >= criteria.minimumFit;
      const { track, start, end } = trackOf(position, adjusted);
      const walked = walk(rules, { track, start, end, base: fit, eligible, until: at });
      const met = eligible && walked.metNow;
      out.engagement[position] = walked.engagement;
      out.fit[position] = fit;
      out.total[position] = walked.engagement + fit;
      out.possible[position] = walked.engagement + fit + (fits.open[position] as number);
      out.grade[position] = grades.indexOf(gradeOf(fit, fits.greatest, disqualified));
      out.level[position] = levelOf(walked.engagement, criteria.threshold);
      out.blocked[position] = blocked ? 1 : 0;
      out.met[position] = met ? 1 : 0;
      out.cooling[position] = !met && walked.why !== notMet ? 1 : 0;
      out.why[position] = walked.why;
      out.firstMetAt[position] = walked.promotedAt;
    }
  };
}
