// A field of a lead in words, as its history names it: the label, and what a value says.
import { type CustomValue, customFieldIdOf } from '../../../shared/custom-field.ts';
import { type LeadField, leadFields } from '../../../shared/lead.ts';
import { isLeadField } from '../../../shared/lead-filter.ts';
import { byId, type Workspace } from '../../api/workspace.tsx';
import type { Format } from '../../ui/format.tsx';
import { attributeText } from '../duplicates/MergeDialog.tsx';

/** Undefined: no such field is there any more. */
export function fieldLabel(key: string, { customFields }: Workspace): string | undefined {
  if (isLeadField(key)) return leadFields[key].label;
  if (key === 'nextStep') return 'Next step';
  if (key === 'nextStepOn') return 'Next step on';
  if (key === 'nextStepTime') return 'Next step at';
  return byId(customFields, customFieldIdOf(key))?.label;
}

export function fieldValueText(key: string, value: CustomValue, workspace: Workspace, format: Format): string {
  if (isLeadField(key)) return attributeText(key as LeadField, value, workspace, format);
  if (key === 'nextStepOn') return format.date(String(value));
  const field = byId(workspace.customFields, customFieldIdOf(key));
  if (field?.kind === 'money') return format.money(Number(value));
  return field?.kind === 'date' ? format.date(String(value)) : String(value);
}
