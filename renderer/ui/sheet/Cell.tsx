// One cell of a sheet: typed, kept on leaving, taken back by Escape, with the sentence that says what does not fit.
import { useState } from 'react';
import { parseNumber } from '../parse.ts';
import styles from './cell.module.css';

type Common = {
  /** Read aloud: "Points, Pricing page visit". */
  readonly label: string;
  /** Cells of the same column are walked by Enter and the arrows. */
  readonly column: string;
  readonly placeholder?: string;
  /** Something small after it: "days". */
  readonly unit?: string;
};

type TextProps = Common & {
  readonly value: string;
  /** Answers the sentence that says why it does not fit, or null. */
  readonly onSave: (text: string) => string | null;
  readonly align?: 'end';
  readonly numeric?: boolean;
};

export function TextCell({ label, column, placeholder, unit, value, onSave, align, numeric = false }: TextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function save() {
    if (typed === null) return;
    const wrong = typed.trim() === value.trim() ? null : onSave(typed.trim());
    setProblem(wrong);
    if (wrong === null) setTyped(null);
  }

  return (
    <span className={styles.wrap}>
      <input
        aria-invalid={problem === null ? undefined : true}
        aria-label={label}
        autoComplete="off"
        className={styles.cell}
        data-align={align}
        data-column={column}
        inputMode={numeric ? 'decimal' : undefined}
        onBlur={save}
        onChange={event => setTyped(event.target.value)}
        onFocus={event => event.currentTarget.select()}
        onKeyDown={event => {
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
          setProblem(null);
        }}
        placeholder={placeholder}
        spellCheck={false}
        value={typed ?? value}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

type NumberProps = Common & {
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** Null only where the cell may stand empty (`optional`). */
  readonly onSave: (value: number | null) => void;
  readonly optional?: boolean;
  /** As money, say; whole numbers where left out. */
  readonly write?: (value: number) => string;
  readonly read?: (text: string) => number | null;
};

export function NumberCell({ value, min, max, onSave, optional = false, write, read, ...rest }: NumberProps) {
  const written = (number: number) => (write ? write(number) : String(number).replace('-', '−'));
  return (
    <TextCell
      {...rest}
      align="end"
      numeric
      onSave={text => {
        if (text === '') {
          if (!optional) return 'Enter a number.';
          onSave(null);
          return null;
        }
        const number = (read ?? parseNumber)(text.replace('−', '-'));
        if (number === null) return 'Enter a number.';
        const whole = Math.round(number);
        if (whole < min || whole > max) return `From ${written(min)} to ${written(max)}.`;
        if (whole !== value) onSave(whole);
        return null;
      }}
      value={value === null ? '' : written(value)}
    />
  );
}
