// One of several that are all in sight and wrap: reasons, dates near at hand. Radio buttons underneath: arrows move.
import { type ReactNode, useId } from 'react';
import styles from './chips.module.css';

export type Chip<T extends string> = { readonly value: T; readonly label: ReactNode };

type Props<T extends string> = {
  readonly label: string;
  /** Null: none is chosen yet. */
  readonly value: T | null;
  readonly options: readonly Chip<T>[];
  readonly onChange: (value: T) => void;
  /** Shows the label above; otherwise it is only read aloud. */
  readonly titled?: boolean;
  readonly error?: string | null;
};

export function Chips<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, titled = false, error = null } = props;
  const name = useId();
  return (
    <fieldset className={styles.chips}>
      <legend className={titled ? styles.legend : 'hidden-visually'}>{label}</legend>
      <div className={styles.row}>
        {options.map(option => (
          <label className={styles.chip} key={option.value}>
            <input
              checked={option.value === value}
              className="hidden-visually"
              name={name}
              onChange={() => onChange(option.value)}
              type="radio"
              value={option.value}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
