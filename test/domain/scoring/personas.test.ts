// Personas: of several fit sets the best one counts, is named, and what is missing is asked for the one that could be best.
import { expect, test } from 'vitest';
import { behaviorRule, fitRule } from '../../../electron/domain/scoring/defaults.ts';
import { fitPoints, personaOf } from '../../../electron/domain/scoring/fit.ts';
import { greatestFit } from '../../../electron/domain/scoring/possible.ts';
import { firstPromotion } from '../../../electron/domain/scoring/promotion.ts';
import { explainScore, makeReceipt } from '../../../electron/domain/scoring/score.ts';
import { compareCriteria } from '../../../electron/domain/scoring/sets/compare.ts';
import type { Criteria } from '../../../shared/criteria.ts';
import { changedCriteria, criteriaChanges } from '../../../shared/criteria-change.ts';
import { emptyAttributes, type LeadAttributes } from '../../../shared/lead.ts';

const now = Date.UTC(2026, 5, 1, 12);
const base: Criteria = {
  behavior: [behaviorRule('demo-requested', 50)],
  fit: [fitRule('need', 'need', { test: 'is', value: 'yes' }, 10)],
  disqualifiers: [],
  shortcuts: [],
  threshold: 70,
  minimumFit: 15,
};
const workshop = {
  id: 'workshop',
  label: 'Workshop owner',
  fit: [
    fitRule('title', 'jobTitle', { test: 'contains', values: ['owner'] }, 20),
    fitRule('small', 'companySize', { test: 'between', from: 2, to: 20 }, 10),
  ],
};
const factory = {
  id: 'factory',
  label: 'Factory planner',
  fit: [fitRule('large', 'companySize', { test: 'at-least', value: 100 }, 40)],
};
const criteria: Criteria = { ...base, personas: [workshop, factory] };
const who = (attributes: Partial<LeadAttributes>) => ({
  attributes: { ...emptyAttributes, ...attributes },
  activities: [{ id: 'a', typeId: 'demo-requested', at: now }],
});

test('the best persona counts, and its lines name it', () => {
  const owner = who({ need: 'yes', jobTitle: 'Owner', companySize: 12 });
  const { fit, lines } = explainScore(criteria, owner, now);
  expect(fit).toBe(40);
  expect(lines.filter(({ part }) => part === 'fit').map(({ points, note }) => [points, note])).toEqual([
    [10, null],
    [20, 'Persona: Workshop owner'],
    [10, 'Persona: Workshop owner'],
  ]);
  expect(personaOf(criteria, owner.attributes)?.label).toBe('Workshop owner');
  expect(personaOf(criteria, who({ companySize: 300, jobTitle: 'Owner' }).attributes)?.label).toBe('Factory planner');
});

test('points of two personas are never added up', () => {
  const both = who({ jobTitle: 'Owner', companySize: 300 });
  expect(fitPoints(criteria, both.attributes)).toBe(40);
  expect(greatestFit(criteria)).toBe(50);
});

test('the minimum fit is met by either, and the receipt adds up and names the persona', () => {
  for (const attributes of [{ jobTitle: 'Owner' }, { companySize: 200 }]) {
    const lead = who(attributes);
    const promotion = firstPromotion(criteria, lead);
    if (promotion === null) throw new Error('fifty and a persona are enough');
    const receipt = makeReceipt(criteria, 2, lead, promotion);
    expect(receipt.lines.reduce((sum, { points }) => sum + points, 0)).toBe(receipt.total);
    expect(receipt.lines.some(({ note }) => note?.startsWith('Persona: '))).toBe(true);
  }
  expect(firstPromotion(criteria, who({ jobTitle: 'Student', companySize: 1 }))).toBeNull();
});

test('what is missing is worth what it adds to the best, whichever persona it makes', () => {
  const { possible, fit, missing } = explainScore(criteria, who({ need: 'yes', jobTitle: 'Owner' }), now);
  expect(fit).toBe(30);
  // A company of a hundred makes a factory of them: 50 instead of 30.
  expect(missing).toMatchObject([{ field: 'companySize', upTo: 20 }]);
  expect(possible).toBe(50 + 50);
});

test('answers that add points only together are named: they would make another persona of the lead', () => {
  const buyer = {
    id: 'buyer',
    label: 'Buyer',
    fit: [
      fitRule('country', 'country', { test: 'is', value: 'Germany' }, 25),
      fitRule('industry', 'industry', { test: 'is', value: 'Joinery' }, 25),
    ],
  };
  const { possible, total, missing } = explainScore(
    { ...base, personas: [workshop, buyer] },
    who({ need: 'yes', jobTitle: 'Owner', companySize: 12 }),
    now,
  );
  expect([total, possible]).toEqual([90, 110]);
  expect(missing.map(({ field, upTo }) => [field, upTo])).toEqual([
    ['industry', 0],
    ['country', 0],
  ]);
});

test('personas are changes of a draft, are told in words, and nothing without them', () => {
  expect(changedCriteria(base, criteriaChanges(base, criteria))).toEqual(criteria);
  expect(compareCriteria(base, criteria)).toEqual([
    'New: Persona Workshop owner: Job title contains “owner”: gives 20 points. Company size is from 2 to 20: gives 10 points.',
    'New: Persona Factory planner: Company size is at least 100: gives 40 points.',
  ]);
  const lead = who({ jobTitle: 'Owner', companySize: 12 });
  expect(explainScore({ ...base, personas: [] }, lead, now)).toEqual(explainScore(base, lead, now));
});
