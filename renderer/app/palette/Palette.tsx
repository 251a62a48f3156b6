// The command palette: type part of a name or of what you want, Enter. Everything in it can also be clicked.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { hoverCardStore } from '../../ui/hover-card/hover-card-store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { nextIndex } from '../../ui/table/walk.ts';
import type { PaletteChoice } from './choices.ts';
import styles from './palette.module.css';
import { useChoices } from './use-choices.tsx';

const page = 8;

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const groups = useChoices(typed);
  const all = groups.flatMap(({ choices }) => choices);
  const here = Math.min(at, all.length - 1);

  useEffect(() => {
    const before = document.activeElement;
    hoverCardStore.close();
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    dialog.current?.querySelector(`[data-at="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  /** Closed first, so that what it does finds the keyboard where it was. */
  function pick(choice: PaletteChoice | undefined) {
    if (!choice) return;
    onClose();
    choice.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const walks = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].includes(event.key);
    if (walks) setAt(nextIndex(event.key, here, all.length, page) ?? 0);
    else if (event.key === 'Enter') pick(all[here]);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <dialog
      aria-label="Search and commands"
      className={styles.palette}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => event.target === dialog.current && onClose()}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
      ref={dialog}
    >
      <div className={styles.sheet}>
        <label className={styles.entry}>
          <Icon name="search" />
          <input
            aria-activedescendant={all[here] ? `${id}-${here}` : undefined}
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-expanded={all.length > 0}
            aria-label="Search leads, screens and commands"
            autoComplete="off"
            autoFocus
            className={styles.input}
            data-passing
            onChange={event => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
            placeholder="Search leads, screens and commands"
            role="combobox"
            spellCheck={false}
            value={typed}
          />
        </label>
        <div aria-label="Results" className={styles.list} id={`${id}-list`} role="listbox" tabIndex={-1}>
          {groups.map(group => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div aria-label={group.title} key={group.title} role="group">
              <p aria-hidden="true" className={styles.title}>
                {group.title}
              </p>
              {group.choices.map(choice => {
                const index = all.indexOf(choice);
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the input holds the keyboard and names the option
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the input hears the keys
                  <div
                    aria-selected={index === here}
                    className={styles.choice}
                    data-at={index}
                    id={`${id}-${index}`}
                    key={choice.key}
                    onClick={() => pick(choice)}
                    onMouseDown={event => event.preventDefault()}
                    onPointerMove={() => setAt(index)}
                    role="option"
                  >
                    <span className={styles.glyph}>{choice.glyph}</span>
                    <span className={styles.label}>{choice.label}</span>
                    {choice.after}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {all.length === 0 && (
          <p className={styles.nothing} role="status">
            No results for “{typed}”.
          </p>
        )}
      </div>
    </dialog>
  );
}
