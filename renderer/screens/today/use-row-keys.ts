// Arrow keys move between rows; Tab moves to the actions of a row.
import type { KeyboardEvent, RefObject } from 'react';

export const useRowKeys = (list: RefObject<HTMLElement | null>) => (event: KeyboardEvent) => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (!row || !(event.target instanceof HTMLElement) || event.target.matches('input, [role=menuitem]')) return;
  const rows = [...(list.current?.querySelectorAll('[data-row]') ?? [])];
  const next = rows[rows.indexOf(row) + by]?.querySelector<HTMLElement>('[data-lead]');
  if (!next) return;
  event.preventDefault();
  next.focus();
};
