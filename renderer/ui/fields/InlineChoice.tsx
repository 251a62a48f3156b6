// One of a few (channel, member) or of unknown, no, yes; a date. Edited where it stands and saved at once.
import { useState } from 'react';
import type { PlainDate } from '../../../shared/dates.ts';
import type { Tristate } from '../../../shared/lead.ts';
import { announce } from '../feedback/announce.tsx';
import { Choice, type Option } from './Choice.tsx';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { Segments } from './Segments.tsx';
import { type Save, useDraft } from './use-draft.ts';

type Common = { readonly label: string; readonly meaning?: string };

function useSave<T>(save: Save<T>) {
  const [error, setError] = useState<string | null>(null);
  return {
    error,
    save: async (value: T) => {
      setError(null);
      const error = await save(value);
      // The answer to an earlier choice does not take the sentence away.
      if (error === null) announce('Saved');
      else setError(error);
    },
  };
}

type ChoiceProps = Common & {
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onSave: Save<string | null>;
  /** False: one of them must be chosen. */
  readonly clearable?: boolean;
  readonly placeholder?: string;
};

export function InlineChoice({ label, meaning, onSave, clearable = true, ...rest }: ChoiceProps) {
  const { error, save } = useSave(onSave);
  return (
    <Field error={error} label={label} meaning={meaning}>
      {ids => <Choice {...ids} {...rest} clearable={clearable} label={label} look="inline" onChange={save} />}
    </Field>
  );
}

const knownOptions = [
  { value: 'unknown', label: 'Not known' },
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

export function InlineTristate({
  label,
  meaning,
  value,
  onSave,
}: Common & { value: Tristate; onSave: Save<Tristate> }) {
  const { error, save } = useSave(onSave);
  return (
    <Field error={error} label={label} meaning={meaning}>
      {ids => <Segments {...ids} label={label} onChange={save} options={knownOptions} value={value} />}
    </Field>
  );
}

type DateProps = Common & { readonly value: PlainDate | null; readonly onSave: Save<PlainDate | null> };

export function InlineDate({ label, meaning, value, onSave }: DateProps) {
  const draft = useDraft<PlainDate | null>({
    label,
    value,
    write: date => date ?? '',
    read: text => ({ value: text || null }),
    save: onSave,
  });
  return (
    <Field error={draft.error} label={label} meaning={meaning}>
      {ids => (
        <input
          {...ids}
          className={styles.inline}
          data-empty={!draft.text}
          onBlur={draft.commit}
          onChange={event => draft.change(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape' && draft.restore()) event.stopPropagation();
          }}
          type="date"
          value={draft.text}
        />
      )}
    </Field>
  );
}
