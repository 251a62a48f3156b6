// Suggested points from trait statistics, shrunk towards the current points.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { RuleNames } from '../../../../shared/criteria-text.ts';
import { fitTestText, plainNames } from '../../../../shared/criteria-text.ts';
import type { FitField } from '../../../../shared/custom-field.ts';
import type { Insight, Learned, Trait } from '../../../../shared/learning.ts';
import { shareOf } from '../what-if/compare-replay.ts';
import type { Group } from './effect.ts';
import { chanceOf, differenceOf, oddsOf, quantileFor } from './effect.ts';
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

export type TraitStats = { readonly ended: Group; readonly seen: readonly Seen[] };

/** Fewer than this in either group say nothing that an interval would not say more honestly by its width. */
const fewest = 5;

/** Share of histories made by chance alone in which anything at all may be called clear. */
const mistake = 0.05;

/** The threshold stands for this much in log-odds: who has all its points has odds e^5, about 150 times, as good. */
const thresholdInLogOdds = 5;

/**
 * How far, in log-odds, points that people agreed on are usually from the truth: a factor of two in the odds. The less the
 * past knows, the more this holds suggestions near the present points.
 */
const priorError = Math.LN2;

/** Answers that sales asks for: they are often known because somebody was about to buy, and not the other way round. */
const knownLate: ReadonlySet<FitField> = new Set(['need', 'authority', 'timeline', 'budget', 'memberId', 'consent']);

const followsFromSale =
  'This is often recorded only when a lead is about to buy, so it may be a result of the sale rather than a cause.';
const followsFromUs =
  'Your team does this, more often for leads who are about to buy, so it says little about the lead.';

/** What all lessons of one look share. */
type Looks = {
  readonly count: number;
  readonly z: number;
  readonly threshold: number;
  readonly ourTypes: ReadonlySet<string>;
};

function missingText({ n, customers }: Group): string | null {
  const others = n - customers;
  if (customers < enoughCustomers) {
    return `Suggestions need ${enoughCustomers} customers with recorded activities; there are ${customers}.`;
  }
  if (others >= enoughOthers) return null;
  return `Suggestions need ${enoughOthers} leads closed without buying, for comparison; there are ${others}.`;
}

/** 7 stays 7, 23 becomes 25: history is not exact to a point. */
const rounded = (points: number): number => {
  const size = Math.abs(points);
  const whole = size <= 10 ? Math.round(size) : Math.round(size / 5) * 5;
  return whole === 0 ? 0 : Math.min(1000, whole) * Math.sign(points);
};

function insightOf(seen: Seen, looks: Looks, names: RuleNames): Insight {
  const { trait, times, present } = seen;
  const difference = differenceOf(seen.with, seen.without);
  const odds = oddsOf(seen.with, seen.without);
  // For one look among many the tails matter, where no approximation holds: the exact chance decides, the interval is shown.
  const clear = chanceOf(seen.with, seen.without) < mistake / looks.count;
  const says = !clear ? 'cannot-tell' : odds.log > 0 ? 'more-customers' : 'fewer-customers';
  const pointsPerLogOdds = looks.threshold / thresholdInLogOdds;
  const presentLog = (present * times) / pointsPerLogOdds;
  /** Points that the past does not speak against are left alone; new ones need a clear difference. */
  const contradicts = present === 0 ? clear : Math.abs(odds.log - presentLog) > looks.z * odds.error;
  const weight = 1 / odds.error ** 2;
  const prior = 1 / priorError ** 2;
  const drawn = (odds.log * weight + presentLog * prior) / (weight + prior);
  const ours = trait.kind === 'activity' && looks.ourTypes.has(trait.typeId);
  const late = trait.kind === 'attribute' && (knownLate.has(trait.field) || trait.test.test === 'is-known');
  const points = rounded((drawn * pointsPerLogOdds) / Math.max(1, times));
  return {
    trait,
    text: trait.kind === 'activity' ? names.type(trait.typeId) : fitTestText(trait.field, trait.test, names),
    with: shareOf(seen.with.customers, seen.with.n),
    without: shareOf(seen.without.customers, seen.without.n),
    difference,
    says,
    times,
    present,
    suggested: contradicts && points !== present && !ours ? points : null,
    caution: ours ? followsFromUs : late ? followsFromSale : null,
  };
}

/**
 * What history teaches about each trait in `traitStats`. Traits of fewer than 5 leads on either side are not looked at. A difference
 * counts as clear only when chance would show anything like it, in any of all the traits looked at, in fewer than 1 of 20
 * histories. `ourTypes` are the activity types of our own side: shown, never suggested.
 */
export function learn(
  traitStats: TraitStats,
  criteria: Criteria,
  ourTypes: ReadonlySet<string>,
  names: RuleNames = plainNames,
): Learned {
  const { ended } = traitStats;
  const missing = missingText(ended);
  const base = { ended: ended.n, customers: ended.customers, missing };
  if (missing !== null) return { ...base, insights: [] };
  const looked = traitStats.seen.filter(seen => seen.with.n >= fewest && seen.without.n >= fewest);
  const count = looked.length;
  const looks: Looks = { count, z: quantileFor(count), threshold: criteria.threshold, ourTypes };
  const clarity = ({ difference, says }: Insight) =>
    (says === 'cannot-tell' ? 0 : 1) + Math.max(difference.low, -difference.high);
  return {
    ...base,
    insights: looked
      .map(seen => insightOf(seen, looks, names))
      .sort((a, b) => clarity(b) - clarity(a) || (a.text < b.text ? -1 : 1)),
  };
}
