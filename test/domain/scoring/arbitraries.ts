// Random people and criteria for property tests: few types and values, so that rules meet facts often.
import fc from 'fast-check';
import type { Subject } from '../../../electron/domain/scoring/subject.ts';
import type { Criteria, FitTest } from '../../../shared/criteria.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { emptyAttributes } from '../../../shared/lead.ts';
import type { ScoreAdjustment } from '../../../shared/score.ts';
import type { ReferenceLead } from './reference.ts';

export const day = 86_400_000;
export const today = Date.UTC(2026, 4, 20, 12);

const types = [
  'email-opened',
  'website-visit',
  'pricing-page-visit',
  'demo-requested',
  'unsubscribed',
  'own-fair',
  'call-made',
];
const type = fc.constantFrom(...types);
/** Some to the millisecond, many on the same few instants, some after today, some ten years off. */
const instant = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }).map(days => today - days * day) },
  { weight: 6, arbitrary: fc.integer({ min: today - 300 * day, max: today }) },
  { weight: 1, arbitrary: fc.integer({ min: today - 3653 * day, max: today + 3653 * day }) },
);

const countries = ['Germany', 'AUSTRIA', 'Österreich', 'france', 'São Tomé', 'Fr'];
const titles = ['CEO', 'Director of Sales', 'Geschäftsführerin', 'cto', 'Vertriebsleiter', 'Head of IT'];
const text = [
  'ceo',
  'cto',
  'director',
  'führer',
  'leiter',
  'it',
  'of sales',
  'GERMANY',
  'osterreich',
  'Fr',
  'yes',
  'no',
];
const sizes = [0, 1, 9, 10, 49, 50, 200, 5000];

export const attributes = fc
  .record({
    country: fc.option(fc.constantFrom(...countries)),
    jobTitle: fc.option(fc.constantFrom(...titles)),
    companySize: fc.option(fc.constantFrom(...sizes)),
    budget: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    authority: fc.constantFrom('unknown' as const, 'no' as const, 'yes' as const),
  })
  .map(known => ({ ...emptyAttributes, ...known }));

const activity = fc.record({ id: fc.uuid(), typeId: type, at: instant });
const given = fc.record({
  id: fc.uuid(),
  at: instant,
  points: fc.integer({ min: -60, max: 60 }),
  reason: fc.constant('met at the fair'),
});

export type Someone = Subject &
  ReferenceLead & { readonly hand: readonly ScoreAdjustment[]; readonly attributes: LeadAttributes };

export const anyLead: fc.Arbitrary<Someone> = fc.record({
  attributes,
  activities: fc.array(activity, { maxLength: 25 }),
  hand: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(given, { maxLength: 3 }) },
  ),
  mqlExclusion: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('a friend') },
  ),
});

/** Someone who does something every few days for years. */
export const busyLead: fc.Arbitrary<Someone> = fc.record({
  attributes,
  activities: fc.array(activity, { minLength: 120, maxLength: 250 }),
  hand: fc.constant([]),
  mqlExclusion: fc.constant(null),
});

const size = fc.constantFrom(...sizes);
const fitTest: fc.Arbitrary<FitTest> = fc.oneof(
  fc.record({ test: fc.constant('is' as const), value: fc.constantFrom(...text) }),
  fc.record({
    test: fc.constant('is-one-of' as const),
    values: fc.array(fc.constantFrom(...text), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    test: fc.constant('contains' as const),
    values: fc.array(fc.constantFrom(...text), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ test: fc.constant('between' as const), from: size, to: size }),
  fc.record({ test: fc.constant('at-least' as const), value: size }),
  fc.constant({ test: 'is-known' as const }),
);
const field = fc.constantFrom(
  'country' as const,
  'jobTitle' as const,
  'companySize' as const,
  'budget' as const,
  'authority' as const,
);
const count = fc.oneof(
  fc.constant({ how: 'every' as const }),
  fc.constant({ how: 'first' as const }),
  fc.record({ how: fc.constant('at-most' as const), times: fc.integer({ min: 1, max: 4 }) }),
);

const points = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: 0 }) },
);

export const criteria: fc.Arbitrary<Criteria> = fc.record({
  behavior: fc.array(
    fc.record({
      id: fc.uuid(),
      typeId: type,
      points,
      count,
      halfLifeDays: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 200 })),
      withinDays: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(null, undefined) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) },
      ),
    }),
    { maxLength: 9 },
  ),
  fit: fc.array(fc.record({ id: fc.uuid(), field, test: fitTest, points }), { maxLength: 5 }),
  disqualifiers: fc.array(fc.record({ id: fc.uuid(), field, test: fitTest, why: fc.constant('not our market') }), {
    maxLength: 1,
  }),
  shortcuts: fc.array(
    fc.record({
      id: fc.uuid(),
      label: fc.constantFrom('Wants it', 'Wants it now'),
      counts: fc.array(fc.record({ typeId: type, times: fc.integer({ min: 1, max: 4 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    { maxLength: 2 },
  ),
  personas: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          id: fc.uuid(),
          label: fc.constantFrom('Owner', 'Planner'),
          fit: fc.array(fc.record({ id: fc.uuid(), field, test: fitTest, points }), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    },
  ),
  caps: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          id: fc.uuid(),
          label: fc.constant('Cheap signs'),
          typeIds: fc.array(type, { minLength: 1, maxLength: 4 }),
          points: fc.integer({ min: 0, max: 60 }),
        }),
        { maxLength: 3 },
      ),
    },
  ),
  engagementCap: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(null, undefined) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 }) },
  ),
  threshold: fc.integer({ min: 1, max: 150 }),
  minimumFit: fc.integer({ min: -40, max: 10 }),
});
