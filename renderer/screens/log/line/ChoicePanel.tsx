// One part of the line, to be chosen: a list in which a digit, the arrows or a click choose, and a field that searches it.
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './line.module.css';

export type Choice = { readonly key: string; readonly label: string; readonly after?: string | null };

type Props = {
  /** The question, or what is chosen here. */
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly placeholder: string;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onPick: (key: string) => void;
  readonly onClose: () => void;
  /** Why what was typed cannot be used. */
  readonly problem?: string | null;
};

export function ChoicePanel({ title, choices, placeholder, typed, onTyped, onPick, onClose, problem = null }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const position = Math.min(at, choices.length - 1);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => document.getElementById(`${id}-${position}`)?.scrollIntoView({ block: 'nearest' }), [id, position]);

  function onKeyDown(event: KeyboardEvent) {
    const digit = typed === '' && /^[1-9]$/.test(event.key) && !event.altKey ? choices[Number(event.key) - 1] : null;
    const here = choices[position];
    if (digit) onPick(digit.key);
    else if (event.key === 'ArrowDown') setAt((position + 1) % Math.max(1, choices.length));
    else if (event.key === 'ArrowUp') setAt((position - 1 + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && here) onPick(here.key);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section aria-labelledby={`${id}-title`} className={styles.panel}>
      <h3 id={`${id}-title`}>{title}</h3>
      <input
        aria-activedescendant={choices[position] ? `${id}-${position}` : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        aria-expanded
        aria-label={placeholder}
        autoComplete="off"
        className={styles.find}
        data-passing
        onChange={event => {
          setAt(0);
          onTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        ref={field}
        role="combobox"
        spellCheck={false}
        value={typed}
      />
      {problem !== null && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div aria-label={title} className={styles.choices} id={`${id}-list`} role="listbox">
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus and names the choice
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            aria-selected={index === position}
            className={styles.choice}
            id={`${id}-${index}`}
            key={choice.key}
            onClick={() => onPick(choice.key)}
            onMouseDown={event => event.preventDefault()}
            role="option"
          >
            <kbd aria-hidden className={styles.digit}>
              {typed === '' && index < 9 ? index + 1 : ''}
            </kbd>
            <span className={styles.choiceLabel}>{choice.label}</span>
            {choice.after && <span className={styles.after}>{choice.after}</span>}
          </div>
        ))}
      </div>
    </section>
  );
}
