// Values that gave way to a later one of another computer: in words, and the click that takes them after all.
import type { OverruledValue } from '../../../shared/contract/overruled.ts';
import { useCommand } from '../../api/use-command.ts';
import { byId, useWorkspace, type Workspace } from '../../api/workspace.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import { fieldLabel, fieldValueText } from '../lead/field-text.ts';

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function valueText(
  { key, kind }: OverruledValue,
  value: string | number,
  workspace: Workspace,
  format: Format,
): string {
  switch (kind) {
    case 'field':
      return fieldValueText(key, value, workspace, format);
    case 'number':
      return format.decimal(Number(value));
    case 'money':
      return format.money(Number(value));
    case 'percent':
      return format.percent(Number(value) / 100);
    case 'date':
      return format.date(String(value));
    case 'time':
      return format.dateTime(Number(value));
    default:
      return String(value);
  }
}

/** `label`: "Phone"; `other` gave way to `stands`, null where the values have no words; who entered them, where it is known. */
export function useOverruledText(entry: OverruledValue) {
  const workspace = useWorkspace();
  const format = useFormat();
  const say = (value: OverruledValue['value']): string =>
    value === null || value === '' ? 'empty' : short(valueText(entry, value, workspace, format));
  return {
    label: (entry.kind === 'field' && fieldLabel(entry.key, workspace)) || entry.label,
    values: entry.kind === 'hidden' ? null : { other: say(entry.value), stands: say(entry.stands) },
    by: byId(workspace.members, entry.by)?.name,
    standsBy: byId(workspace.members, entry.standsBy)?.name,
  };
}

export function useOverruledActions() {
  const { run: use } = useCommand('overruled.use');
  const { run: dismiss } = useCommand('overruled.dismiss');
  return {
    use: (id: string, label: string, other: string) => void use({ id }, { done: `${label} set to ${other}.` }),
    keep: (id: string, done: string) => void dismiss({ id }, { done }),
  };
}
