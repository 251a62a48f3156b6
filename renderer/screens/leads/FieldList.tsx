// Chooses one field of many: letters narrow the list, arrows walk it, Enter takes it.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ListField } from '../../../shared/lead-filter.ts';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './filters.module.css';

type Props = {
  readonly label: string;
  readonly fields: readonly ListField[];
  readonly onChoose: (field: ListField) => void;
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

export function FieldList({ label, fields, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const begins = (field: ListField) => Number(!plain(field.label).startsWith(plain(typed)));
  const shown = fields
    .filter(field => plain(field.label).includes(plain(typed)))
    .toSorted((one, other) => begins(one) - begins(other));

  function onKeyDown(event: KeyboardEvent) {
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(event.target as HTMLButtonElement);
    if (event.key === 'ArrowDown') items[Math.min(at + 1, items.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) items[at - 1]?.focus();
    else if (event.key === 'Enter' && at === -1 && shown[0]) onChoose(shown[0]);
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list inside
    <div className={styles.fieldList} onKeyDown={onKeyDown}>
      <Input data-autofocus label={label} onChange={setTyped} placeholder="Type a few letters" value={typed} />
      <ul ref={list}>
        {shown.map(field => (
          <li key={field.key}>
            <button className={styles.fieldItem} onClick={() => onChoose(field)} type="button">
              {field.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
