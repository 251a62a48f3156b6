// Custom fields: add, rename, reorder, archive; options one per line.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { CustomKind } from '../../../shared/custom-field.ts';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { needed } from '../../parts/settings/use-settings.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { AddByName } from './AddByName.tsx';
import { ArchivedList } from './ArchivedList.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';

type Field = Output<'customFields.list'>[number];

const kindLabels: Readonly<Record<CustomKind, string>> = {
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  choice: 'Options',
};
const kinds = (Object.keys(kindLabels) as CustomKind[]).map(value => ({ value, label: kindLabels[value] }));

export function CustomFields() {
  const fields = useRead('customFields.list', {});
  const save = useCommand('customFields.save');
  const move = useCommand('customFields.move');
  return (
    <QueryBoundary of={fields}>
      {all => {
        const shown = all.filter(field => !field.archived);
        const shift = (index: number, by: 1 | -1) => {
          const id = shown[index]?.id;
          if (id) void move.run({ id, before: shown[by < 0 ? index - 1 : index + 2]?.id ?? null });
        };
        return (
          <>
            {shown.length > 0 && (
              <Rows>
                {shown.map((field, index) => (
                  <FieldRow
                    field={field}
                    first={index === 0}
                    key={rowKey(field.id)}
                    last={index === shown.length - 1}
                    onShift={by => shift(index, by)}
                  />
                ))}
              </Rows>
            )}
            <AddField />
            <ArchivedList
              labelOf={field => field.label}
              onBack={field => save.run({ id: field.id, archived: false }, { done: `“${field.label}” restored.` })}
              rows={all.filter(field => field.archived)}
              title="Archived"
            />
          </>
        );
      }}
    </QueryBoundary>
  );
}

type RowProps = {
  readonly field: Field;
  readonly first: boolean;
  readonly last: boolean;
  readonly onShift: (by: 1 | -1) => void;
};

function FieldRow({ field, first, last, onShift }: RowProps) {
  const { run } = useCommand('customFields.save');
  const { label } = field;
  const change = async (next: Partial<Omit<Field, 'id' | 'used'>> & { renamed?: { from: string; to: string }[] }) =>
    errorMessage(await run({ id: field.id, ...next }, { quiet: true }));
  return (
    <li>
      <div className={styles.row}>
        <InlineText
          label={`Name of ${label}`}
          layout="bare"
          onSave={needed(value => change({ label: value }), 'Enter a name for the field.')}
          value={label}
        />
        <span className={styles.unit}>
          {kindLabels[field.kind]}
          {field.used > 0 && `, filled in for ${field.used}`}
        </span>
        <span>
          <IconButton disabled={first} icon="up" label={`Move ${label} up`} onClick={() => onShift(-1)} size="small" />
          <IconButton
            disabled={last}
            icon="down"
            label={`Move ${label} down`}
            onClick={() => onShift(1)}
            size="small"
          />
          <IconButton
            icon="archive"
            label={`Archive ${label}`}
            onClick={() => run({ id: field.id, archived: true }, { done: `“${label}” archived. Its values stay.` })}
            size="small"
          />
        </span>
      </div>
      {field.kind === 'choice' && (
        <InlineText
          kind="notes"
          label={`Options of ${label}`}
          meaning="One per line. Renaming an option updates its leads."
          onSave={async text => {
            const choices = linesOf(text ?? '');
            // As many lines as before: what stands elsewhere in its place was called otherwise.
            const renamed =
              choices.length === field.choices.length
                ? field.choices.flatMap((from, index) => {
                    const to = choices[index] ?? from;
                    return from !== to && !choices.includes(from) ? [{ from, to }] : [];
                  })
                : [];
            return change({ choices, renamed });
          }}
          value={field.choices.join('\n')}
        />
      )}
    </li>
  );
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  ),
];

function AddField() {
  const [kind, setKind] = useState<CustomKind>('text');
  const [choices, setChoices] = useState('');
  const { run } = useCommand('customFields.save');
  const add = async (label: string) => {
    const chosen = kind === 'choice' ? [...new Set(choices.split(',').map(one => one.trim()))].filter(Boolean) : [];
    const field = { id: null, label, kind, choices: chosen, archived: false };
    const result = await run(field, { done: `“${label}” created.`, quiet: true });
    if (result.ok) setChoices('');
    return errorMessage(result);
  };
  return (
    <AddByName label="Name of a new field" onAdd={add} placeholder="Add a field, e.g. “Machine”">
      <Chips label="Type" onChange={setKind} options={kinds} value={kind} />
      {kind === 'choice' && (
        <Input
          label="Options, separated by commas"
          layout="bare"
          onChange={setChoices}
          placeholder="Options, separated by commas"
          value={choices}
        />
      )}
    </AddByName>
  );
}
