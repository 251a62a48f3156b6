// A setting that is off or on.
import { useState } from 'react';
import { Field } from '../../ui/fields/Field.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';

type Props = {
  readonly label: string;
  readonly meaning?: string;
  readonly value: boolean;
  /** Answers the sentence that says why not, or null. */
  readonly onChange: (on: boolean) => Promise<string | null>;
};

const options = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] as const;

export function SwitchField({ label, meaning, value, onChange }: Props) {
  const [error, setError] = useState<string | null>(null);
  return (
    <Field error={error} label={label} {...(meaning === undefined ? {} : { meaning })}>
      {ids => (
        <Segments
          {...ids}
          label={label}
          onChange={chosen => void onChange(chosen === 'on').then(setError)}
          options={options}
          value={value ? 'on' : 'off'}
        />
      )}
    </Field>
  );
}
