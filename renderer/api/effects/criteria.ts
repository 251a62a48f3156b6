// The draft of the criteria: what is changed stands in its rules at once; sentences about it come with the answer.
import { changedCriteria } from '../../../shared/criteria-change.ts';
import type { EffectTable } from './effect-table.ts';

export const criteriaEffects: EffectTable = {
  'criteria.changeDraft': ({ changes }) => ({
    'criteria.draft': answer => {
      const { draft, inForce } = answer;
      const begun = draft ?? { ...inForce, number: inForce.number + 1, reason: null, publishedAt: null };
      return { ...answer, draft: { ...begun, criteria: changedCriteria(begun.criteria, changes) } };
    },
  }),
  'criteria.discardDraft': () => ({
    'criteria.draft': answer => ({ ...answer, draft: null, basedOn: answer.inForce.number, changes: [] }),
  }),
  'insights.apply': ({ key, points }) => ({
    'insights.get': answer => ({
      ...answer,
      insights: answer.insights.map(insight => (insight.key === key ? { ...insight, drafted: points } : insight)),
    }),
  }),
  'idealCustomer.save': ({ answers }) => ({ 'idealCustomer.get': answer => ({ ...answer, answers }) }),
};
