// A list of rows that can be archived or deleted: the keyboard then stands on the same button of the row that follows.
import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './settings.module.css';

const reachable = 'button, input, textarea, select, a[href]';

export function Rows({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  const last = useRef({ row: 0, index: 0 });
  const before = useRef(0);

  useEffect(() => {
    const rows = [...(list.current?.children ?? [])];
    const fewer = rows.length < before.current;
    before.current = rows.length;
    // A row that goes takes the focus along without a word.
    if (!fewer || document.activeElement !== document.body) return;
    const row = rows[Math.min(last.current.row, rows.length - 1)];
    const inRow = [...(row?.querySelectorAll<HTMLElement>(reachable) ?? [])];
    inRow[Math.min(last.current.index, inRow.length - 1)]?.focus();
  });

  function onFocus({ target }: FocusEvent) {
    const row = [...(list.current?.children ?? [])].findIndex(one => one.contains(target));
    const inRow = list.current?.children[row]?.querySelectorAll(reachable) ?? [];
    last.current = { row, index: [...inRow].indexOf(target) };
  }

  return (
    <ul className={styles.rows} onFocus={onFocus} ref={list}>
      {children}
    </ul>
  );
}
