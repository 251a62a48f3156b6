// Starting with the criteria: templates, ideal customer, need check, criteria files.
import type { Criteria } from '../../shared/criteria.ts';
import { criteriaWords } from '../../shared/criteria-words.ts';
import type { LeadField } from '../../shared/lead.ts';
import { Refusal } from '../../shared/result.ts';
import { insertActivityType, listActivityTypes } from '../db/activities.ts';
import type { Reader } from '../db/handle.ts';
import { writeSettings } from '../db/workspace.ts';
import { wordsOf } from '../domain/scoring/fold.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import { fromCriteriaFile, toCriteriaFile } from '../domain/scoring/sets/criteria-file.ts';
import { idealCustomerRules, withIdealCustomer } from '../domain/scoring/sets/ideal-customer.ts';
import { needScoring } from '../domain/scoring/sets/need.ts';
import type { ReadySet } from '../domain/scoring/sets/ready-sets.ts';
import { readySets } from '../domain/scoring/sets/ready-sets.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { saveDraft } from './criteria.ts';
import { namesWith, ownOf, workingCriteria } from './criteria-file.ts';
import { ruleNames } from './subjects.ts';

/** Most values offered for one question. */
const offered = 8;
const dayMs = 86_400_000;

/** A ready set in terms of this workspace, with what the owner said about the ideal customer. */
function setHere({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, set: ReadySet) {
  const own = ownOf(db);
  const file = toCriteriaFile(set.label, set.criteria, { ...own, types: [...own.types, ...set.ownTypes] });
  const { criteria, unknownTypes } = fromCriteriaFile(file, own);
  const missing = set.ownTypes.filter(({ id }) => unknownTypes.some(type => type.id === id));
  const { idealCustomer } = settings;
  return { criteria: idealCustomer ? withIdealCustomer(criteria, idealCustomer) : criteria, missing };
}

const changesTo = (db: Reader, criteria: Criteria, names = ruleNames(db)) => [
  ...compareCriteria(workingCriteria(db), criteria, names),
];

/** Words that join others in a title and say nothing themselves, in the languages people are imported in most. */
const joins = new Set(
  'of and the for to in at und für der die das von de la le du des et y e di del van voor en'.split(' '),
);

/** The titles people have, as words: "Head of sales" and "Sales manager" both speak of sales. */
function frequentTitles(titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of titles.flatMap(title => [...new Set(wordsOf(title))]))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word]) => !joins.has(word))
    .sort((a, b) => b[1] - a[1])
    .slice(0, offered)
    .map(([word]) => word);
}

export const start: HandlersOfPrefix<'sets'> & HandlersOfPrefix<'idealCustomer'> & HandlersOfPrefix<'scoringNeed'> = {
  'sets.list': context => {
    const { db } = context;
    return readySets.map(set => {
      const { criteria, missing } = setHere(context, set);
      const names = namesWith(db, missing);
      return {
        id: set.id,
        label: set.label,
        about: set.about,
        words: [...criteriaWords(criteria, names)],
        changes: changesTo(db, criteria, names),
        newTypes: missing.map(({ label }) => label),
      };
    });
  },
  'sets.take': (context, { id }) => {
    const set = readySets.find(one => one.id === id);
    if (!set) throw new Refusal('not-found', 'This template no longer exists.', 'id');
    const { criteria, missing } = setHere(context, set);
    for (const type of missing) insertActivityType(context.db, type);
    return { draft: saveDraft(context, criteria) };
  },

  'idealCustomer.get': async ({ scores, settings }) => {
    const fields: readonly LeadField[] = ['jobTitle', 'industry', 'country'];
    await scores.hold(fields);
    return {
      answers: settings.idealCustomer,
      frequent: {
        titles: frequentTitles(scores.engine.frequentValues('jobTitle', 500)),
        industries: [...scores.engine.frequentValues('industry', offered)],
        places: [...scores.engine.frequentValues('country', offered)],
      },
    };
  },
  'idealCustomer.preview': ({ db }, { answers }) => {
    const names = ruleNames(db);
    return {
      words: [...criteriaWords(idealCustomerRules(answers), names).slice(1)],
      changes: changesTo(db, withIdealCustomer(workingCriteria(db), answers)),
    };
  },
  'idealCustomer.save': (context, { answers }) => {
    writeSettings(context.db, { idealCustomer: answers });
    return { draft: saveDraft(context, withIdealCustomer(workingCriteria(context.db), answers)) };
  },

  'scoringNeed.get': async ({ db, scores, history, zone, now }) => {
    await scores.ready();
    const { history: rows, lastAnswer, answers } = await history.index(zone, now);
    const ours = new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
    const recorded = scores.engine.recorded(ours);
    const answered = lastAnswer.filter(row => row !== -1);
    return needScoring({
      leads: rows.leads.ids.length,
      newIn90Days: rows.leads.createdAt.filter(at => at > now - 90 * dayMs && at <= now).length,
      withActivity: recorded.leads,
      activities: recorded.activities,
      answered: answered.length,
      accepted: answered.filter(row => answers.accepted[row] === 1).length,
    });
  },
};
