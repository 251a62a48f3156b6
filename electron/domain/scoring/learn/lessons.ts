// From evidence to lessons: what the past says about each trait, and the points it suggests, drawn towards the present ones.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { RuleNames } from '../../../../shared/criteria-words.ts';
import { fitTestWords, plainNames } from '../../../../shared/criteria-words.ts';
import type { LeadField } from '../../../../shared/lead.ts';
import type { Learned, Lesson, Trait } from '../../../../shared/learning.ts';
import { shareOf } from '../what-if/compare-replay.ts';
import type { Group } from './effect.ts';
import { differenceOf, oddsOf, quantileFor } from './effect.ts';
import { enoughCustomers, enoughOthers } from './enough.ts';

/** One trait among the leads that ended. */
export type Seen = {
  readonly trait: Trait;
  readonly with: Group;
  readonly without: Group;
  /** Mean number of times it counted among those with it. */
  readonly times: number;
  /** Points the criteria give for it now. */
  readonly present: number;
};

export type Evidence = { readonly ended: Group; readonly seen: readonly Seen[] };

/** Fewer than this in either group say nothing that an interval would not say more honestly by its width. */
const fewest = 5;

/** The threshold stands for this much in log-odds: who has all its points has odds e^5, about 150 times, as good. */
const thresholdInLogOdds = 5;

/**
 * How far, in log-odds, points that people agreed on are usually from the truth: a factor of two in the odds. The less the
 * past knows, the more this holds suggestions near the present points.
 */
const priorError = Math.LN2;

/** Answers that sales asks for: they are often known because somebody was about to buy, and not the other way round. */
const askedLate: ReadonlySet<LeadField> = new Set(['need', 'authority', 'timeline', 'budget', 'memberId', 'consent']);

function missingWords({ n, customers }: Group): string | null {
  const others = n - customers;
  if (customers < enoughCustomers) {
    return `Learning needs ${enoughCustomers} customers whose activities were recorded; there are ${customers}.`;
  }
  if (others >= enoughOthers) return null;
  return `Learning needs ${enoughOthers} leads that ended without buying, to compare with; there are ${others}.`;
}

/** 7 stays 7, 23 becomes 25: history is not exact to a point. */
const rounded = (points: number): number => {
  const size = Math.abs(points);
  const whole = size <= 10 ? Math.round(size) : Math.round(size / 5) * 5;
  return whole === 0 ? 0 : Math.min(1000, whole) * Math.sign(points);
};

function lessonOf(seen: Seen, threshold: number, z: number, names: RuleNames): Lesson {
  const { trait, times, present } = seen;
  const difference = differenceOf(seen.with, seen.without);
  const sure = differenceOf(seen.with, seen.without, z);
  const says = sure.low > 0 ? 'more-customers' : sure.high < 0 ? 'fewer-customers' : 'cannot-tell';
  const odds = oddsOf(seen.with, seen.without);
  const pointsPerLogOdds = threshold / thresholdInLogOdds;
  const presentLog = (present * times) / pointsPerLogOdds;
  const contradicts = Math.abs(odds.log - presentLog) > z * odds.error;
  const weight = 1 / odds.error ** 2;
  const prior = 1 / priorError ** 2;
  const drawn = (odds.log * weight + presentLog * prior) / (weight + prior);
  const points = rounded((drawn * pointsPerLogOdds) / Math.max(1, times));
  const worthSaying = (says !== 'cannot-tell' || contradicts) && points !== present;
  return {
    trait,
    words: trait.kind === 'activity' ? names.type(trait.typeId) : fitTestWords(trait.field, trait.test, names),
    with: shareOf(seen.with.customers, seen.with.n),
    without: shareOf(seen.without.customers, seen.without.n),
    difference,
    says,
    times,
    present,
    suggested: worthSaying ? points : null,
    caution:
      trait.kind === 'fact' && (askedLate.has(trait.field) || trait.test.test === 'is-known')
        ? 'This is often found out only when somebody is about to buy: it may follow from the sale, not lead to it.'
        : null,
  };
}

/**
 * What history teaches about each trait in `evidence`. Traits of fewer than 5 leads on either side are not looked at. A
 * difference counts as clear only when its interval would exclude chance for all traits looked at together.
 */
export function learn(evidence: Evidence, criteria: Criteria, names: RuleNames = plainNames): Learned {
  const { ended } = evidence;
  const missing = missingWords(ended);
  const base = { ended: ended.n, customers: ended.customers, missing };
  if (missing !== null) return { ...base, lessons: [] };
  const looked = evidence.seen.filter(seen => seen.with.n >= fewest && seen.without.n >= fewest);
  const z = quantileFor(looked.length);
  const clarity = ({ difference, says }: Lesson) =>
    (says === 'cannot-tell' ? 0 : 1) + Math.max(difference.low, -difference.high);
  return {
    ...base,
    lessons: looked
      .map(seen => lessonOf(seen, criteria.threshold, z, names))
      .sort((a, b) => clarity(b) - clarity(a) || (a.words < b.words ? -1 : 1)),
  };
}
