// The ideal customer: answers, the most frequent values to choose from, and the rules they make.
import { criteriaSentences } from '../../shared/criteria-text.ts';
import type { LeadField } from '../../shared/lead.ts';
import { writeSettings } from '../db/tables/workspace.ts';
import { wordsOf } from '../domain/scoring/normalize.ts';
import { idealCustomerRules, withIdealCustomer } from '../domain/scoring/sets/ideal-customer.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { saveDraft } from '../services/criteria-draft.ts';
import { changesToCriteria, workingCriteria } from '../services/criteria-names.ts';
import { ruleNames } from '../services/subjects.ts';

/** Most values offered for one question. */
const offered = 8;

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

export const idealCustomer: HandlersOfPrefix<'idealCustomer'> = {
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
      changes: changesToCriteria(db, withIdealCustomer(workingCriteria(db), answers), names),
    };
  },
  'idealCustomer.save': (context, { answers }) => {
    writeSettings(context.db, { idealCustomer: answers });
    return { draft: saveDraft(context, withIdealCustomer(workingCriteria(context.db), answers)) };
  },
};
