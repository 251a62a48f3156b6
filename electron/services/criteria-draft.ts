// Makes rules the draft.
import type { Criteria } from '../../shared/criteria.ts';
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
