// One of a few (channel, member) or of unknown, no, yes; a date. Edited where it stands and saved at once.
import { useState } from 'react';
import type { PlainDate } from '../../../shared/dates.ts';
import type { Known } from '../../../shared/lead.ts';
import { announce } from '../feedback/announce.tsx';
import { Choice, type Option } from './Choice.tsx';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { Segments } from './Segments.tsx';
import type { Save } from './use-draft.ts';

type Common = { readonly label: string; readonly meaning?: string };

function useSave<T>(save: Save<T>) {
  const [error, setError] = useState<string | null>(null);
  return {
    error,
    save: async (value: T) => {
      const refused = await save(value);
      setError(refused);
      if (refused === null) announce('Saved');
    },
  };
}

type ChoiceProps = Common & {
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onSave: Save<string | null>;
};

export function InlineChoice({ label, meaning, value, options, onSave }: ChoiceProps) {
  const { error, save } = useSave(onSave);
  return (
    <Field error={error} label={label} meaning={meaning}>
      {ids => <Choice {...ids} clearable label={label} look="inline" onChange={save} options={options} value={value} />}
    </Field>
  );
}

const knownOptions = [
  { value: 'unknown', label: 'Not known' },
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

export function InlineKnown({ label, meaning, value, onSave }: Common & { value: Known; onSave: Save<Known> }) {
  const { error, save } = useSave(onSave);
  return (
    <Field error={error} label={label} meaning={meaning}>
      {ids => <Segments {...ids} label={label} onChange={save} options={knownOptions} value={value} />}
    </Field>
  );
}

type DateProps = Common & { readonly value: PlainDate | null; readonly onSave: Save<PlainDate | null> };

export function InlineDate({ label, meaning, value, onSave }: DateProps) {
  const { error, save } = useSave(onSave);
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Field error={error} label={label} meaning={meaning}>
      {ids => (
        <input
          {...ids}
          className={styles.inline}
          data-empty={!(draft ?? value)}
          onBlur={() => {
            if (draft !== null && draft !== (value ?? '')) save(draft || null);
            setDraft(null);
          }}
          onChange={event => setDraft(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key !== 'Escape' || draft === null) return;
            event.stopPropagation();
            setDraft(null);
          }}
          type="date"
          value={draft ?? value ?? ''}
        />
      )}
    </Field>
  );
}
