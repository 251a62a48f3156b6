// Makes rules the draft, and changes the draft.
import { type Criteria, criteriaSchema } from '../../shared/criteria.ts';
import { type CriteriaChange, changedCriteria } from '../../shared/criteria-change.ts';
import { AppError } from '../../shared/result.ts';
import {
  currentCriteria,
  deleteCriteria,
  draftCriteria,
  insertCriteria,
  isDecidedOn,
  nextCriteriaNumber,
  updateDraftRules,
} from '../db/tables/criteria.ts';
import { sameCriteria, wrongWith } from '../domain/scoring/draft.ts';
import type { CommandContext } from './context.ts';

/** Makes these rules the draft; answers whether there is one now. */
export function saveDraft({ db, newId }: CommandContext, criteria: Criteria): boolean {
  const wrong = wrongWith(criteria);
  if (wrong) throw new AppError('invalid', wrong);
  const inForce = currentCriteria(db);
  const draft = draftCriteria(db);
  if (sameCriteria(criteria, inForce.criteria)) {
    if (draft && !isDecidedOn(db, draft.id)) deleteCriteria(db, draft.id);
    else if (draft) updateDraftRules(db, draft.id, criteria);
    return false;
  }
  if (draft) updateDraftRules(db, draft.id, criteria);
  else {
    const fresh = { number: nextCriteriaNumber(db), reason: null, publishedAt: null, basedOn: inForce.number };
    insertCriteria(db, { id: newId(), criteria, ...fresh });
  }
  return true;
}

/** Changes the draft, or what is in force into one; answers whether there is a draft now. */
export function changeDraft(context: CommandContext, changes: readonly CriteriaChange[]): boolean {
  const { criteria } = draftCriteria(context.db) ?? currentCriteria(context.db);
  const changed = changedCriteria(criteria, changes, () => {
    throw new AppError('not-found', 'This rule is no longer in the draft. The draft was not changed.');
  });
  // Each change fits by itself; together they must leave rules that can be used.
  const rules = criteriaSchema.safeParse(changed);
  if (!rules.success) throw new AppError('invalid', 'The draft would have too many rules, or one without conditions.');
  return saveDraft(context, rules.data);
}
