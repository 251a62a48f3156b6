// A text, number or amount that is edited where it stands: looks like text, becomes a field, saves on leaving.
import type { KeyboardEvent, ReactNode } from 'react';
import { type Format, useFormat } from '../format.tsx';
import { amountProblem, parseAmount, parseNumber } from '../parse.ts';
import { Field, type FieldLayout } from './Field.tsx';
import styles from './fields.module.css';
import { type Draft, type Save, useDraft } from './use-draft.ts';

type Common = {
  readonly label: string;
  readonly meaning?: string;
  readonly placeholder?: string;
  readonly layout?: FieldLayout;
  /** Something small after the field, such as "hours". */
  readonly after?: ReactNode;
};
type TextProps = Common & {
  readonly kind?: 'text' | 'email' | 'phone' | 'url' | 'notes';
  readonly value: string | null;
  readonly onSave: Save<string | null>;
};
type NumberProps = Common & {
  /** number: whole; decimal: any. */
  readonly kind: 'number' | 'decimal' | 'money';
  /** Money in minor units. */
  readonly value: number | null;
  readonly onSave: Save<number | null>;
};

export function InlineText({ kind = 'text', value, onSave, ...rest }: TextProps) {
  const draft = useDraft<string | null>({
    label: rest.label,
    value,
    write: text => text ?? '',
    read: text => ({ value: text.trim() || null }),
    save: onSave,
  });
  return <InlineInput {...rest} draft={draft} kind={kind} />;
}

export function InlineNumber({ kind, value, onSave, ...rest }: NumberProps) {
  const format = useFormat();
  const draft = useDraft<number | null>({
    label: rest.label,
    value,
    write: number => (number === null ? '' : written(number, kind, format)),
    read: text => readNumber(text, kind, format.currency),
    save: onSave,
  });
  return <InlineInput {...rest} draft={draft} kind={kind} />;
}

const written = (value: number, kind: NumberProps['kind'], format: Format) =>
  kind === 'money' ? format.money(value) : kind === 'decimal' ? String(value) : format.whole(value);

function readNumber(text: string, kind: NumberProps['kind'], currency: string) {
  if (text.trim() === '') return { value: null };
  const value = kind === 'money' ? parseAmount(text, currency) : parseNumber(text);
  if (value === null)
    return {
      error:
        kind === 'money'
          ? amountProblem(text, currency)
          : kind === 'decimal'
            ? 'Enter a number.'
            : 'Enter a whole number.',
    };
  return { value: kind === 'decimal' ? value : Math.round(value) };
}

const inputTypes = {
  text: 'text',
  email: 'email',
  phone: 'tel',
  url: 'url',
  number: 'text',
  decimal: 'text',
  money: 'text',
} as const;

type InputProps = Common & {
  readonly kind: keyof typeof inputTypes | 'notes';
  readonly draft: Draft;
};

function InlineInput({ label, meaning, placeholder = 'Add', layout = 'row', after, kind, draft }: InputProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (kind !== 'notes' || event.ctrlKey || event.metaKey)) event.currentTarget.blur();
    if (event.key === 'Escape' && draft.restore()) event.stopPropagation();
  };
  const shared = {
    className: styles.inline,
    placeholder,
    value: draft.text,
    onBlur: draft.commit,
    onKeyDown,
    spellCheck: false,
    autoComplete: 'off',
  };
  return (
    <Field after={after} error={draft.error} label={label} layout={layout} meaning={meaning}>
      {ids =>
        kind === 'notes' ? (
          <textarea {...ids} {...shared} onChange={event => draft.change(event.target.value)} rows={1} />
        ) : (
          <input
            {...ids}
            {...shared}
            inputMode={kind === 'number' || kind === 'decimal' || kind === 'money' ? 'decimal' : undefined}
            onChange={event => draft.change(event.target.value)}
            type={inputTypes[kind]}
          />
        )
      }
    </Field>
  );
}
