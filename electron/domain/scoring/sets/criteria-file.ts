// Moves criteria between workspaces: custom activity types and fields are matched by label.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { Criteria } from '../../../../shared/criteria.ts';
import type { CriteriaFile } from '../../../../shared/criteria-file.ts';
import type { CustomField, FitField } from '../../../../shared/custom-field.ts';
import { customFieldIdOf, customKey } from '../../../../shared/custom-field.ts';
import { normalize } from '../normalize.ts';

type Named = Pick<ActivityType, 'id' | 'label'>;
type CarriedField = Omit<CustomField, 'archived'>;

/** What a workspace calls its own. */
export type Customs = { readonly types: readonly Named[]; readonly fields: readonly CarriedField[] };

const typesIn = ({ behavior, shortcuts, caps = [] }: Criteria): ReadonlySet<string> =>
  new Set([
    ...behavior.map(rule => rule.typeId),
    ...shortcuts.flatMap(rule => rule.counts.map(count => count.typeId)),
    ...caps.flatMap(cap => cap.typeIds),
  ]);

const customFieldsIn = ({ fit, disqualifiers, personas = [] }: Criteria): ReadonlySet<string> =>
  new Set(
    [...fit, ...personas.flatMap(persona => persona.fit), ...disqualifiers].flatMap(
      ({ field }) => customFieldIdOf(field) ?? [],
    ),
  );

/** The file of these criteria. */
export function toCriteriaFile(name: string, criteria: Criteria, { types, fields }: Customs): CriteriaFile {
  const [usedTypes, usedFields] = [typesIn(criteria), customFieldsIn(criteria)];
  return {
    format: 'ripen-criteria',
    version: 1,
    name,
    criteria,
    activityTypes: types.filter(({ id }) => usedTypes.has(id)).map(({ id, label }) => ({ id, label })),
    customFields: fields
      .filter(({ id }) => usedFields.has(id))
      .map(({ id, label, kind, choices }) => ({ id, label, kind, choices })),
  };
}

/** The id a thing of the file has here: the same id, else that of the same label; null where the workspace has none. */
function matcher(theirs: readonly Named[], mine: readonly Named[]) {
  const ids = new Set(mine.map(({ id }) => id));
  const byLabel = new Map(mine.map(({ id, label }) => [normalize(label), id]));
  const labels = new Map(theirs.map(({ id, label }) => [id, label]));
  return {
    here: (id: string): string => (ids.has(id) ? id : (byLabel.get(normalize(labels.get(id) ?? '')) ?? id)),
    isUnknown: (id: string): boolean => !ids.has(id),
    labelOf: (id: string): string => labels.get(id) ?? id,
  };
}

/** An own field as the file describes it; one it forgot to describe holds words. */
const carried = (file: CriteriaFile, id: string): CarriedField =>
  file.customFields.find(field => field.id === id) ?? { id, label: 'Custom field', kind: 'text', choices: [] };

/**
 * The file's criteria in terms of this workspace. Types and own fields it does not have are named, to be created under these
 * ids or left out with `without`.
 */
export function fromCriteriaFile(
  file: CriteriaFile,
  customs: Customs,
): {
  readonly criteria: Criteria;
  readonly unknownTypes: readonly Named[];
  readonly unknownFields: readonly CarriedField[];
} {
  const types = matcher(file.activityTypes, customs.types);
  const fields = matcher(file.customFields, customs.fields);
  const fieldHere = <R extends { readonly field: FitField }>(rule: R): R => {
    const id = customFieldIdOf(rule.field);
    return id === null ? rule : { ...rule, field: customKey(fields.here(id)) };
  };
  const { behavior, shortcuts, fit, disqualifiers, caps, personas } = file.criteria;
  const criteria: Criteria = {
    ...file.criteria,
    behavior: behavior.map(rule => ({ ...rule, typeId: types.here(rule.typeId) })),
    shortcuts: shortcuts.map(rule => ({
      ...rule,
      counts: rule.counts.map(count => ({ ...count, typeId: types.here(count.typeId) })),
    })),
    ...(caps ? { caps: caps.map(cap => ({ ...cap, typeIds: cap.typeIds.map(types.here) })) } : {}),
    fit: fit.map(fieldHere),
    ...(personas ? { personas: personas.map(one => ({ ...one, fit: one.fit.map(fieldHere) })) } : {}),
    disqualifiers: disqualifiers.map(fieldHere),
  };
  return {
    criteria,
    unknownTypes: [...typesIn(criteria)].filter(types.isUnknown).map(id => ({ id, label: types.labelOf(id) })),
    unknownFields: [...customFieldsIn(criteria)].filter(fields.isUnknown).map(id => carried(file, id)),
  };
}

/** The criteria without the rules and shortcuts that name any of `unknown`, ids of types and of own fields. */
export function without(criteria: Criteria, unknown: ReadonlySet<string>): Criteria {
  const isKnown = ({ field }: { readonly field: FitField }) => !unknown.has(customFieldIdOf(field) ?? '');
  return {
    ...criteria,
    behavior: criteria.behavior.filter(rule => !unknown.has(rule.typeId)),
    shortcuts: criteria.shortcuts.filter(rule => !rule.counts.some(count => unknown.has(count.typeId))),
    ...(criteria.caps
      ? {
          caps: criteria.caps.flatMap(cap => {
            const typeIds = cap.typeIds.filter(id => !unknown.has(id));
            return typeIds.length > 0 ? [{ ...cap, typeIds }] : [];
          }),
        }
      : {}),
    fit: criteria.fit.filter(isKnown),
    ...(criteria.personas
      ? { personas: criteria.personas.map(one => ({ ...one, fit: one.fit.filter(isKnown) })) }
      : {}),
    disqualifiers: criteria.disqualifiers.filter(isKnown),
  };
}
