// When a lead meets the rules: at the first promoting moment of its history, or at one given moment.
import type { Criteria } from '../../../shared/criteria.ts';
import { fitPoints } from './fit.ts';
import type { ScoringPlan } from './plan.ts';
import { adjustmentCode, compile } from './plan.ts';
import type { Subject } from './subject.ts';
import { isEligible } from './subject.ts';
import type { Goal, ScoreWalk, Track } from './walk.ts';
import { byThreshold, createWalk, notMet } from './walk.ts';

export type Promotion = {
  /** UTC ms of the moment the rules were met. */
  readonly at: number;
  /** "100 points reached", or the shortcut's label. */
  readonly because: string;
  /** Null when it was the threshold. */
  readonly shortcutId: string | null;
};

/** Moments that are checked, both ends included; UTC ms. */
export type Window = {
  /** Since when the lead could be promoted (it came back from Nurture, say); earlier activities count, but are no moments. */
  readonly eligibleSince?: number;
  /** The last moment that counts; later activities are as if they had not happened. */
  readonly until?: number;
};

export const becauseOf = (criteria: Criteria, why: number): string =>
  why === byThreshold ? `${criteria.threshold} points reached` : (criteria.shortcuts[why]?.label ?? '');

const walk = createWalk();

/** Lays out one lead as a track: activities and positive or negative points by hand, by time. */
function trackOf(subject: Subject, codeOf: (typeId: string) => number): Track {
  const entries = [
    ...subject.activities.map(({ typeId, at }) => ({ at, code: codeOf(typeId), points: 0 })),
    ...(subject.hand ?? []).map(({ at, points }) => ({ at, code: adjustmentCode, points })),
  ].sort((a, b) => a.at - b.at);
  return {
    at: Float64Array.from(entries, entry => entry.at),
    type: Uint16Array.from(entries, entry => entry.code),
    hand: Int32Array.from(entries, entry => entry.points),
  };
}

type Compiled = { readonly codes: ReadonlyMap<string, number>; readonly plan: ScoringPlan };
const plans = new WeakMap<Criteria, Compiled>();

/** Criteria are values that never change, and an import asks the same ones about every lead. */
function compiled(criteria: Criteria): Compiled {
  const known = plans.get(criteria);
  if (known) return known;
  const mentioned = new Set([
    ...criteria.behavior.map(rule => rule.typeId),
    ...criteria.shortcuts.flatMap(shortcut => shortcut.counts.map(count => count.typeId)),
  ]);
  const codes = new Map([...mentioned].map((typeId, index) => [typeId, index + 1]));
  const made = { codes, plan: compile(criteria, typeId => codes.get(typeId), codes.size + 2) };
  plans.set(criteria, made);
  return made;
}

/** Walks one lead; the shared walker holds the result until the next walk. */
export function walkSubject(
  criteria: Criteria,
  subject: Subject,
  goal: Goal,
  now: number,
  from: number,
): Readonly<ScoreWalk> {
  const { codes, plan } = compiled(criteria);
  const unmentioned = codes.size + 1;
  const track = trackOf(subject, typeId => codes.get(typeId) ?? unmentioned);
  const fit = fitPoints(criteria, subject.attributes);
  const eligible = isEligible(criteria, subject);
  return walk({ plan, goal, now, from }, { track, start: 0, end: track.at.length, base: fit, eligible, until: now });
}

/**
 * The first moment at which the lead meets the rules: score at the threshold or a shortcut's counts, with the minimum fit and
 * nothing against it. A moment is an instant with an activity that gives points (or that a shortcut asks for), or with
 * points given by hand; all of that instant counts. Facts are those of today.
 */
export function firstPromotion(criteria: Criteria, subject: Subject, window: Window = {}): Promotion | null {
  const { why, promotedAt } = walkSubject(
    criteria,
    subject,
    'first',
    window.until ?? Number.POSITIVE_INFINITY,
    window.eligibleSince ?? Number.NEGATIVE_INFINITY,
  );
  if (why === notMet) return null;
  return {
    at: promotedAt,
    because: becauseOf(criteria, why),
    shortcutId: why === byThreshold ? null : (criteria.shortcuts[why]?.id ?? null),
  };
}

/** Whether the rules are met as of `at`, activity or not: for the moment at which a fact or the criteria changed. */
export function promotionAt(criteria: Criteria, subject: Subject, at: number): Promotion | null {
  if (!isEligible(criteria, subject)) return null;
  const { engagement } = walkSubject(criteria, subject, 'now', at, Number.POSITIVE_INFINITY);
  if (fitPoints(criteria, subject.attributes) + engagement >= criteria.threshold) {
    return { at, because: becauseOf(criteria, byThreshold), shortcutId: null };
  }
  const times = Map.groupBy(
    subject.activities.filter(activity => activity.at <= at),
    activity => activity.typeId,
  );
  const met = criteria.shortcuts.find(shortcut =>
    shortcut.counts.every(count => (times.get(count.typeId)?.length ?? 0) >= count.times),
  );
  return met ? { at, because: met.label, shortcutId: met.id } : null;
}
