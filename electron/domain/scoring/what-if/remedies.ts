// Fixes for rejections: the smallest rule changes that prevent them, and the customers they lose.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { RuleNames } from '../../../../shared/criteria-text.ts';
import type { LeadAttributes } from '../../../../shared/lead.ts';
import { compareCriteria } from '../sets/compare.ts';
import { shortId } from '../short-id.ts';
import { suspectTests } from './suspects.ts';

/** Leads by position in the engine. */
export type RejectedCase = {
  /** MQLs that sales rejected for one reason. */
  readonly rejected: readonly number[];
  readonly customers: readonly number[];
  /** All other MQLs there were. */
  readonly others: readonly number[];
  readonly attributesOf: (position: number) => LeadAttributes;
};

export type Found = {
  readonly text: string;
  readonly criteria: Criteria;
  readonly stops: readonly number[];
  readonly costs: readonly number[];
  readonly others: number;
};

/** The same kind of change, from the smallest to the greatest. Of all that are about the same thing, only the best is worth telling. */
type Family = { readonly about: string; readonly drafts: readonly Criteria[] };

/** A change counts as stopping them when it stops at least so many of the rejected. */
const enough = 0.5;
const maxRemedies = 6;

const steps = (...values: readonly number[]) => values;

function thresholdRemedies(criteria: Criteria, greatest: number): readonly Family[] {
  const { threshold, minimumFit } = criteria;
  const higher = steps(5, 10, 15, 20, 25, 30, 40, 50, 75, 100).map(more => ({
    ...criteria,
    threshold: threshold + more,
  }));
  const fits: Criteria[] = [];
  for (let fit = Math.floor(minimumFit / 5) * 5 + 5; fit <= greatest; fit += 5)
    fits.push({ ...criteria, minimumFit: fit });
  return [
    { about: 'threshold', drafts: higher },
    { about: 'minimum fit', drafts: fits },
  ];
}

/** Weaker points or a lower cap for each rule that gives points. */
function weaker(criteria: Criteria): readonly Family[] {
  return criteria.behavior
    .filter(rule => rule.points > 0)
    .flatMap(rule => {
      const having = (change: Partial<typeof rule>): Criteria => ({
        ...criteria,
        behavior: criteria.behavior.map(each => (each === rule ? { ...each, ...change } : each)),
      });
      const less = steps(0.75, 0.5, 0.25, 0).map(share => having({ points: Math.round(rule.points * share) }));
      const cap = rule.count.how === 'every' ? 6 : rule.count.how === 'first' ? 1 : rule.count.times;
      const caps = steps(5, 3, 2, 1)
        .filter(times => times < cap)
        .map(times => having({ count: { how: 'at-most', times } }));
      return [
        { about: `rule ${rule.id}`, drafts: less },
        { about: `rule ${rule.id}`, drafts: caps },
      ];
    });
}

/** Facts of many, a slice of a few milliseconds at a time. */
function* attributesIn(
  positions: readonly number[],
  attributesOf: RejectedCase['attributesOf'],
): Generator<void, LeadAttributes[]> {
  const attributes: LeadAttributes[] = [];
  for (const [index, position] of positions.entries()) {
    attributes.push(attributesOf(position));
    if (index % 500 === 499) yield;
  }
  return attributes;
}

/** Negative fit for what the rejected are and customers are not; at last, a disqualifier. */
function* against(criteria: Criteria, { rejected, customers, attributesOf }: RejectedCase): Generator<void, Family[]> {
  const theirs = yield* attributesIn(rejected, attributesOf);
  const buyers = yield* attributesIn(customers, attributesOf);
  const suspects = yield* suspectTests(theirs, buyers);
  return suspects.map(({ field, test }) => {
    const id = `against-${shortId(JSON.stringify([field, test]))}`;
    const negative = steps(-10, -20, -30, -50, -100).map(points => ({
      ...criteria,
      fit: [...criteria.fit, { id, field, test, points }],
    }));
    const why = 'Sales has rejected leads like this';
    const never = { ...criteria, disqualifiers: [...criteria.disqualifiers, { id, field, test, why }] };
    return { about: field, drafts: [...negative, never] };
  });
}

/**
 * The smallest change of each kind that would have stopped at least half of the rejected, cheapest in customers first. `replay` says of
 * a draft who would have become MQL, of the leads in the case (a rejected lead: before it was rejected; a customer: before
 * it bought); its answer holds until the next. A generator: it yields within and after each replay, so that the caller can give way.
 */
export function* findRemedies(
  criteria: Criteria,
  greatestFit: number,
  leads: RejectedCase,
  replay: (draft: Criteria) => Generator<void, (position: number) => boolean>,
  names?: RuleNames,
): Generator<void, readonly Found[]> {
  const found: (Found & { readonly about: string })[] = [];
  const now = yield* replay(criteria);
  // Only whom the present criteria would promote as well can be stopped by changing them.
  const stoppable = leads.rejected.filter(now);
  const payers = leads.customers.filter(now);
  const rest = leads.others.filter(now);
  yield;
  if (stoppable.length === 0) return [];
  const attributes = yield* against(criteria, leads);
  for (const { about, drafts } of [...thresholdRemedies(criteria, greatestFit), ...weaker(criteria), ...attributes]) {
    for (const draft of drafts) {
      const promoted = yield* replay(draft);
      const stops = stoppable.filter(position => !promoted(position));
      yield;
      if (stops.length < stoppable.length * enough) continue;
      const costs = payers.filter(position => !promoted(position));
      const others = rest.filter(position => !promoted(position)).length;
      found.push({
        about,
        text: compareCriteria(criteria, draft, names).join(' '),
        criteria: draft,
        stops,
        costs,
        others,
      });
      break;
    }
  }
  const best = found.sort(
    (a, b) => a.costs.length - b.costs.length || a.others - b.others || b.stops.length - a.stops.length,
  );
  return best
    .filter(({ about }, index) => best.findIndex(other => other.about === about) === index)
    .slice(0, maxRemedies)
    .map(({ about: _, ...remedy }) => remedy);
}
