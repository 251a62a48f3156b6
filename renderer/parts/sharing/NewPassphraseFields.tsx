// A new passphrase of a shared workspace, typed twice.
import { Input } from '../../ui/fields/Input.tsx';

export type TypedTwice = { readonly passphrase: string; readonly again: string };
export type PassphraseProblem = { readonly field: keyof TypedTwice; readonly text: string };

export const notTheSame: PassphraseProblem = { field: 'again', text: 'The two passphrases are not the same.' };

type Props = {
  /** "Passphrase", "New passphrase". */
  readonly label: string;
  readonly typed: TypedTwice;
  readonly onType: (typed: TypedTwice) => void;
  readonly problem: PassphraseProblem | null;
  readonly readOnly: boolean;
};

export function NewPassphraseFields({ label, typed, onType, problem, readOnly }: Props) {
  const field = (name: keyof TypedTwice) => ({
    autoComplete: 'new-password',
    error: problem?.field === name ? problem.text : null,
    onChange: (text: string) => onType({ ...typed, [name]: text }),
    readOnly,
    type: 'password' as const,
    value: typed[name],
  });
  return (
    <>
      <Input
        {...field('passphrase')}
        label={label}
        meaning="At least 12 characters. Four or five unrelated words are easy to remember."
      />
      <Input {...field('again')} label={`Repeat ${label.toLowerCase()}`} />
    </>
  );
}
