// One of several that are all in sight and wrap: reasons, dates near at hand.
import { ChipFrame, type ChipFrameProps } from './ChipFrame.tsx';
import styles from './chips.module.css';
import { type Choosable, Radios } from './Radios.tsx';

type Props<T extends string> = ChipFrameProps & {
  /** Null: none is chosen yet. */
  readonly value: T | null;
  readonly options: readonly Choosable<T>[];
  readonly onChange: (value: T) => void;
};

export const Chips = <T extends string>({ value, options, onChange, ...frame }: Props<T>) => (
  <ChipFrame {...frame}>
    <Radios className={styles.chip} onChange={onChange} options={options} value={value} />
  </ChipFrame>
);
