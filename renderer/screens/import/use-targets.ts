// Options of column targets.
import { useMemo } from 'react';
import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { importTargets, newMark, type TargetGroup } from '../../../shared/import-targets.ts';
import { useRead } from '../../api/use-read.ts';
import type { Option } from '../../ui/fields/Choice.tsx';
import { choiceOf, newFieldOf } from './mapping-edits.ts';

const groups: Readonly<Record<TargetGroup, string>> = {
  lead: 'Person and company',
  stage: 'Stage',
  deal: 'Deal',
  activity: 'Activity',
  campaign: 'Campaign, spend and reach',
};
const custom = 'Custom fields';

const fields: readonly Option[] = Object.entries(importTargets)
  .filter(([target]) => target !== 'customField')
  .map(([value, { label, group }]) => ({ value, label, group: groups[group] }));

/** Name of a field that is to be made: "new:date:Contract end". */
const newName = (fieldId: string): string => fieldId.slice(newMark.length).split(':').slice(1).join(':');

/** Options for one column: all targets, and a new own field of its name. */
export function useTargets(mapping: Mapping): (column: ImportColumn) => readonly Option[] {
  const types = useRead('activityTypes.list', {}).data;
  const customFields = useRead('customFields.list', {}).data;
  return useMemo(() => {
    const owned = (customFields ?? [])
      .filter(({ archived }) => !archived)
      .map(({ id, label }) => ({ value: `customField:${id}`, label: `${label} (custom field)`, group: custom }));
    const happened = (types ?? [])
      .filter(({ archived }) => !archived)
      .map(({ id, label }) => ({ value: `activity:${id}`, label: `Activity: ${label}`, group: groups.activity }));
    return column => {
      const request = newFieldOf(column);
      const made = mapping.columns
        .filter(use => use.column === column.index && use.fieldId?.startsWith(newMark) && use.fieldId !== request)
        .map(use => ({
          value: choiceOf(use),
          label: `New custom field “${newName(use.fieldId ?? '')}”`,
          group: custom,
        }));
      const fresh = { value: `customField:${request}`, label: `New custom field “${newName(request)}”`, group: custom };
      return [...fields, ...owned, fresh, ...made, ...happened];
    };
  }, [types, customFields, mapping]);
}
