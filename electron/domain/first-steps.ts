// First steps that a new workspace has not completed yet.
import type { Criteria } from '../../shared/criteria.ts';
import type { FirstStep } from '../../shared/workspace.ts';
import { defaultCriteria } from './scoring/defaults.ts';

export type FirstStepsInput = {
  /** The criteria in force. */
  readonly criteria: Criteria;
  /** The ideal-customer questions were answered, published or not. */
  readonly idealCustomer: boolean;
  readonly customTypes: number;
  readonly leads: number;
  readonly campaigns: number;
  readonly closedReviews: number;
  /** Whether the owner has said when the weekly meeting is. */
  readonly hasMeetingTime: boolean;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** Activity types that give points, whatever the points. */
const signsOf = ({ behavior }: Criteria) =>
  behavior
    .filter(({ points }) => points !== 0)
    .map(({ typeId }) => typeId)
    .sort();
const pointsOf = ({ behavior, shortcuts, threshold }: Criteria) => ({
  points: behavior.map(({ typeId, points, count, halfLifeDays }) => ({ typeId, points, count, halfLifeDays })),
  shortcuts,
  threshold,
});

/** Whether each first step has been taken, in the order in which they make sense. */
export const firstSteps = (input: FirstStepsInput): readonly (readonly [FirstStep, boolean])[] => {
  const { criteria } = input;
  return [
    // Only the owner can say; after a meeting it is settled.
    ['basics', input.closedReviews > 0],
    [
      'customer',
      input.idealCustomer ||
        !same([criteria.fit, criteria.disqualifiers], [defaultCriteria.fit, defaultCriteria.disqualifiers]),
    ],
    ['signs', input.customTypes > 0 || !same(signsOf(criteria), signsOf(defaultCriteria))],
    ['points', !same(pointsOf(criteria), pointsOf(defaultCriteria))],
    ['leads', input.leads > 0],
    ['campaign', input.campaigns > 0],
    ['meeting', input.closedReviews > 0 || input.hasMeetingTime],
  ];
};
