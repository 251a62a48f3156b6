// Criteria out of one workspace and into another: own activity types are carried by label.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { Criteria } from '../../../../shared/criteria.ts';
import type { CriteriaFile } from '../../../../shared/criteria-file.ts';
import { fold } from '../fold.ts';

type Named = Pick<ActivityType, 'id' | 'label'>;

const typesIn = (criteria: Criteria): ReadonlySet<string> =>
  new Set([
    ...criteria.behaviour.map(rule => rule.typeId),
    ...criteria.shortcuts.flatMap(rule => rule.counts.map(count => count.typeId)),
  ]);

/** The file of these criteria; `types` are the workspace's activity types. */
export function toCriteriaFile(name: string, criteria: Criteria, types: readonly Named[]): CriteriaFile {
  const used = typesIn(criteria);
  const activityTypes = types.filter(type => used.has(type.id)).map(({ id, label }) => ({ id, label }));
  return { format: 'ripen-criteria', version: 1, name, criteria, activityTypes };
}

/**
 * The file's criteria in terms of this workspace's `types`: the same id, else the same label. Types it does not have are
 * named in `unknown`, to be created under these ids or left out with `withoutTypes`.
 */
export function fromCriteriaFile(
  file: CriteriaFile,
  types: readonly Named[],
): { readonly criteria: Criteria; readonly unknown: readonly Named[] } {
  const ids = new Set(types.map(type => type.id));
  const byLabel = new Map(types.map(type => [fold(type.label), type.id]));
  const labels = new Map(file.activityTypes.map(type => [type.id, type.label]));
  const here = (id: string): string => (ids.has(id) ? id : (byLabel.get(fold(labels.get(id) ?? '')) ?? id));
  const { behaviour, shortcuts } = file.criteria;
  const criteria: Criteria = {
    ...file.criteria,
    behaviour: behaviour.map(rule => ({ ...rule, typeId: here(rule.typeId) })),
    shortcuts: shortcuts.map(rule => ({
      ...rule,
      counts: rule.counts.map(count => ({ ...count, typeId: here(count.typeId) })),
    })),
  };
  const unknown = [...typesIn(criteria)].filter(id => !ids.has(id)).map(id => ({ id, label: labels.get(id) ?? id }));
  return { criteria, unknown };
}

/** The criteria without the rules and shortcuts that name any of `unknown`. */
export const withoutTypes = (criteria: Criteria, unknown: ReadonlySet<string>): Criteria => ({
  ...criteria,
  behaviour: criteria.behaviour.filter(rule => !unknown.has(rule.typeId)),
  shortcuts: criteria.shortcuts.filter(rule => !rule.counts.some(count => unknown.has(count.typeId))),
});
