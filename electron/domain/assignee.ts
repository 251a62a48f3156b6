// Assignment of new MQLs: the first matching rule, or round robin.
import type { Assignment } from '../../shared/assignment.ts';
import type { FitAttributes } from '../../shared/custom-field.ts';
import type { Member } from '../../shared/workspace.ts';
import { passes } from './scoring/fit.ts';

export type Assignee = {
  readonly memberId: string;
  /** It was their turn, so the next one goes to somebody else. */
  readonly roundRobin: boolean;
};

/** Members who can be given leads, in the order in which their turn comes. */
export const takers = (members: readonly Member[], { away }: Pick<Assignment, 'away'>): readonly Member[] =>
  members.filter(member => !member.archived && member.side !== 'marketing' && !away.includes(member.id));

/**
 * The member who gets this lead; null when no one does by itself. A member of sales who has the lead keeps it, also while away.
 * `roundRobinLast`: to whom the last one went in turn.
 */
export function assigneeOf(
  attributes: FitAttributes,
  assignment: Assignment,
  members: readonly Member[],
  roundRobinLast: string | null,
): Assignee | null {
  const { how, rules, otherwise } = assignment;
  const holder = members.find(({ id }) => id === attributes.memberId);
  if (how === 'hand' || (holder && !holder.archived && holder.side !== 'marketing')) return null;
  const open = takers(members, assignment);
  if (how === 'rules') {
    const rule = rules.find(
      ({ field, test, memberId }) =>
        passes(test, attributes[field] ?? null, field) && open.some(({ id }) => id === memberId),
    );
    if (rule) return { memberId: rule.memberId, roundRobin: false };
    if (otherwise === 'nobody') return null;
  }
  const next = open[(open.findIndex(({ id }) => id === roundRobinLast) + 1) % Math.max(1, open.length)];
  return next ? { memberId: next.id, roundRobin: true } : null;
}
