// Several of a few that are all in sight: weekdays, people. Check boxes underneath: Space turns one over.

import type { Chip } from './Chips.tsx';
import styles from './chips.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly value: readonly T[];
  readonly options: readonly Chip<T>[];
  readonly onChange: (value: readonly T[]) => void;
  readonly titled?: boolean;
  readonly error?: string | null;
};

export function ManyChips<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, titled = false, error = null } = props;
  const turn = (one: T) => onChange(value.includes(one) ? value.filter(other => other !== one) : [...value, one]);
  return (
    <fieldset className={styles.chips}>
      <legend className={titled ? styles.legend : 'hidden-visually'}>{label}</legend>
      <div className={styles.row}>
        {options.map(option => (
          <label className={styles.chip} key={option.value}>
            <input
              checked={value.includes(option.value)}
              className="hidden-visually"
              onChange={() => turn(option.value)}
              type="checkbox"
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
