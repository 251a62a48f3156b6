// One custom field of a lead, edited in place.
import type { CustomField, CustomValue } from '../../../shared/custom-field.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { InlineChoice, InlineDate } from '../../ui/fields/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/fields/InlineText.tsx';

type Props = {
  readonly field: CustomField;
  readonly leadId: string;
  readonly value: CustomValue;
  /** Most points the answer could add, when it is not known. */
  readonly missing: number | undefined;
  /** Another name than the field's own: the question. */
  readonly label?: string;
};

export function CustomFieldRow({ field, leadId, value, missing, label = field.label }: Props) {
  const { run } = useCommand('customFields.set');
  const save = async (next: CustomValue) =>
    errorMessage(await run({ id: leadId, fieldId: field.id, value: next }, { quiet: true }));
  const common = {
    label,
    placeholder: missing ? `Add (up to ${missing} points)` : 'Add',
    onSave: save,
  };
  switch (field.kind) {
    case 'text':
      return <InlineText {...common} value={value === null ? null : String(value)} />;
    case 'number':
      return <InlineNumber {...common} kind="decimal" value={value === null ? null : Number(value)} />;
    case 'money':
      return <InlineNumber {...common} kind="money" value={value === null ? null : Number(value)} />;
    case 'date':
      return <InlineDate label={label} onSave={save} value={value === null ? null : String(value)} />;
    case 'choice': {
      const known = value === null ? null : String(value);
      const options = field.choices.map(choice => ({ value: choice, label: choice }));
      return <InlineChoice {...common} options={options} value={known} />;
    }
    default:
      return field.kind satisfies never;
  }
}
