// Several of a few that are all in sight: weekdays, people. Check boxes underneath: Space turns one over.
import { ChipFrame, type ChipFrameProps } from './ChipFrame.tsx';
import styles from './chips.module.css';
import type { Choosable } from './Radios.tsx';

type Props<T extends string> = ChipFrameProps & {
  readonly value: readonly T[];
  readonly options: readonly Choosable<T>[];
  /** Says what is turned over, never the whole choice: two quick clicks both count. */
  readonly onTurn: (one: T, on: boolean) => void;
};

export function ManyChips<T extends string>({ value, options, onTurn, ...frame }: Props<T>) {
  return (
    <ChipFrame {...frame}>
      {options.map(option => (
        <label className={styles.chip} key={option.value}>
          <input
            checked={value.includes(option.value)}
            className="hidden-visually"
            onChange={event => onTurn(option.value, event.target.checked)}
            type="checkbox"
          />
          <span>{option.label}</span>
        </label>
      ))}
    </ChipFrame>
  );
}
