// The last line of a list of the owner's own: a name, what else is asked of it, and Add. Ready for the next one at once.
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './settings.module.css';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  /** Answers why it was refused, or null. */
  readonly onAdd: (name: string) => Promise<string | null>;
  /** What else is asked, between the name and the button. */
  readonly children?: ReactNode;
};

export function AddByName({ label, placeholder, onAdd, children }: Props) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const add = async (typed: string) => {
    // Free for the next name at once; a refused one comes back, unless another has been typed meanwhile.
    setName('');
    setProblem(null);
    // The button is of no use without a name, and must not take the keyboard along.
    input.current?.focus();
    const message = await onAdd(typed);
    if (message === null) return;
    const isFree = input.current?.value === '';
    if (isFree) setName(typed);
    setProblem(isFree ? message : `“${typed}” was not added. ${message}`);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void add(name.trim());
  };
  return (
    <form className={styles.add} onSubmit={onSubmit}>
      <Input
        error={problem}
        label={label}
        layout="bare"
        onChange={text => {
          setName(text);
          setProblem(null);
        }}
        placeholder={placeholder}
        ref={input}
        value={name}
      />
      {children}
      <Button disabled={name.trim() === ''} type="submit">
        Add
      </Button>
    </form>
  );
}
