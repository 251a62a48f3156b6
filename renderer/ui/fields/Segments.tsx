// A choice of two to four that are all in sight.
import { type Choosable, Radios } from './Radios.tsx';
import styles from './segments.module.css';

type Props<T extends string> = {
  readonly id?: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly Choosable<T>[];
  readonly onChange: (value: T) => void;
};

export const Segments = <T extends string>({ id, label, ...choice }: Props<T>) => (
  <fieldset aria-label={label} className={styles.segments} id={id}>
    <Radios className={styles.segment} {...choice} />
  </fieldset>
);
