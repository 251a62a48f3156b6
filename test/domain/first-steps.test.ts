// Which first steps the criteria show as taken.
import { describe, expect, it } from 'vitest';
import { type FirstStepsInput, firstSteps } from '../../electron/domain/first-steps.ts';
import { defaultCriteria, fitRule } from '../../electron/domain/scoring/defaults.ts';
import type { Criteria } from '../../shared/criteria.ts';

const nothing: FirstStepsInput = {
  criteria: defaultCriteria,
  idealCustomer: false,
  customTypes: 0,
  leads: 0,
  campaigns: 0,
  closedReviews: 0,
  hasMeetingTime: false,
};
const done = (change: Partial<FirstStepsInput>) =>
  firstSteps({ ...nothing, ...change }).flatMap(([id, isDone]) => (isDone ? [id] : []));
const criteria = (change: Partial<Criteria>) => ({ criteria: { ...defaultCriteria, ...change } });

describe('first steps', () => {
  it('knows an ideal customer by a rule of one’s own', () => {
    const size = fitRule('size', 'companySize', { test: 'between', from: 50, to: 200 }, 20);
    expect(done(criteria({ fit: [...defaultCriteria.fit, size] }))).toEqual(['customer']);
    const rivals = { id: 'r', field: 'company', test: { test: 'is', value: 'Rival' }, why: 'Competitor' } as const;
    expect(done(criteria({ disqualifiers: [rivals] }))).toEqual(['customer']);
  });
  it('knows points by any weight or threshold that differs', () => {
    expect(done(criteria({ threshold: 80 }))).toEqual(['points']);
    const heavier = defaultCriteria.behavior.map(rule => (rule.points === 50 ? { ...rule, points: 60 } : rule));
    expect(done(criteria({ behavior: heavier }))).toEqual(['points']);
  });
  it('knows signs by what gives points at all', () => {
    const fewer = defaultCriteria.behavior.filter(({ typeId }) => typeId !== 'live-chat');
    expect(done(criteria({ behavior: fewer }))).toEqual(['signs', 'points']);
    expect(done({ idealCustomer: true })).toEqual(['customer']);
    expect(done({ customTypes: 1 })).toEqual(['signs']);
  });
  it('knows a meeting that was held, and one that has its hour', () => {
    expect(done({ closedReviews: 1 })).toEqual(['basics', 'meeting']);
    expect(done({ hasMeetingTime: true })).toEqual(['meeting']);
  });
  it('takes criteria published unchanged for what they are', () => {
    expect(done({ criteria: structuredClone(defaultCriteria) })).toEqual([]);
  });
});
