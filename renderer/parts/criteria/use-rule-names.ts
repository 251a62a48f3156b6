// How types, channels, own fields and amounts are called in the sentences of rules, on this side of the bridge.
import { useMemo } from 'react';
import type { RuleNames } from '../../../shared/criteria-text.ts';
import { plainNames } from '../../../shared/criteria-text.ts';
import { customKey, isCustomKey } from '../../../shared/custom-field.ts';
import { leadFields } from '../../../shared/lead.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useFormat } from '../../ui/format.tsx';

export function useRuleNames(): RuleNames {
  const { channels, campaigns, members } = useWorkspace();
  const types = useRead('activityTypes.list', {}).data;
  const customFields = useRead('customFields.list', {}).data;
  const format = useFormat();
  return useMemo(() => {
    const typeNames = new Map(types?.map(({ id, label }) => [id, label]));
    const labels = new Map<string, string>([
      ...channels.map(({ id, label }) => [id, label] as const),
      ...campaigns.map(({ id, label }) => [id, label] as const),
      ...members.map(({ id, name }) => [id, name] as const),
    ]);
    const fields = new Map(customFields?.map(({ id, label, kind }) => [customKey(id), { label, kind }]));
    return {
      type: id => typeNames.get(id) ?? plainNames.type(id),
      value: (field, value) => {
        const kind = isCustomKey(field) ? fields.get(field)?.kind : leadFields[field].kind;
        if (typeof value === 'number') return kind === 'money' ? format.money(value) : format.whole(value);
        return labels.get(value) ?? value;
      },
      field: key => fields.get(key)?.label,
    };
  }, [types, customFields, channels, campaigns, members, format]);
}
