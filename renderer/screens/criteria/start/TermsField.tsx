// Input of several words, with suggestions.
import { type KeyboardEvent, useId, useState } from 'react';
import { announce } from '../../../ui/feedback/announce.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './terms-field.module.css';

type Props = {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
};

const maxSuggested = 5;
const alike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export function TermsField({ label, values, onChange, placeholder, suggestions = [] }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const offered = suggestions.filter(word => !values.some(value => alike(value, word))).slice(0, maxSuggested);

  function add(typed: string) {
    const text = typed
      .split(/[,;\n]/)
      .map(word => word.trim())
      .filter((word, index, all) => word !== '' && all.findIndex(other => alike(other, word)) === index);
    const fresh = text.filter(word => !values.some(value => alike(value, word)));
    if (fresh.length > 0) onChange([...values, ...fresh]);
    setText('');
  }
  function remove(word: string) {
    onChange(values.filter(value => value !== word));
    announce(`${word} removed`);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      remove(values.at(-1) ?? '');
    }
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        {values.map(word => (
          <span className={styles.word} key={word}>
            {word}
            <button aria-label={`Remove ${word}`} onClick={() => remove(word)} type="button">
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        <input
          autoComplete="off"
          className={styles.input}
          id={id}
          onBlur={() => add(text)}
          onChange={event =>
            /[,;\n]/.test(event.target.value) ? add(event.target.value) : setText(event.target.value)
          }
          onKeyDown={onKeyDown}
          placeholder={values.length === 0 ? placeholder : undefined}
          spellCheck={false}
          value={text}
        />
      </div>
      {offered.length > 0 && (
        <div className={styles.offered}>
          {offered.map(word => (
            <button aria-label={`Add ${word}`} key={word} onClick={() => add(word)} type="button">
              + {word}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
