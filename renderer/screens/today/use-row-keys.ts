// Keys of a row: arrows move between rows, D is done, N plans the next step, C calls; Tab moves to the actions.
import type { KeyboardEvent, RefObject } from 'react';

/** A letter clicks the button of the row that stands for it. */
const letters: Readonly<Record<string, string>> = { d: '[data-done]', n: '[data-next]', c: '[data-call]' };

export const useRowKeys = (list: RefObject<HTMLElement | null>) => (event: KeyboardEvent) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (!row || !(event.target instanceof HTMLElement) || event.target.matches('input, textarea, [role=menuitem]'))
    return;
  const button = row.querySelector<HTMLElement>(letters[event.key.toLowerCase()] ?? 'none');
  if (button) {
    event.preventDefault();
    return button.click();
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const rows = [...(list.current?.querySelectorAll('[data-row]') ?? [])];
  const next = rows[rows.indexOf(row) + by]?.querySelector<HTMLElement>('[data-lead]');
  if (!next) return;
  event.preventDefault();
  next.focus();
};
