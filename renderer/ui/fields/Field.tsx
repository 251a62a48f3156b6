// A label, what is edited, and the sentence that says what does not fit. `row` is a line of a ledger, `stack` a form, `bare`
// a cell whose label is only read aloud.
import { type ReactNode, useId } from 'react';
import { Help } from '../Help.tsx';
import styles from './fields.module.css';

export type FieldLayout = 'row' | 'stack' | 'bare';

type Props = {
  readonly label: string;
  readonly meaning?: string | undefined;
  readonly error?: string | null | undefined;
  readonly layout?: FieldLayout;
  /** Something small after the control, such as "+15". */
  readonly after?: ReactNode;
  readonly children: (ids: ControlIds) => ReactNode;
};

/** To be spread on the control. */
export type ControlIds = {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
};

export function Field({ label, meaning, error, layout = 'row', after, children }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.field} data-layout={layout}>
      <label className={layout === 'bare' ? 'hidden-visually' : styles.label} htmlFor={id}>
        {meaning ? <Help meaning={meaning}>{label}</Help> : label}
      </label>
      <div className={styles.control}>
        {children(error ? { id, 'aria-invalid': true, 'aria-describedby': errorId } : { id })}
        {after}
      </div>
      {error && (
        <p className={styles.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
