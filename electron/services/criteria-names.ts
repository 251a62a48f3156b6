// The criteria being worked on, and what the types and fields in them are called.
import type { Criteria } from '../../shared/criteria.ts';
import type { RuleNames } from '../../shared/criteria-text.ts';
import { customKey } from '../../shared/custom-field.ts';
import type { Reader } from '../db/file/handle.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { currentCriteria, draftCriteria } from '../db/tables/criteria.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import type { Customs } from '../domain/scoring/sets/criteria-file.ts';
import { ruleNames } from './subjects.ts';

/** What is being worked on: the draft, or the rules in force where there is none. */
export const workingCriteria = (db: Reader): Criteria => (draftCriteria(db) ?? currentCriteria(db)).criteria;

/** What other criteria would change in those being worked on, in sentences. */
export const changesToCriteria = (db: Reader, criteria: Criteria, names = ruleNames(db)): string[] => [
  ...compareCriteria(workingCriteria(db), criteria, names),
];

export const customsOf = (db: Reader): Customs => ({ types: listActivityTypes(db), fields: listCustomFields(db) });

export type Named = { readonly id: string; readonly label: string };

/** Names of rules, with types and own fields that are still to be added. */
export function namesWith(db: Reader, types: readonly Named[], fields: readonly Named[] = []): RuleNames {
  const names = ruleNames(db);
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const fieldLabels = new Map(fields.map(({ id, label }) => [customKey(id), label]));
  return {
    ...names,
    type: id => labels.get(id) ?? names.type(id),
    field: key => fieldLabels.get(key) ?? names.field?.(key),
  };
}
