// Turns the answers to the ideal-customer questions into fit rules.
import type { Criteria, Disqualifier, FitRule } from '../../../../shared/criteria.ts';
import type { IdealCustomer } from '../../../../shared/ideal-customer.ts';
import { fitRule } from '../defaults.ts';

/** Rules these questions write have ids that start so: answering again replaces them and leaves all others. */
const mark = 'fit-ideal-';
const outMark = 'ideal-out-';

function rulesFor(answers: IdealCustomer): FitRule[] {
  const { titles, industries, countries, sizeFrom, sizeTo, budget } = answers;
  const rules: FitRule[] = [];
  if (titles.length > 0) rules.push(fitRule('ideal-title', 'jobTitle', { test: 'contains', values: [...titles] }, 20));
  if (industries.length > 0) {
    rules.push(fitRule('ideal-industry', 'industry', { test: 'is-one-of', values: [...industries] }, 20));
  }
  if (countries.length > 0) {
    rules.push(fitRule('ideal-place', 'country', { test: 'is-one-of', values: [...countries] }, 10));
  }
  if (sizeFrom !== null || sizeTo !== null) {
    const from = sizeFrom ?? 0;
    const size: FitRule['test'] =
      sizeTo === null ? { test: 'at-least', value: from } : { test: 'between', from, to: sizeTo };
    rules.push(fitRule('ideal-size', 'companySize', size, 20));
    // Far too small says more than not quite right: half the least is clearly somebody else's customer.
    if (from >= 4) {
      rules.push(
        fitRule('ideal-too-small', 'companySize', { test: 'between', from: 0, to: Math.floor(from / 2) }, -20),
      );
    }
  }
  if (budget !== null) rules.push(fitRule('ideal-budget', 'budget', { test: 'at-least', value: budget }, 15));
  return rules;
}

/** "https://www.rival.example/shop", "@rival.example" and "sales@rival.example" as "rival.example". */
const domainOf = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\d?\./, '');

/** Least fit of one who answers to at least one of the questions; 0: nothing was answered. */
const leastFit = (rules: readonly FitRule[]): number => {
  const points = rules.map(rule => rule.points).filter(value => value > 0);
  return points.length === 0 ? 0 : Math.min(...points);
};

function disqualifiersFor({ excludedCountries, competitors }: IdealCustomer): Disqualifier[] {
  const out: Disqualifier[] = [];
  if (excludedCountries.length > 0) {
    out.push({
      id: `${outMark}place`,
      field: 'country',
      test: { test: 'is-one-of', values: [...excludedCountries] },
      why: 'Outside our market',
    });
  }
  if (competitors.length > 0) {
    const values = competitors.map(domainOf).flatMap(domain => [`@${domain}`, `.${domain}`]);
    out.push({ id: `${outMark}competitor`, field: 'email', test: { test: 'contains', values }, why: 'Competitor' });
  }
  return out;
}

/** What the answers alone say, as criteria without a bar. */
export const idealCustomerRules = (answers: IdealCustomer): Criteria => ({
  behavior: [],
  fit: rulesFor(answers),
  disqualifiers: disqualifiersFor(answers),
  shortcuts: [],
  threshold: 1,
  minimumFit: 0,
});

/**
 * `criteria` with the answers as fit rules and disqualifiers, in place of what earlier answers wrote. An unanswered question writes
 * no rule. Rules for title and size merely being known go once the answers say which ones are right.
 */
export function withIdealCustomer(criteria: Criteria, answers: IdealCustomer): Criteria {
  const rules = rulesFor(answers);
  const request = new Set(rules.map(rule => rule.field));
  const kept = criteria.fit.filter(
    rule => !rule.id.startsWith(mark) && !(rule.test.test === 'is-known' && request.has(rule.field)),
  );
  return {
    ...criteria,
    fit: [...rules, ...kept],
    // Activity alone makes no MQL of a lead to which none of the answers applies.
    minimumFit: Math.max(criteria.minimumFit, leastFit(rules)),
    disqualifiers: [
      ...disqualifiersFor(answers),
      ...criteria.disqualifiers.filter(rule => !rule.id.startsWith(outMark)),
    ],
  };
}
