// Traits of rejected leads that customers do not have.
import type { FitTest } from '../../../../shared/criteria.ts';
import type { LeadFacts, LeadField } from '../../../../shared/lead.ts';
import { isKnown } from '../../../../shared/lead.ts';
import type { Fact } from '../fit.ts';
import { foldFact, prepareTest } from '../fit.ts';
import { wordsOf } from '../fold.ts';

export type Suspect = { readonly field: LeadField; readonly test: FitTest };

const valued: readonly LeadField[] = [
  'country',
  'industry',
  'region',
  'channelId',
  'campaignId',
  'authority',
  'need',
  'timeline',
];
const measured: readonly LeadField[] = ['companySize', 'budget'];

/** Facts that are looked at. */
export const suspectFields: readonly LeadField[] = [...valued, ...measured, 'jobTitle'];

/** At least this share of the rejected must be so, and customers at most half as often. */
const common = 0.3;
const mostSuspects = 8;

/** How many people there are, and how many have each value of a field. */
type Tally = { readonly people: number; readonly counts: ReadonlyMap<Fact, number> };

function tallyOf(people: readonly LeadFacts[], field: LeadField): Tally {
  const counts = new Map<Fact, number>();
  for (const facts of people) counts.set(facts[field], (counts.get(facts[field]) ?? 0) + 1);
  return { people: people.length, counts };
}

/** Share of the people who pass; each value is tried once, however many have it. */
function shareOf({ people, counts }: Tally, { test, field }: Suspect): number {
  const passes = prepareTest(test, field);
  let passing = 0;
  for (const [value, count] of counts) if (passes(value, () => foldFact(value, field))) passing += count;
  return people === 0 ? 0 : passing / people;
}

function valueTests(people: readonly LeadFacts[], field: LeadField): readonly FitTest[] {
  const values = people.map(facts => facts[field]).filter(isKnown);
  return [...new Map(values.map(value => [foldFact(value, field), String(value)])).values()].map(value => ({
    test: 'is',
    value,
  }));
}

function wordTests(people: readonly LeadFacts[]): readonly FitTest[] {
  const words = people.flatMap(({ jobTitle }) => wordsOf(jobTitle ?? ''));
  return [...new Set(words)].map(word => ({ test: 'contains', values: [word] }));
}

/** The lower and the upper half and the extreme quarters of the rejected, as ranges. */
function rangeTests(people: readonly LeadFacts[], field: LeadField): readonly FitTest[] {
  const sorted = people
    .flatMap(facts => (typeof facts[field] === 'number' ? [facts[field]] : []))
    .sort((a, b) => a - b);
  if (sorted.length < 4) return [];
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return [
    ...[0.5, 0.75, 1].map((share): FitTest => ({ test: 'between', from: 0, to: at(share) })),
    ...[0.5, 0.25, 0].map((share): FitTest => ({ test: 'at-least', value: at(share) })),
  ];
}

const testsOf = (people: readonly LeadFacts[], field: LeadField): readonly FitTest[] =>
  field === 'jobTitle'
    ? wordTests(people)
    : measured.includes(field)
      ? rangeTests(people, field)
      : valueTests(people, field);

/** The tests that tell the rejected from the customers best, best first. Yields after each field. */
export function* suspectTests(
  rejected: readonly LeadFacts[],
  customers: readonly LeadFacts[],
): Generator<void, readonly Suspect[]> {
  const found: { readonly suspect: Suspect; readonly theirs: number; readonly buyers: number }[] = [];
  for (const field of suspectFields) {
    const [theirs, buyers] = [tallyOf(rejected, field), tallyOf(customers, field)];
    for (const test of testsOf(rejected, field)) {
      const suspect = { field, test };
      found.push({ suspect, theirs: shareOf(theirs, suspect), buyers: shareOf(buyers, suspect) });
    }
    yield;
  }
  return found
    .filter(({ theirs, buyers }) => theirs >= common && buyers * 2 <= theirs)
    .sort((a, b) => b.theirs - b.buyers - (a.theirs - a.buyers))
    .slice(0, mostSuspects)
    .map(({ suspect }) => suspect);
}
