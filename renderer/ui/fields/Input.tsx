// Plain fields for questions and dialogs, where nothing is saved until a button says so.
import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldLayout } from './Field.tsx';
import styles from './fields.module.css';
import { useCut } from './use-cut.ts';

type FieldText = {
  readonly label: string;
  readonly meaning?: string;
  readonly error?: string | null;
  readonly layout?: FieldLayout;
};
type InputProps = FieldText &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'id' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (text: string) => void;
    readonly ref?: Ref<HTMLInputElement>;
  };

export function Input({ label, meaning, error, layout = 'stack', onChange, ...rest }: InputProps) {
  const { cut, onPaste } = useCut(rest.value, rest.maxLength);
  return (
    <Field error={error ?? cut} label={label} layout={layout} meaning={meaning}>
      {ids => (
        <input
          autoComplete="off"
          spellCheck={false}
          onPaste={onPaste}
          {...rest}
          {...ids}
          className={styles.input}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type AreaProps = FieldText &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'style' | 'id' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (text: string) => void;
  };

export function TextArea({ label, meaning, error, layout = 'stack', onChange, ...rest }: AreaProps) {
  const { cut, onPaste } = useCut(rest.value, rest.maxLength);
  return (
    <Field error={error ?? cut} label={label} layout={layout} meaning={meaning}>
      {ids => (
        <textarea
          rows={2}
          spellCheck={false}
          onPaste={onPaste}
          {...rest}
          {...ids}
          className={styles.input}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
