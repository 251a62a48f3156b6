// Several of a few that are all in sight: weekdays, people. Check boxes underneath: Space turns one over.
import { ChipFrame, type ChipFrameProps } from './ChipFrame.tsx';
import styles from './chips.module.css';
import type { Choosable } from './Radios.tsx';

type Props<T extends string> = ChipFrameProps & {
  readonly value: readonly T[];
  readonly options: readonly Choosable<T>[];
  readonly onChange: (value: readonly T[]) => void;
};

export function ManyChips<T extends string>({ value, options, onChange, ...frame }: Props<T>) {
  const turn = (one: T) => onChange(value.includes(one) ? value.filter(other => other !== one) : [...value, one]);
  return (
    <ChipFrame {...frame}>
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
    </ChipFrame>
  );
}
