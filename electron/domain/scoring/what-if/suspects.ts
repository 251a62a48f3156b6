// Traits of rejected leads that customers do not have.
import type { FitTest } from '../../../../shared/criteria.ts';
import type { LeadAttributes, LeadField } from '../../../../shared/lead.ts';
import { isKnown } from '../../../../shared/lead.ts';
import type { AttributeValue } from '../fit.ts';
import { normalizeAttribute, prepareTest } from '../fit.ts';
import { wordsOf } from '../normalize.ts';

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
const maxSuspects = 8;

/** How many people there are, and how many have each value of a field. */
type Tally = { readonly leads: number; readonly counts: ReadonlyMap<AttributeValue, number> };

function tallyOf(leads: readonly LeadAttributes[], field: LeadField): Tally {
  const counts = new Map<AttributeValue, number>();
  for (const attributes of leads) counts.set(attributes[field], (counts.get(attributes[field]) ?? 0) + 1);
  return { leads: leads.length, counts };
}

/** Share of the people who pass; each value is tried once, however many have it. */
function shareOf({ leads, counts }: Tally, { test, field }: Suspect): number {
  const passes = prepareTest(test, field);
  let passing = 0;
  for (const [value, count] of counts) if (passes(value, () => normalizeAttribute(value, field))) passing += count;
  return leads === 0 ? 0 : passing / leads;
}

function valueTests(leads: readonly LeadAttributes[], field: LeadField): readonly FitTest[] {
  const values = leads.map(attributes => attributes[field]).filter(isKnown);
  return [...new Map(values.map(value => [normalizeAttribute(value, field), String(value)])).values()].map(value => ({
    test: 'is',
    value,
  }));
}

function wordTests(leads: readonly LeadAttributes[]): readonly FitTest[] {
  const words = leads.flatMap(({ jobTitle }) => wordsOf(jobTitle ?? ''));
  return [...new Set(words)].map(word => ({ test: 'contains', values: [word] }));
}

/** The lower and the upper half and the extreme quarters of the rejected, as ranges. */
function rangeTests(leads: readonly LeadAttributes[], field: LeadField): readonly FitTest[] {
  const sorted = leads
    .flatMap(attributes => (typeof attributes[field] === 'number' ? [attributes[field]] : []))
    .sort((a, b) => a - b);
  if (sorted.length < 4) return [];
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return [
    ...[0.5, 0.75, 1].map((share): FitTest => ({ test: 'between', from: 0, to: at(share) })),
    ...[0.5, 0.25, 0].map((share): FitTest => ({ test: 'at-least', value: at(share) })),
  ];
}

const testsOf = (leads: readonly LeadAttributes[], field: LeadField): readonly FitTest[] =>
  field === 'jobTitle'
    ? wordTests(leads)
    : measured.includes(field)
      ? rangeTests(leads, field)
      : valueTests(leads, field);

/** The tests that tell the rejected from the customers best, best first. Yields after each field. */
export function* suspectTests(
  rejected: readonly LeadAttributes[],
  customers: readonly LeadAttributes[],
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
    .slice(0, maxSuspects)
    .map(({ suspect }) => suspect);
}
