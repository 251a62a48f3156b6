// Which row and cell a key leads to in a table, and what else a key asks of it.

type Press = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};
type GridCell = { readonly row: number; readonly column: number };
type Grid = GridCell & { readonly count: number; readonly columns: number; readonly page: number };

export type GridAction =
  | ({ readonly what: 'go'; readonly select: boolean } & GridCell)
  | { readonly what: 'enter' | 'edit' | 'select' | 'all' | 'copy' }
  | { readonly what: 'resize'; readonly by: number };

/** Pixels by which a key widens a column. */
const step = 16;

/** Null when the key does not walk, or there is nowhere to go. */
export function nextIndex(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1);
    case 'ArrowUp':
      return clamp(at - 1);
    case 'PageDown':
      return clamp(at + Math.max(1, page));
    case 'PageUp':
      return clamp(at - Math.max(1, page));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** What a key press asks of the table; null: nothing, it goes on to others. */
export function gridKey(press: Press, grid: Grid): GridAction | null {
  const { key, shiftKey, altKey } = press;
  const mod = press.ctrlKey || press.metaKey;
  const { row, column, count, columns, page } = grid;
  if (altKey && shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    return { what: 'resize', by: key === 'ArrowLeft' ? -step : step };
  }
  if (altKey) return null;
  if (mod) {
    if (key === 'a' || key === 'A') return { what: 'all' };
    if (key === 'c' || key === 'C') return { what: 'copy' };
    if (key === 'Home') return { what: 'go', row: 0, column, select: shiftKey };
    if (key === 'End') return { what: 'go', row: count - 1, column, select: shiftKey };
    return null;
  }
  if (key === 'ArrowLeft') return { what: 'go', row, column: Math.max(0, column - 1), select: false };
  if (key === 'ArrowRight') return { what: 'go', row, column: Math.min(columns - 1, column + 1), select: false };
  if (key === 'Enter') return { what: 'enter' };
  if (key === 'F2') return { what: 'edit' };
  if (key === ' ') return { what: 'select' };
  const next = nextIndex(key, row, count, page);
  return next === null ? null : { what: 'go', row: next, column, select: shiftKey };
}

type Editable<T> = { readonly edit?: (row: T) => unknown };

/** The next cell that can be edited, along the row and on into the next one; null at the end of what is loaded. */
export function nextEditable<T>(
  columns: readonly Editable<T>[],
  rowAt: (index: number) => T | undefined,
  { row, column }: GridCell,
  by: 1 | -1,
  count: number,
): GridCell | null {
  let slot = { row, column: column + by };
  for (;;) {
    if (slot.column < 0) slot = { row: slot.row - 1, column: columns.length - 1 };
    if (slot.column >= columns.length) slot = { row: slot.row + 1, column: 0 };
    const value = slot.row >= 0 && slot.row < count ? rowAt(slot.row) : undefined;
    if (value === undefined || Math.abs(slot.row - row) > 1) return null;
    if (columns[slot.column]?.edit?.(value) !== undefined) return slot;
    slot = { ...slot, column: slot.column + by };
  }
}
