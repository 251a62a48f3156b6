// One of several that are all in sight: radio buttons underneath, so that arrows move, as people expect.
import { type ReactNode, useId } from 'react';

export type Choosable<T extends string> = { readonly value: T; readonly label: ReactNode };

type Props<T extends string> = {
  readonly value: T | null;
  readonly options: readonly Choosable<T>[];
  readonly onChange: (value: T) => void;
  /** Of each label; what is seen is the span in it. */
  readonly className: string | undefined;
};

export function Radios<T extends string>({ value, options, onChange, className }: Props<T>) {
  const name = useId();
  return options.map(option => (
    <label className={className} key={option.value}>
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
  ));
}
