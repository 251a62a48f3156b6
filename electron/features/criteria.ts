// Criteria: current version, draft, all versions with their changes, and replay of the draft.
import type { Criteria, CriteriaVersion } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-words.ts';
import { ruleWords } from '../../shared/criteria-words.ts';
import { Refusal } from '../../shared/result.ts';
import {
  currentCriteria,
  deleteCriteria,
  draftCriteria,
  findCriteria,
  insertCriteria,
  isDecidedOn,
  nextCriteriaNumber,
  publishedCriteria,
  updateDraftRules,
} from '../db/criteria.ts';
import type { Reader } from '../db/handle.ts';
import { sameCriteria, wrongWith } from '../domain/scoring/draft.ts';
import { greatestFit } from '../domain/scoring/possible.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import type { CommandContext, HandlersOfPrefix } from './context.ts';
import { publish, whoWouldBePromoted } from './publishing.ts';
import { ruleNames } from './subjects.ts';
import { whatIf } from './what-if.ts';

/** As it crosses the bridge. */
const version = ({ id, number, criteria, reason, publishedAt }: CriteriaVersion): CriteriaVersion => ({
  id,
  number,
  criteria,
  reason,
  publishedAt,
});

const require = (found: CriteriaVersion | undefined): CriteriaVersion => {
  if (!found) throw new Refusal('not-found', 'This version of the criteria no longer exists.');
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
    words: ruleWords((draft ?? inForce).criteria, names),
    greatestFit: greatestFit((draft ?? inForce).criteria),
  };
}

/** Makes these rules the draft; answers whether there is one now. */
export function saveDraft({ db, newId }: CommandContext, criteria: Criteria): boolean {
  const wrong = wrongWith(criteria);
  if (wrong) throw new Refusal('invalid', wrong);
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

export const criteria: HandlersOfPrefix<'criteria'> = {
  'criteria.current': ({ db }) => {
    const current = version(currentCriteria(db));
    return { version: current, words: ruleWords(current.criteria, ruleNames(db)) };
  },

  'criteria.draft': ({ db }) => readDraft(db, ruleNames(db)),

  'criteria.saveDraft': (context, { criteria: rules }) => ({ draft: saveDraft(context, rules) }),

  'criteria.discardDraft': ({ db }) => {
    const draft = draftCriteria(db);
    if (draft && isDecidedOn(db, draft.id)) {
      throw new Refusal('conflict', 'A meeting decision uses this draft. Remove it from the decision first.');
    }
    if (draft) deleteCriteria(db, draft.id);
    return {};
  },

  'criteria.versions': ({ db }) => {
    const names = ruleNames(db);
    const all = publishedCriteria(db);
    return all.map((one, place) => {
      const before = all[place + 1];
      return { ...version(one), changes: before ? [...compareCriteria(before.criteria, one.criteria, names)] : [] };
    });
  },

  'criteria.version': ({ db }, { number }) => {
    const found = require(publishedCriteria(db).find(one => one.number === number));
    return { version: version(found), words: ruleWords(found.criteria, ruleNames(db)) };
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

  'criteria.replay': (context, { criteria: given, against, people }) => {
    const { db, scores } = context;
    const rules = given ?? draftCriteria(db)?.criteria ?? scores.criteria().criteria;
    return whatIf(context, { criteria: rules, against, people });
  },
};
