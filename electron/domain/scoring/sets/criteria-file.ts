// Moves criteria between workspaces: custom activity types and fields are matched by label.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { Criteria } from '../../../../shared/criteria.ts';
import type { CriteriaFile } from '../../../../shared/criteria-file.ts';
import type { FitField, OwnField } from '../../../../shared/own-field.ts';
import { ownIdOf, ownKey } from '../../../../shared/own-field.ts';
import { fold } from '../fold.ts';

type Named = Pick<ActivityType, 'id' | 'label'>;
type CarriedField = Omit<OwnField, 'archived'>;

/** What a workspace calls its own. */
export type Own = { readonly types: readonly Named[]; readonly fields: readonly CarriedField[] };

const typesIn = ({ behaviour, shortcuts }: Criteria): ReadonlySet<string> =>
  new Set([
    ...behaviour.map(rule => rule.typeId),
    ...shortcuts.flatMap(rule => rule.counts.map(count => count.typeId)),
  ]);

const ownFieldsIn = ({ fit, disqualifiers }: Criteria): ReadonlySet<string> =>
  new Set([...fit, ...disqualifiers].flatMap(({ field }) => ownIdOf(field) ?? []));

/** The file of these criteria. */
export function toCriteriaFile(name: string, criteria: Criteria, { types, fields }: Own): CriteriaFile {
  const [usedTypes, usedFields] = [typesIn(criteria), ownFieldsIn(criteria)];
  return {
    format: 'ripen-criteria',
    version: 1,
    name,
    criteria,
    activityTypes: types.filter(({ id }) => usedTypes.has(id)).map(({ id, label }) => ({ id, label })),
    ownFields: fields
      .filter(({ id }) => usedFields.has(id))
      .map(({ id, label, kind, choices }) => ({ id, label, kind, choices })),
  };
}

/** The id a thing of the file has here: the same id, else that of the same label; null where the workspace has none. */
function matcher(theirs: readonly Named[], mine: readonly Named[]) {
  const ids = new Set(mine.map(({ id }) => id));
  const byLabel = new Map(mine.map(({ id, label }) => [fold(label), id]));
  const labels = new Map(theirs.map(({ id, label }) => [id, label]));
  return {
    here: (id: string): string => (ids.has(id) ? id : (byLabel.get(fold(labels.get(id) ?? '')) ?? id)),
    isUnknown: (id: string): boolean => !ids.has(id),
    labelOf: (id: string): string => labels.get(id) ?? id,
  };
}

/** An own field as the file describes it; one it forgot to describe holds words. */
const carried = (file: CriteriaFile, id: string): CarriedField =>
  file.ownFields.find(field => field.id === id) ?? { id, label: 'Custom field', kind: 'text', choices: [] };

/**
 * The file's criteria in terms of this workspace. Types and own fields it does not have are named, to be created under these
 * ids or left out with `without`.
 */
export function fromCriteriaFile(
  file: CriteriaFile,
  own: Own,
): {
  readonly criteria: Criteria;
  readonly unknownTypes: readonly Named[];
  readonly unknownFields: readonly CarriedField[];
} {
  const types = matcher(file.activityTypes, own.types);
  const fields = matcher(file.ownFields, own.fields);
  const fieldHere = <R extends { readonly field: FitField }>(rule: R): R => {
    const id = ownIdOf(rule.field);
    return id === null ? rule : { ...rule, field: ownKey(fields.here(id)) };
  };
  const { behaviour, shortcuts, fit, disqualifiers } = file.criteria;
  const criteria: Criteria = {
    ...file.criteria,
    behaviour: behaviour.map(rule => ({ ...rule, typeId: types.here(rule.typeId) })),
    shortcuts: shortcuts.map(rule => ({
      ...rule,
      counts: rule.counts.map(count => ({ ...count, typeId: types.here(count.typeId) })),
    })),
    fit: fit.map(fieldHere),
    disqualifiers: disqualifiers.map(fieldHere),
  };
  return {
    criteria,
    unknownTypes: [...typesIn(criteria)].filter(types.isUnknown).map(id => ({ id, label: types.labelOf(id) })),
    unknownFields: [...ownFieldsIn(criteria)].filter(fields.isUnknown).map(id => carried(file, id)),
  };
}

/** The criteria without the rules and shortcuts that name any of `unknown`, ids of types and of own fields. */
export function without(criteria: Criteria, unknown: ReadonlySet<string>): Criteria {
  const isKnown = ({ field }: { readonly field: FitField }) => !unknown.has(ownIdOf(field) ?? '');
  return {
    ...criteria,
    behaviour: criteria.behaviour.filter(rule => !unknown.has(rule.typeId)),
    shortcuts: criteria.shortcuts.filter(rule => !rule.counts.some(count => unknown.has(count.typeId))),
    fit: criteria.fit.filter(isKnown),
    disqualifiers: criteria.disqualifiers.filter(isKnown),
  };
}
