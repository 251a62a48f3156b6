// Criteria: current version, draft, all versions with their changes, and replay of the draft.
import type { CriteriaVersion } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-text.ts';
import { ruleSentences } from '../../shared/criteria-text.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import {
  currentCriteria,
  deleteCriteria,
  draftCriteria,
  findCriteria,
  isDecidedOn,
  publishedCriteria,
} from '../db/tables/criteria.ts';
import { greatestFit } from '../domain/scoring/possible.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { changeDraft } from '../services/criteria-draft.ts';
import { publish, whoWouldBePromoted } from '../services/publish.ts';
import { ruleNames } from '../services/subjects.ts';
import { whatIf } from '../services/what-if.ts';

/** As it crosses the bridge. */
const version = ({ id, number, criteria, reason, publishedAt }: CriteriaVersion): CriteriaVersion => ({
  id,
  number,
  criteria,
  reason,
  publishedAt,
});

const require = (found: CriteriaVersion | undefined): CriteriaVersion => {
  if (!found) throw new AppError('not-found', 'This version of the criteria no longer exists.');
  return found;
};

function readDraft(db: Reader, names: RuleNames) {
  const inForce = currentCriteria(db);
  const draft = draftCriteria(db);
  return {
    draft: draft ? version(draft) : null,
    basedOn: draft?.basedOn ?? inForce.number,
    inForce: version(inForce),
    changes: draft ? [...compareCriteria(inForce.criteria, draft.criteria, names)] : [],
    text: ruleSentences((draft ?? inForce).criteria, names),
    greatestFit: greatestFit((draft ?? inForce).criteria),
  };
}

export const criteria: HandlersOfPrefix<'criteria'> = {
  'criteria.current': ({ db }) => {
    const current = version(currentCriteria(db));
    return { version: current, text: ruleSentences(current.criteria, ruleNames(db)) };
  },

  'criteria.draft': ({ db }) => readDraft(db, ruleNames(db)),

  'criteria.changeDraft': (context, { changes }) => ({ draft: changeDraft(context, changes) }),

  'criteria.discardDraft': ({ db }) => {
    const draft = draftCriteria(db);
    if (draft && isDecidedOn(db, draft.id)) {
      throw new AppError('conflict', 'A meeting decision uses this draft. Remove it from the decision first.');
    }
    if (draft) deleteCriteria(db, draft.id);
    return {};
  },

  'criteria.versions': ({ db }) => {
    const names = ruleNames(db);
    const all = publishedCriteria(db);
    return all.map((one, index) => {
      const before = all[index + 1];
      return { ...version(one), changes: before ? [...compareCriteria(before.criteria, one.criteria, names)] : [] };
    });
  },

  'criteria.version': ({ db }, { number }) => {
    const found = require(publishedCriteria(db).find(one => one.number === number));
    return { version: version(found), text: ruleSentences(found.criteria, ruleNames(db)) };
  },

  'criteria.compare': ({ db }, { from, to }) => ({
    changes: [
      ...compareCriteria(
        require(findCriteria(db, from)).criteria,
        require(findCriteria(db, to)).criteria,
        ruleNames(db),
      ),
    ],
  }),

  'criteria.promotions': context => whoWouldBePromoted(context),
  'criteria.publish': (context, input) => publish(context, input),
  'criteria.cancel': ({ cancel }, { jobId }) => {
    cancel(jobId);
    return {};
  },

  'criteria.replay': (context, { criteria: given, against, leads }) => {
    const { db, scores } = context;
    const rules = given ?? draftCriteria(db)?.criteria ?? scores.criteria().criteria;
    return whatIf(context, { criteria: rules, against, leads });
  },
};
