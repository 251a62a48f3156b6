// A time of day, edited where it stands and saved on leaving.
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { type Save, useDraft } from './use-draft.ts';

type Props = {
  readonly label: string;
  readonly meaning?: string;
  /** "08:30". */
  readonly value: string;
  readonly onSave: Save<string>;
};

export function InlineTime({ label, meaning, value, onSave }: Props) {
  const draft = useDraft<string>({
    label,
    value,
    write: time => time,
    read: text => (text === '' ? { error: 'Enter a time such as 08:30.' } : { value: text }),
    save: onSave,
  });
  return (
    <Field error={draft.error} label={label} meaning={meaning}>
      {ids => (
        <input
          {...ids}
          className={styles.inline}
          onBlur={draft.commit}
          onChange={event => draft.change(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape' && draft.restore()) event.stopPropagation();
          }}
          type="time"
          value={draft.text}
        />
      )}
    </Field>
  );
}
