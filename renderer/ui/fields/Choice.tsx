// One of a list: type to narrow it, arrows and Enter to choose. Behavior by Mantine's Combobox, looks by us.
import { Combobox, HeadlessMantineProvider, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './choice.module.css';

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly glyph?: ReactNode;
  /** Options of one group stand together under its name. */
  readonly group?: string;
};

type Props = {
  readonly id?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
  /** Offers "None" on top. */
  readonly clearable?: boolean;
  readonly placeholder?: string;
  /** inline: looks like text until it is touched. */
  readonly look?: 'field' | 'inline';
  /** Takes the keyboard when what holds it opens. */
  readonly 'data-autofocus'?: true;
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Mantine without its sheets: they would arrive in the page as a style element, which the CSP forbids. */
export const Choice = (props: Props) => (
  <HeadlessMantineProvider>
    <ChoiceBox {...props} />
  </HeadlessMantineProvider>
);

function ChoiceBox(props: Props) {
  const { label, value, options, onChange, clearable = false, placeholder = 'Choose', look = 'field', ...ids } = props;
  const [search, setSearch] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ onDropdownClose: () => setSearch(null) });
  const selectFirst = box.selectFirstOption;
  useEffect(() => {
    if (search) selectFirst();
  }, [search, selectFirst]);
  // The list has its id only once it is drawn; drawing again lets the field name it (aria-expanded, aria-controls).
  const [, drawAgain] = useState(0);
  useEffect(() => {
    if (box.dropdownOpened) drawAgain(times => times + 1);
  }, [box.dropdownOpened]);
  const chosen = options.find(option => option.value === value);
  const shown = search ? options.filter(option => plain(option.label).includes(plain(search))) : options;
  // A list inside a dialog or a floating box must be drawn inside it: what lies outside is beneath, and inert.
  const layer = input.current?.closest<HTMLElement>('dialog, [popover]');

  const one = (option: Option) => (
    <Combobox.Option active={option.value === value} key={option.value} value={option.value}>
      {option.glyph}
      <span>{option.label}</span>
      {option.value === value && <Icon name="check" size={14} />}
    </Combobox.Option>
  );

  return (
    <Combobox
      classNames={{
        dropdown: styles.list ?? '',
        option: styles.option ?? '',
        empty: styles.empty ?? '',
        groupLabel: styles.group ?? '',
      }}
      floatingStrategy="fixed"
      keepMounted={false}
      offset={4}
      onOptionSubmit={next => {
        onChange(next || null);
        box.closeDropdown();
      }}
      portalProps={layer ? { target: layer } : {}}
      position="bottom-start"
      store={box}
      width="target"
    >
      <Combobox.Target>
        <span className={styles.choice} data-look={look}>
          {chosen?.glyph && search === null && <span className={styles.glyph}>{chosen.glyph}</span>}
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              {...ids}
              aria-label={ids.id ? undefined : label}
              autoComplete="off"
              className={styles.input}
              onBlur={() => box.closeDropdown()}
              onChange={event => {
                setSearch(event.target.value);
                box.openDropdown();
              }}
              onClick={() => box.openDropdown()}
              onFocus={event => event.currentTarget.select()}
              onKeyDown={event => event.key === 'Escape' && box.dropdownOpened && event.stopPropagation()}
              placeholder={chosen?.label ?? placeholder}
              ref={input}
              spellCheck={false}
              // Open, the field is empty: what is typed replaces the choice, it does not lengthen its name.
              value={search ?? (box.dropdownOpened ? '' : (chosen?.label ?? ''))}
            />
          </Combobox.EventsTarget>
          <Icon name="down" size={14} />
        </span>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label}>
          {clearable && value !== null && !search && (
            <Combobox.Option value="">
              <span className={styles.none}>None</span>
            </Combobox.Option>
          )}
          {groupsOf(shown).map(([group, some]) =>
            group === '' ? (
              some.map(one)
            ) : (
              <Combobox.Group key={group} label={group}>
                {some.map(one)}
              </Combobox.Group>
            ),
          )}
          {shown.length === 0 && <Combobox.Empty>No results for “{search}”.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Options by group, in the order in which the groups first come. */
function groupsOf(options: readonly Option[]): readonly (readonly [group: string, options: readonly Option[]])[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const group = option.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
}
