// A part of the line that is a text: company or note.
import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import styles from './line.module.css';
import { closeOn, focusOnce } from './panel-keys.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onAnswer: (text: string) => void;
  readonly onClose: () => void;
};

export function TextPanel({ label, value, most, onAnswer, onClose }: Props) {
  const [text, setText] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(text.trim());
  };
  return (
    <form aria-label={label} className={styles.panel} onKeyDown={closeOn(onClose)} onSubmit={submit}>
      <Input label={label} layout="stack" maxLength={most} onChange={setText} ref={focusOnce} value={text} />
      <div className={styles.buttons}>
        <Button type="submit">Set {label.toLowerCase()}</Button>
      </div>
    </form>
  );
}
