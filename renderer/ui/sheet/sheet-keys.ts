// Keys of a sheet: Enter and the arrows go up and down a column (`data-column` on the inputs), Tab goes on by itself.
import type { KeyboardEvent } from 'react';

/** For the `onKeyDown` of a table whose inputs say their column. */
export function moveInColumn(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  if ((!down && !up) || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
  const { column } = event.target.dataset;
  if (column === undefined) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)];
  const next = cells[cells.indexOf(event.target) + (down ? 1 : -1)];
  event.preventDefault();
  if (next) next.focus();
  else event.target.blur();
}
