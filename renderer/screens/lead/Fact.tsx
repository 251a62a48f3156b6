// One built-in field of a lead, edited in place.
import { type Lead, type LeadFacts, type LeadField, leadFields } from '../../../shared/lead.ts';
import { refusalOf, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { InlineChoice, InlineKnown } from '../../ui/fields/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/fields/InlineText.tsx';

type Props = {
  readonly field: LeadField;
  readonly lead: Lead;
  /** Most points the answer could add, when it is not known. */
  readonly missing: number | undefined;
  /** Another name than the field's own: the question. */
  readonly label?: string;
};

export function Fact({ field, lead, missing, label }: Props) {
  const { members, channels, campaigns } = useWorkspace();
  const { run } = useCommand('leads.update');
  const words = leadFields[field];
  const save = async (value: LeadFacts[LeadField]) => {
    return refusalOf(await run({ id: lead.id, facts: { [field]: value } }, { quiet: true }));
  };
  const common = {
    label: label ?? words.label,
    placeholder: missing ? `Add (up to ${missing} points)` : 'Add',
    onSave: save,
  };
  switch (words.kind) {
    case 'known':
      return <InlineKnown {...common} value={lead[field as 'need']} />;
    case 'number':
    case 'money':
      return <InlineNumber {...common} kind={words.kind} value={lead[field as 'budget']} />;
    case 'link': {
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
      return <InlineText {...common} kind={words.kind} value={lead[field as 'notes']} />;
    default:
      return words.kind satisfies never;
  }
}
