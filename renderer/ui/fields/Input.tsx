// Plain fields for questions and dialogs, where nothing is saved until a button says so.
import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldLayout } from './Field.tsx';
import styles from './fields.module.css';

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
  return (
    <Field error={error} label={label} layout={layout} meaning={meaning}>
      {ids => (
        <input
          autoComplete="off"
          spellCheck={false}
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
  return (
    <Field error={error} label={label} layout={layout} meaning={meaning}>
      {ids => (
        <textarea
          rows={2}
          spellCheck={false}
          {...rest}
          {...ids}
          className={styles.input}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
