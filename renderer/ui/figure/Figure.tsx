// One figure of the meeting, never without its n: label, big number, and what stands under it. Readable from three metres.
import type { ReactNode } from 'react';
import { Help } from '../Help.tsx';
import styles from './figure.module.css';

type Props = {
  readonly label: string;
  /** What the figure means, one hover away. */
  readonly meaning?: ReactNode;
  /** "31", "23", or null when it cannot be told. */
  readonly value: string | null;
  /** "%", "days". */
  readonly unit?: string;
  /** "18 of 58", "n 19": what the number stands on; may open people too. */
  readonly n: ReactNode;
  /** "+4 on the week before". */
  readonly change?: ReactNode;
  /** Beneath: an interval strip, a verdict. */
  readonly children?: ReactNode;
  /** Opens the people behind the number. */
  readonly onOpen?: () => void;
};

export function Figure({ label, meaning, value, unit, n, change, children, onOpen }: Props) {
  const number = (
    <>
      <span className={styles.value}>{value ?? '–'}</span>
      {value !== null && unit && <span className={styles.unit}>{unit}</span>}
    </>
  );
  return (
    <article aria-label={label} className={styles.figure}>
      <h3 className={styles.label}>{meaning ? <Help meaning={meaning}>{label}</Help> : label}</h3>
      <p className={styles.line}>
        {onOpen ? (
          <button className={styles.open} onClick={onOpen} title="Show the people behind this number" type="button">
            {number}
          </button>
        ) : (
          <span className={styles.number}>{number}</span>
        )}
        <span className={styles.n}>{n}</span>
        {change && <span className={styles.change}>{change}</span>}
      </p>
      {children}
    </article>
  );
}
