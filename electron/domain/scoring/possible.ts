// Missing fields: the points the best answer to each could add.
import type { Criteria, FitRule } from '../../../shared/criteria.ts';
import type { CustomKey, FitAttributes, FitField } from '../../../shared/custom-field.ts';
import { fieldLabel, isCustomKey } from '../../../shared/custom-field.ts';
import { isKnown, leadFieldNames, leadFields } from '../../../shared/lead.ts';
import type { MissingAttribute } from '../../../shared/score.ts';
import type { AttributeValue } from './fit.ts';
import { fieldsOf, fitPoints, normalizeAttribute, prepareTest, variantsOf } from './fit.ts';

/** An answer that no rule names. */
const something = '\u0001';

/**
 * Answers worth trying for one field: every value the rules name, the whole numbers beside each border (the sum of points
 * changes only there), one text with all words that count for the lead, and an answer no rule names.
 */
function candidates(field: FitField, rules: readonly FitRule[]): readonly AttributeValue[] {
  const kind = isCustomKey(field) ? 'custom-field' : leadFields[field].kind;
  if (kind === 'known') return ['yes', 'no'];
  const found = new Set<AttributeValue>();
  const words: string[] = [];
  for (const { test, points } of rules) {
    if (test.test === 'is') found.add(test.value);
    if (test.test === 'is-one-of' || test.test === 'contains') for (const value of test.values) found.add(value);
    if (test.test === 'contains' && points > 0 && test.values[0] !== undefined) words.push(test.values[0]);
    const borders = test.test === 'between' ? [test.from, test.to] : test.test === 'at-least' ? [test.value] : [];
    for (const border of borders) {
      for (const near of [Math.floor(border) - 1, Math.floor(border), Math.ceil(border), Math.ceil(border) + 1]) {
        if (near >= 0) found.add(near);
      }
    }
  }
  if (words.length > 1) found.add(words.join(' '));
  // Of an own field the rules do not say whether it holds words or numbers: one of the two is simply no answer to it.
  if (kind === 'number' || kind === 'money' || kind === 'custom-field') found.add(0);
  if (kind !== 'number' && kind !== 'money') found.add(something);
  return [...found];
}

/** Most points that one answer to `field` could be worth under the rules for all; never less than 0. */
export function bestAnswer(criteria: Criteria, field: FitField): number {
  const rules = criteria.fit.filter(rule => rule.field === field);
  if (rules.length === 0) return 0;
  const ready = rules.map(rule => ({ passes: prepareTest(rule.test, field), points: rule.points }));
  const worth = (value: AttributeValue) =>
    ready.reduce(
      (sum, rule) => sum + (rule.passes(value, () => normalizeAttribute(value, field)) ? rule.points : 0),
      0,
    );
  return Math.max(0, ...candidates(field, rules).map(worth));
}

/** The greatest fit a lead can have under these criteria, whichever persona it is. */
export const greatestFit = (criteria: Criteria): number =>
  Math.max(
    ...variantsOf(criteria).map(variant =>
      fieldsOf(variant).reduce((sum, field) => sum + bestAnswer(variant, field), 0),
    ),
  );

const isOpen = (attributes: FitAttributes, field: FitField): boolean => !isKnown(attributes[field] ?? null);

/** The persona's view that the best answers to all open questions would make the best one, and the fit it would come to. */
function bestOutcome(
  criteria: Criteria,
  attributes: FitAttributes,
): { readonly variant: Criteria; readonly fit: number } {
  const outcomes = variantsOf(criteria).map(variant => ({
    variant,
    fit: fieldsOf(variant)
      .filter(field => isOpen(attributes, field))
      .reduce((sum, field) => sum + bestAnswer(variant, field), fitPoints(variant, attributes)),
  }));
  return outcomes.reduce((best, one) => (one.fit > best.fit ? one : best));
}

/** Points that the best answers to all open questions would add, whichever persona they make of the lead. */
export const openPoints = (criteria: Criteria, attributes: FitAttributes): number =>
  bestOutcome(criteria, attributes).fit - fitPoints(criteria, attributes);

type CustomFieldNames = ((key: CustomKey) => string | undefined) | undefined;

const questionFor = (field: FitField, nameOf: CustomFieldNames): string =>
  (isCustomKey(field) ? undefined : leadFields[field].question) ??
  `What is their ${fieldLabel(field, nameOf).toLowerCase()}?`;

/**
 * Open questions whose answer could add points, the one that matters most first. Last, with 0, those that add points only together
 * with others: they would make another persona the best one.
 */
export function missingAttributes(
  criteria: Criteria,
  attributes: FitAttributes,
  nameOf?: CustomFieldNames,
): readonly MissingAttribute[] {
  const best = fitPoints(criteria, attributes);
  const fits = variantsOf(criteria).map(variant => ({ variant, fit: fitPoints(variant, attributes) }));
  const worth = (field: FitField) => Math.max(...fits.map(one => one.fit + bestAnswer(one.variant, field))) - best;
  const outcome = bestOutcome(criteria, attributes);
  const counts = (field: FitField) => outcome.fit > best && bestAnswer(outcome.variant, field) > 0;
  return [...leadFieldNames, ...fieldsOf(criteria).filter(isCustomKey)]
    .filter(field => isOpen(attributes, field))
    .map(field => ({ field, question: questionFor(field, nameOf), upTo: Math.max(0, worth(field)) }))
    .filter(({ field, upTo }) => upTo > 0 || counts(field))
    .sort((a, b) => b.upTo - a.upTo);
}
