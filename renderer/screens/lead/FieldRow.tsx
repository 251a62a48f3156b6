// One built-in field of a lead, edited in place.
import { type Lead, type LeadAttributes, type LeadField, leadFields } from '../../../shared/lead.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { InlineChoice, InlineTristate } from '../../ui/fields/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/fields/InlineText.tsx';

type Props = {
  readonly field: LeadField;
  readonly lead: Lead;
  /** Most points the answer could add, when it is not known. */
  readonly missing: number | undefined;
  /** Another name than the field's own: the question. */
  readonly label?: string;
};

export function FieldRow({ field, lead, missing, label }: Props) {
  const { members, channels, campaigns } = useWorkspace();
  const { run } = useCommand('leads.update');
  const sentence = leadFields[field];
  const save = async (value: LeadAttributes[LeadField]) => {
    return errorMessage(await run({ id: lead.id, attributes: { [field]: value } }, { quiet: true }));
  };
  const common = {
    label: label ?? sentence.label,
    placeholder: missing ? `Add (up to ${missing} points)` : 'Add',
    onSave: save,
  };
  switch (sentence.kind) {
    case 'known':
      return <InlineTristate {...common} value={lead[field as 'need']} />;
    case 'number':
    case 'money':
      return <InlineNumber {...common} kind={sentence.kind} value={lead[field as 'budget']} />;
    case 'reference': {
      const rows = field === 'memberId' ? members : field === 'channelId' ? channels : campaigns;
      const value = lead[field as 'memberId'];
      const options = rows
        .filter(row => !row.archived || row.id === value)
        .map(row => ({ value: row.id, label: 'name' in row ? row.name : row.label }));
      return <InlineChoice {...common} options={options} value={value} />;
    }
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
    case 'notes':
      return <InlineText {...common} kind={sentence.kind} value={lead[field as 'notes']} />;
    default:
      return sentence.kind satisfies never;
  }
}
