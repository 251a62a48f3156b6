// Fit: who they are. Tests on one fact, and what the fit rules and disqualifiers say about a lead.
import type { Criteria, Disqualifier, FitRule, FitTest, Persona } from '../../../shared/criteria.ts';
import type { FitAttributes, FitField } from '../../../shared/custom-field.ts';
import type { LeadAttributes, LeadField } from '../../../shared/lead.ts';
import { isKnown } from '../../../shared/lead.ts';
import { countryKey } from '../countries.ts';
import { containsNormalized, normalize } from './normalize.ts';

export type AttributeValue = LeadAttributes[LeadField];

/** Passes a value of which `normalized()` gives what `normalizeAttribute` makes of it; asked for only where text is compared. */
type ReadyTest = (value: AttributeValue, normalized: () => string) => boolean;

/** What a value of a field is compared by: the code of a country, however it is written; of anything else the folded text. */
export const normalizeAttribute = (value: AttributeValue, field: FitField): string =>
  field === 'country' ? countryKey(String(value)) : normalize(String(value));

/** A test made ready for many values of a field: its own words are folded once. Nothing unknown passes any test. */
export function prepareTest(test: FitTest, field: FitField): ReadyTest {
  switch (test.test) {
    case 'is': {
      const wanted = normalizeAttribute(test.value, field);
      return (value, normalized) => isKnown(value) && normalized() === wanted;
    }
    case 'is-one-of': {
      const wanted = new Set(test.values.map(value => normalizeAttribute(value, field)));
      return (value, normalized) => isKnown(value) && wanted.has(normalized());
    }
    case 'contains': {
      const parts = test.values.map(normalize);
      if (field !== 'country')
        return (value, normalized) => isKnown(value) && parts.some(part => containsNormalized(normalized(), part));
      // "Contains UK" means the country as well as its letters.
      const codes = new Set(test.values.map(countryKey));
      return (value, normalized) =>
        isKnown(value) &&
        (codes.has(normalized()) || parts.some(part => containsNormalized(normalize(String(value)), part)));
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

export const passes = (test: FitTest, value: AttributeValue, field: FitField): boolean =>
  prepareTest(test, field)(value, () => normalizeAttribute(value, field));

const variants = new WeakMap<Criteria, readonly Criteria[]>();

/** The criteria as each persona sees them: with its fit rules beside those for all. Without personas: the criteria alone. */
export function variantsOf(criteria: Criteria): readonly Criteria[] {
  const { personas = [] } = criteria;
  if (personas.length === 0) return [criteria];
  const known = variants.get(criteria);
  if (known) return known;
  const made = personas.map(persona => ({ ...criteria, fit: [...criteria.fit, ...persona.fit], personas: [] }));
  variants.set(criteria, made);
  return made;
}

const matchingIn = (criteria: Criteria, attributes: FitAttributes): readonly FitRule[] =>
  criteria.fit.filter(rule => passes(rule.test, attributes[rule.field] ?? null, rule.field));
const pointsIn = (criteria: Criteria, attributes: FitAttributes): number =>
  matchingIn(criteria, attributes).reduce((sum, rule) => sum + rule.points, 0);

/** Place of the persona that fits best, the first of equals; 0 without personas. */
function bestPlace(criteria: Criteria, attributes: FitAttributes): number {
  const points = variantsOf(criteria).map(variant => pointsIn(variant, attributes));
  return points.indexOf(Math.max(...points));
}

/** The persona whose fit counts: the one with most points; null when the criteria have none. */
export const personaOf = (criteria: Criteria, attributes: FitAttributes): Persona | null =>
  criteria.personas?.[bestPlace(criteria, attributes)] ?? null;

/** The fit rules that give (or take) points, in the order of the criteria; those of the best persona last. */
export const matchingFitRules = (criteria: Criteria, attributes: FitAttributes): readonly FitRule[] =>
  matchingIn(variantsOf(criteria)[bestPlace(criteria, attributes)] ?? criteria, attributes);

/** Points for who they are, with the best persona. */
export const fitPoints = (criteria: Criteria, attributes: FitAttributes): number =>
  Math.max(...variantsOf(criteria).map(variant => pointsIn(variant, attributes)));

/** The first disqualifier that speaks against the lead. */
export const disqualifierOf = (criteria: Criteria, attributes: FitAttributes): Disqualifier | undefined =>
  criteria.disqualifiers.find(rule => passes(rule.test, attributes[rule.field] ?? null, rule.field));

/** Fields that a persona scores, each once. */
export const personaFields = ({ personas = [] }: Criteria): readonly FitField[] => [
  ...new Set(personas.flatMap(({ fit }) => fit.map(rule => rule.field))),
];

/** Fields that the criteria look at, each once, in the order of their first mention. */
export const fieldsOf = (criteria: Criteria): readonly FitField[] => [
  ...new Set(
    [...criteria.fit, ...(criteria.personas ?? []).flatMap(({ fit }) => fit), ...criteria.disqualifiers].map(
      rule => rule.field,
    ),
  ),
];
