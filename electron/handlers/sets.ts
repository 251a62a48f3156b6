// Templates of criteria, in terms of this workspace.
import { criteriaSentences } from '../../shared/criteria-text.ts';
import { AppError } from '../../shared/result.ts';
import { insertActivityType } from '../db/tables/activities.ts';
import { fromCriteriaFile, toCriteriaFile } from '../domain/scoring/sets/criteria-file.ts';
import { withIdealCustomer } from '../domain/scoring/sets/ideal-customer.ts';
import type { ReadySet } from '../domain/scoring/sets/ready-sets.ts';
import { readySets } from '../domain/scoring/sets/ready-sets.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { saveDraft } from '../services/criteria-draft.ts';
import { changesToCriteria, customsOf, namesWith } from '../services/criteria-names.ts';

/** A ready set in terms of this workspace, with what the owner said about the ideal customer. */
function setHere({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, set: ReadySet) {
  const customs = customsOf(db);
  const file = toCriteriaFile(set.label, set.criteria, { ...customs, types: [...customs.types, ...set.customTypes] });
  const { criteria, unknownTypes } = fromCriteriaFile(file, customs);
  const missing = set.customTypes.filter(({ id }) => unknownTypes.some(type => type.id === id));
  const { idealCustomer } = settings;
  return { criteria: idealCustomer ? withIdealCustomer(criteria, idealCustomer) : criteria, missing };
}

export const sets: HandlersOfPrefix<'sets'> = {
  'sets.list': context => {
    const { db } = context;
    return readySets.map(set => {
      const { criteria, missing } = setHere(context, set);
      const names = namesWith(db, missing);
      return {
        id: set.id,
        label: set.label,
        about: set.about,
        text: [...criteriaSentences(criteria, names)],
        changes: changesToCriteria(db, criteria, names),
        newTypes: missing.map(({ label }) => label),
      };
    });
  },
  'sets.take': (context, { id }) => {
    const set = readySets.find(one => one.id === id);
    if (!set) throw new AppError('not-found', 'This template no longer exists.', 'id');
    const { criteria, missing } = setHere(context, set);
    for (const type of missing) insertActivityType(context.db, type);
    return { draft: saveDraft(context, criteria) };
  },
};
