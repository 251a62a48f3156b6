// First steps that a new workspace has not completed yet.
import type { Criteria } from '../../shared/criteria.ts';
import type { FirstStep } from '../../shared/workspace.ts';
import { defaultCriteria } from './scoring/defaults.ts';

export type StartFacts = {
  /** The criteria in force. */
  readonly criteria: Criteria;
  /** The ideal-customer questions were answered, published or not. */
  readonly idealCustomer: boolean;
  readonly ownTypes: number;
  readonly leads: number;
  readonly campaigns: number;
  readonly closedReviews: number;
  /** Whether the owner has said when the weekly meeting is. */
  readonly hasMeetingTime: boolean;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** Activity types that give points, whatever the points. */
const signsOf = ({ behaviour }: Criteria) =>
  behaviour
    .filter(({ points }) => points !== 0)
    .map(({ typeId }) => typeId)
    .sort();
const pointsOf = ({ behaviour, shortcuts, threshold }: Criteria) => ({
  points: behaviour.map(({ typeId, points, count, halfLifeDays }) => ({ typeId, points, count, halfLifeDays })),
  shortcuts,
  threshold,
});

/** Whether each first step has been taken, in the order in which they make sense. */
export const firstSteps = (facts: StartFacts): readonly (readonly [FirstStep, boolean])[] => {
  const { criteria } = facts;
  return [
    [
      'customer',
      facts.idealCustomer ||
        !same([criteria.fit, criteria.disqualifiers], [defaultCriteria.fit, defaultCriteria.disqualifiers]),
    ],
    ['signs', facts.ownTypes > 0 || !same(signsOf(criteria), signsOf(defaultCriteria))],
    ['points', !same(pointsOf(criteria), pointsOf(defaultCriteria))],
    ['people', facts.leads > 0],
    ['campaign', facts.campaigns > 0],
    ['meeting', facts.closedReviews > 0 || facts.hasMeetingTime],
  ];
};
