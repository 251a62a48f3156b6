// Taking one learned suggestion into a draft.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { Lesson } from '../../../../shared/learning.ts';

/**
 * The criteria with `lesson` taken: the rule it speaks of gets the suggested points; where no rule asks that, one more is
 * added, under the id `ruleId`, that makes up the difference.
 */
export function takeLesson(criteria: Criteria, lesson: Lesson, ruleId: string): Criteria {
  const { trait, suggested, present } = lesson;
  if (suggested === null) return criteria;
  if (trait.kind === 'activity') {
    const mine = criteria.behaviour.filter(rule => rule.typeId === trait.typeId);
    const added = {
      id: ruleId,
      typeId: trait.typeId,
      points: suggested - present,
      count: { how: 'every' as const },
      halfLifeDays: null,
    };
    const behaviour =
      mine.length === 1
        ? criteria.behaviour.map(rule => (rule === mine[0] ? { ...rule, points: suggested } : rule))
        : [...criteria.behaviour, added];
    return { ...criteria, behaviour };
  }
  const { field, test } = trait;
  const fit =
    trait.ruleId === null
      ? [...criteria.fit, { id: ruleId, field, test, points: suggested - present }]
      : criteria.fit.map(rule => (rule.id === trait.ruleId ? { ...rule, points: suggested } : rule));
  return { ...criteria, fit };
}
