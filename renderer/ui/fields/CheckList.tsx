// Several of many: type to narrow the list, arrows move, Space turns one over. Each click counts at once.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import styles from './check-list.module.css';
import fields from './fields.module.css';

export type CheckOption = { readonly value: string; readonly label: string; readonly glyph?: ReactNode };

type Props = {
  readonly label: string;
  readonly options: readonly CheckOption[];
  readonly value: readonly string[];
  /** Says what is turned over, never the whole choice: two quick clicks both count. */
  readonly onTurn: (one: string, on: boolean) => void;
  /** Called with what was typed when nothing is called so: makes a new one. */
  readonly onNew?: (label: string) => void;
  /** Some of the leads have it, not all. */
  readonly partly?: ReadonlySet<string>;
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
/** Fewer are seen at a glance. */
const glance = 8;

export function CheckList({ label, options, value, onTurn, onNew, partly }: Props) {
  const [search, setSearch] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  const shown = options.filter(option => plain(option.label).includes(plain(search)));
  const isNew = onNew && search.trim() !== '' && !options.some(option => plain(option.label) === plain(search));
  const turn = (one: string) => onTurn(one, !value.includes(one));

  function onKeyDown(event: KeyboardEvent) {
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    const at = boxes.indexOf(event.target as HTMLInputElement);
    if (event.key === 'ArrowDown') boxes[Math.min(at + 1, boxes.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) boxes[at - 1]?.focus();
    else if (event.key === 'Enter' && at === -1 && search.trim() !== '') {
      if (isNew) onNew(search.trim());
      else if (shown[0]) turn(shown[0].value);
      setSearch('');
    } else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the boxes inside
    <div className={styles.checkList} onKeyDown={onKeyDown}>
      {(options.length > glance || onNew) && (
        <input
          aria-label={`Find: ${label}`}
          autoComplete="off"
          className={fields.input}
          onChange={event => setSearch(event.target.value)}
          placeholder={onNew ? 'Find or add' : 'Find'}
          spellCheck={false}
          value={search}
        />
      )}
      <fieldset aria-label={label} className={styles.list} ref={list}>
        {shown.map(option => (
          <label className={styles.option} key={option.value}>
            <input
              checked={value.includes(option.value)}
              onChange={() => turn(option.value)}
              ref={element => {
                if (element) element.indeterminate = partly?.has(option.value) ?? false;
              }}
              type="checkbox"
            />
            {option.glyph}
            <span>{option.label}</span>
          </label>
        ))}
        {isNew && (
          <button
            className={styles.fresh}
            onClick={() => {
              onNew(search.trim());
              setSearch('');
            }}
            type="button"
          >
            Add “{search.trim()}”
          </button>
        )}
        {shown.length === 0 && !isNew && (
          <p className={styles.none}>{search.trim() === '' ? 'None yet.' : `No results for “${search}”.`}</p>
        )}
      </fieldset>
    </div>
  );
}
