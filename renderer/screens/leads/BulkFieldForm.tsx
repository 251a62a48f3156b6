// Bulk form: set one field.
import { useState } from 'react';
import { customFieldIdOf, isCustomKey } from '../../../shared/custom-field.ts';
import { isLeadField, type ListField, listFields } from '../../../shared/lead-filter.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { parseAmount, parseNumber } from '../../ui/parse.ts';
import { type BulkInput, BulkShell } from './BulkShell.tsx';
import { optionsOf } from './condition-text.ts';
import type { Run } from './use-bulk.ts';

/** What may be the same for many: not who they are or how they are reached. */
const single = new Set(['firstName', 'lastName', 'email', 'phone', 'externalId', 'linkedinUrl', 'memberId']);

export function BulkFieldForm({ run }: { readonly run: Run }) {
  const workspace = useWorkspace();
  const format = useFormat();
  const fields = listFields(workspace.customFields).filter(
    field => isCustomKey(field.key) || (isLeadField(field.key) && !single.has(field.key)),
  );
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const field = fields.find(one => one.key === key);
  const options = field ? optionsOf(field, { workspace, format, batches: new Map() }) : null;

  function read(): readonly [BulkInput, (count: string) => string] | string {
    if (!field) return 'Choose a field.';
    const read = readValue(field, value, format.currency);
    if ('error' in read) return read.error;
    const fieldId = customFieldIdOf(field.key);
    const sentence = (count: string) => `${field.label} set for ${count}`;
    if (fieldId !== null) return [{ do: 'custom-field', fieldId, value: read.value }, sentence];
    const plain = field.kind === 'known' ? (read.value ?? 'unknown') : read.value;
    return [{ do: 'attributes', attributes: { [field.key]: plain } }, sentence];
  }
  return (
    <BulkShell button="Set" read={read} run={run}>
      <Field label="Field" layout="stack">
        {ids => (
          <Choice
            {...ids}
            label="Field"
            onChange={next => {
              setKey(next);
              setValue('');
            }}
            options={fields.map(one => ({ value: one.key, label: one.label }))}
            value={key}
          />
        )}
      </Field>
      {field &&
        (options ? (
          <Field label="Value" layout="stack">
            {ids => (
              <Choice
                {...ids}
                clearable
                label="Value"
                onChange={next => setValue(next ?? '')}
                options={options.map(option => ({ value: option.value, label: option.label }))}
                placeholder="Not known"
                value={value || null}
              />
            )}
          </Field>
        ) : (
          <Input
            label="Value"
            onChange={setValue}
            placeholder="Empty means not known"
            type={field.kind === 'date' ? 'date' : 'text'}
            value={value}
          />
        ))}
    </BulkShell>
  );
}

function readValue(
  field: ListField,
  text: string,
  currency: string,
): { value: string | number | null } | { error: string } {
  const plain = text.trim();
  if (plain === '') return { value: null };
  if (field.kind !== 'number' && field.kind !== 'money') return { value: plain };
  const value = field.kind === 'money' ? parseAmount(plain, currency) : parseNumber(plain);
  return value === null ? { error: `${field.label} must be a number.` } : { value };
}
