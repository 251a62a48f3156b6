// A choice of two to four that are all in sight. Radio buttons underneath: arrows move, as people expect.
import { type ReactNode, useId } from 'react';
import styles from './segments.module.css';

type Props<T extends string> = {
  readonly id?: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly onChange: (value: T) => void;
};

export function Segments<T extends string>({ id, label, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset aria-label={label} className={styles.segments} id={id}>
      {options.map(option => (
        <label className={styles.segment} key={option.value}>
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
    </fieldset>
  );
}
