// Adds one suggestion to a draft, and reverts it.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { Trait } from '../../../../shared/learning.ts';
import { traitKey } from '../../../../shared/learning.ts';
import { shortId } from '../short-id.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Id of the rule that a lesson adds where no rule asks for its trait. */
export const insightRuleId = (trait: Trait): string => `learned-${trait.kind}-${shortId(traitKey(trait))}`;

/** The one rule of `criteria` that says what a trait is worth; undefined where none or several do. */
function ruleOf(criteria: Criteria, trait: Trait) {
  const added = insightRuleId(trait);
  if (trait.kind === 'activity') {
    const mine = criteria.behavior.filter(rule => rule.typeId === trait.typeId);
    return mine.length === 1 ? mine[0] : mine.find(({ id }) => id === added);
  }
  const mine = criteria.fit.filter(rule => rule.field === trait.field);
  return mine.find(({ id }) => id === trait.ruleId || id === added) ?? mine.find(rule => same(rule.test, trait.test));
}

/** Points a trait has in `draft`; `present` are those in force. */
export function draftedPoints(draft: Criteria, inForce: Criteria, trait: Trait, present: number): number {
  if (trait.kind === 'activity') {
    return draft.behavior.reduce((sum, rule) => sum + (rule.typeId === trait.typeId ? rule.points : 0), 0);
  }
  const [before, now] = [ruleOf(inForce, trait), ruleOf(draft, trait)];
  return present + (now?.points ?? 0) - (before?.points ?? 0);
}

/**
 * The draft with a trait worth `points` in all; `present` are its points in force. Its rule is changed where one rule alone
 * says it; else one rule more, marked as learned, makes up the difference.
 */
export function takePoints(
  draft: Criteria,
  inForce: Criteria,
  trait: Trait,
  { points, present }: { readonly points: number; readonly present: number },
): Criteria {
  const more = points - draftedPoints(draft, inForce, trait, present);
  if (more === 0) return draft;
  const rule = ruleOf(draft, trait);
  const id = insightRuleId(trait);
  const isLearned = rule?.id === id && !isIn(inForce, id);
  const worth = (rule?.points ?? 0) + more;
  const changed = <R extends { readonly id: string; readonly points: number }>(rules: readonly R[]): R[] =>
    rules.flatMap(one => {
      if (one.id !== rule?.id) return [one];
      // What was only added for the lesson goes again when nothing is left of it.
      return isLearned && worth === 0 ? [] : [{ ...one, points: worth }];
    });
  if (trait.kind === 'activity') {
    const added = { id, typeId: trait.typeId, points: more, count: { how: 'every' as const }, halfLifeDays: null };
    return { ...draft, behavior: rule ? changed(draft.behavior) : [...draft.behavior, added] };
  }
  const added = { id, field: trait.field, test: trait.test, points: more };
  return { ...draft, fit: rule ? changed(draft.fit) : [...draft.fit, added] };
}

const isIn = ({ behavior, fit }: Criteria, id: string): boolean => [...behavior, ...fit].some(rule => rule.id === id);
