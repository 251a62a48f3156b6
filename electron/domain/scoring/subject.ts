// Input of the score of one lead, and the order of events.
import type { Activity } from '../../../shared/activity.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import type { FitAttributes } from '../../../shared/custom-field.ts';
import type { ScoreAdjustment } from '../../../shared/score.ts';
import { disqualifierOf, fitPoints } from './fit.ts';

export type SubjectActivity = Pick<Activity, 'id' | 'typeId' | 'at'>;

/** Everything a score is a function of, besides the criteria and the moment. */
export type Subject = {
  /** Built-in facts and, by `customValues:` key, the owner's own. */
  readonly attributes: FitAttributes;
  /** In any order; those after the scoring moment do not count. */
  readonly activities: readonly SubjectActivity[];
  readonly hand?: readonly ScoreAdjustment[];
  /** Why this lead is never to become an MQL; null or absent: no such mark. */
  readonly mqlExclusion?: string | null;
  /** Why this lead is not scored at all; null or absent: it is. */
  readonly doNotScore?: string | null;
};

/** By time, then by id, so that the order of rows never matters. */
export const byTime = (
  a: { readonly at: number; readonly id: string },
  b: { readonly at: number; readonly id: string },
) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The sentence that stands against this lead whatever the score, or null. A mark by hand comes first. */
export function blockedBy(criteria: Criteria, subject: Subject): string | null {
  if (subject.doNotScore) return `Not scored: ${subject.doNotScore}`;
  if (subject.mqlExclusion) return `Never an MQL: ${subject.mqlExclusion}`;
  return disqualifierOf(criteria, subject.attributes)?.why ?? null;
}

/** Whether nothing but points is wanting: not blocked, and the minimum fit is met. */
export const isEligible = (criteria: Criteria, subject: Subject): boolean =>
  blockedBy(criteria, subject) === null && fitPoints(criteria, subject.attributes) >= criteria.minimumFit;
