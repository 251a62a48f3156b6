// One place of the log line: type, see what fits below, Enter takes the first and goes on.
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import styles from './log.module.css';

export type Suggestion = { readonly key: string; readonly label: string; readonly after?: ReactNode };

/** `more`: Enter with Shift, somebody else is to follow; `passing`: by Tab, on the way to the next place. */
export type PickedBy = 'enter' | 'more' | 'passing' | 'click';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly options: readonly Suggestion[];
  readonly onChange: (text: string) => void;
  readonly onPick: (option: Suggestion, how: PickedBy) => void;
  /** Enter when nothing is offered. */
  readonly onDone?: () => void;
  /** A paste; true when it was taken and nothing is to be typed. */
  readonly onPaste?: (text: string) => boolean;
  /** Backspace in an empty place. */
  readonly onBack?: () => void;
  readonly before?: ReactNode;
  readonly input?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
};

export function Suggest(props: Props) {
  const { label, value, placeholder, options, onChange, onPick, onDone, onBack, onPaste, before, input, autoFocus } =
    props;
  const id = useId();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const shown = open ? options : [];
  const position = Math.min(at, shown.length - 1);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const option = shown[position];
    if (event.key === 'ArrowDown') setAt((position + 1) % Math.max(1, shown.length));
    else if (event.key === 'ArrowUp') setAt((position - 1 + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter' && option) onPick(option, event.shiftKey ? 'more' : 'enter');
    else if (event.key === 'Tab' && !event.shiftKey && option && value.trim() !== '') onPick(option, 'passing');
    else if (event.key === 'Enter') onDone?.();
    else if (event.key === 'Backspace' && value === '') onBack?.();
    else return;
    if (event.key !== 'Backspace' && event.key !== 'Tab') event.preventDefault();
  }

  return (
    <div className={styles.index}>
      <span className={styles.word} id={`${id}-label`}>
        {label}
      </span>
      <div className={styles.entry}>
        {before}
        <input
          aria-activedescendant={shown[position] ? `${id}-${position}` : undefined}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-expanded={shown.length > 0}
          aria-labelledby={`${id}-label`}
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
          className={styles.input}
          onBlur={() => setOpen(false)}
          onChange={event => {
            setAt(0);
            setOpen(true);
            onChange(event.target.value);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onPaste={event => {
            if (onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
          placeholder={placeholder}
          ref={input}
          role="combobox"
          spellCheck={false}
          value={value}
        />
      </div>
      <div className={styles.list} hidden={shown.length === 0} id={`${id}-list`} role="listbox" aria-label={label}>
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input holds the focus and names the option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input hears the keys
          <div
            aria-selected={index === position}
            className={styles.option}
            id={`${id}-${index}`}
            key={option.key}
            onClick={() => onPick(option, 'click')}
            // The press would take the focus from the input and close the list before the click.
            onMouseDown={event => event.preventDefault()}
            role="option"
          >
            <span className={styles.optionLabel}>{option.label}</span>
            {option.after}
          </div>
        ))}
      </div>
    </div>
  );
}
