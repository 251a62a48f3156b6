// What stands around chips: their name, which may be seen or only read aloud, and what is wrong with the choice.
import type { ReactNode } from 'react';
import styles from './chips.module.css';

export type ChipFrameProps = {
  readonly label: string;
  /** Shows the label above; otherwise it is only read aloud. */
  readonly titled?: boolean;
  readonly error?: string | null;
};

export const ChipFrame = ({
  label,
  titled = false,
  error = null,
  children,
}: ChipFrameProps & { readonly children: ReactNode }) => (
  <fieldset className={styles.chips}>
    <legend className={titled ? styles.legend : 'hidden-visually'}>{label}</legend>
    <div className={styles.row}>{children}</div>
    {error && (
      <p className={styles.error} role="alert">
        {error}
      </p>
    )}
  </fieldset>
);
