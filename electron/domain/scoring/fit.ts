// Fit: who they are. Tests on one fact, and what the fit rules and disqualifiers say about a lead.
import type { Criteria, Disqualifier, FitRule, FitTest } from '../../../shared/criteria.ts';
import type { LeadFacts, LeadField } from '../../../shared/lead.ts';
import { isKnown } from '../../../shared/lead.ts';
import type { FitFacts, FitField } from '../../../shared/own-field.ts';
import { containsFolded, fold } from './fold.ts';

export type Fact = LeadFacts[LeadField];

/** Passes a value of which `folded()` gives the folded text; asked for only where text is compared. */
type ReadyTest = (value: Fact, folded: () => string) => boolean;

/** A test made ready for many values: its own words are folded once. Nothing unknown passes any test. */
export function prepareTest(test: FitTest): ReadyTest {
  switch (test.test) {
    case 'is': {
      const wanted = fold(test.value);
      return (value, folded) => isKnown(value) && folded() === wanted;
    }
    case 'is-one-of': {
      const wanted = new Set(test.values.map(fold));
      return (value, folded) => isKnown(value) && wanted.has(folded());
    }
    case 'contains': {
      const parts = test.values.map(fold);
      return (value, folded) => isKnown(value) && parts.some(part => containsFolded(folded(), part));
    }
    case 'between':
      return value => typeof value === 'number' && value >= test.from && value <= test.to;
    case 'at-least':
      return value => typeof value === 'number' && value >= test.value;
    case 'is-known':
      return isKnown;
    default:
      return test satisfies never;
  }
}

export const foldFact = (value: Fact): string => fold(String(value));

export const passes = (test: FitTest, value: Fact): boolean => prepareTest(test)(value, () => foldFact(value));

/** The fit rules that give (or take) points, in the order of the criteria. */
export const matchingFitRules = (criteria: Criteria, facts: FitFacts): readonly FitRule[] =>
  criteria.fit.filter(rule => passes(rule.test, facts[rule.field] ?? null));

/** Points for who they are. */
export const fitPoints = (criteria: Criteria, facts: FitFacts): number =>
  matchingFitRules(criteria, facts).reduce((sum, rule) => sum + rule.points, 0);

/** The first disqualifier that speaks against the lead. */
export const disqualifierOf = (criteria: Criteria, facts: FitFacts): Disqualifier | undefined =>
  criteria.disqualifiers.find(rule => passes(rule.test, facts[rule.field] ?? null));

/** Fields that the criteria look at, each once, in the order of their first mention. */
export const fieldsOf = (criteria: Criteria): readonly FitField[] => [
  ...new Set([...criteria.fit, ...criteria.disqualifiers].map(rule => rule.field)),
];
