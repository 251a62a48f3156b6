// Starting with the criteria: templates, ideal customer, need check, criteria files.
import type { Criteria } from '../../shared/criteria.ts';
import { criteriaSentences } from '../../shared/criteria-text.ts';
import type { LeadField } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { insertActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { writeSettings } from '../db/tables/workspace.ts';
import { wordsOf } from '../domain/scoring/normalize.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import { fromCriteriaFile, toCriteriaFile } from '../domain/scoring/sets/criteria-file.ts';
import { idealCustomerRules, withIdealCustomer } from '../domain/scoring/sets/ideal-customer.ts';
import { needScoring } from '../domain/scoring/sets/need.ts';
import type { ReadySet } from '../domain/scoring/sets/ready-sets.ts';
import { readySets } from '../domain/scoring/sets/ready-sets.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { saveDraft } from '../services/criteria-draft.ts';
import { customsOf, namesWith, workingCriteria } from '../services/criteria-names.ts';
import { ruleNames } from '../services/subjects.ts';

/** Most values offered for one question. */
const offered = 8;
const dayMs = 86_400_000;

/** A ready set in terms of this workspace, with what the owner said about the ideal customer. */
function setHere({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, set: ReadySet) {
  const customs = customsOf(db);
  const file = toCriteriaFile(set.label, set.criteria, { ...customs, types: [...customs.types, ...set.customTypes] });
  const { criteria, unknownTypes } = fromCriteriaFile(file, customs);
  const missing = set.customTypes.filter(({ id }) => unknownTypes.some(type => type.id === id));
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
        text: [...criteriaSentences(criteria, names)],
        changes: changesTo(db, criteria, names),
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

  'idealCustomer.get': async ({ scores, settings }) => {
    const fields: readonly LeadField[] = ['jobTitle', 'industry', 'country'];
    await scores.ensureFields(fields);
    return {
      answers: settings.idealCustomer,
      frequent: {
        titles: frequentTitles(scores.engine.frequentValues('jobTitle', 500)),
        industries: [...scores.engine.frequentValues('industry', offered)],
        countries: [...scores.engine.frequentValues('country', offered)],
      },
    };
  },
  'idealCustomer.preview': ({ db }, { answers }) => {
    const names = ruleNames(db);
    return {
      text: [...criteriaSentences(idealCustomerRules(answers), names).slice(1)],
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
