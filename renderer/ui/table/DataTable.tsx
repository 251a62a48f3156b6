// The basis of every long list: a table of any length of which only what is seen exists. One cell has the keyboard; rows are
// opened, selected and put in order, cells edited where they stand.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell (aria-activedescendant)
import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CellEdit } from './CellEditor.tsx';
import { DataHead } from './DataHead.tsx';
import { DataRow, type RowDeeds } from './DataRow.tsx';
import styles from './table.module.css';
import { useStable } from './use-stable.ts';
import { gridKey, nextEditable } from './walk.ts';

export type Column<T> = {
  readonly id: string;
  readonly head: string;
  readonly meaning?: string;
  /** Pixels at 100 %. */
  readonly width: number;
  /** Takes its share of what is left over. When no column does, the last one takes all of it. */
  readonly grow?: boolean;
  readonly align?: 'end';
  readonly sortable?: boolean;
  readonly cell: (row: T) => ReactNode;
  /** How the cell of a row is edited; undefined: it is not. */
  readonly edit?: (row: T) => CellEdit | undefined;
};
export type Sort = { readonly by: string; readonly descending: boolean };

export type TableProps<T> = {
  /** Name for screen readers: "Leads". */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly count: number;
  /** Undefined while that row is still coming. */
  readonly rowAt: (index: number) => T | undefined;
  readonly keyOf: (row: T) => string;
  readonly nameOf?: (row: T) => string;
  /** Rows now in sight, both included, to fetch by. */
  readonly onRange?: (from: number, to: number) => void;
  readonly onOpen?: (row: T) => void;
  readonly sort?: Sort | null;
  readonly onSort?: (by: string) => void;
  /** Index of the row that has the keyboard; kept by the screen, so that it survives a refresh. */
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly isSelected?: (row: T) => boolean;
  /** Adds all rows between to those selected, both included; or turns the one row over. */
  readonly onSelect?: (from: number, to: number, how: 'add' | 'turn') => void;
  readonly onSelectAll?: () => void;
  /** All, some or none of the rows are selected: the box in the head. */
  readonly selected?: 'all' | 'some' | 'none';
  readonly onResize?: (column: string, width: number) => void;
  /** The row whose panel is open. */
  readonly openKey?: string | null;
};

export const rowHeight = 32;
export const boxWidth = 40;
const narrowest = 56;
/** Rows drawn above and below those in sight. */
const overscan = 6;

export function DataTable<T>(props: TableProps<T>) {
  const { columns, count, rowAt, onRange, onOpen, at, onAt, onSelect, onSelectAll, onResize } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState(0);
  const [editing, setEditing] = useState(false);
  /** Moved sideways: the first column sticks. */
  const [aside, setAside] = useState(false);
  /** Where a selection by Shift began. */
  const anchor = useRef<number | null>(null);
  const tallest = useRef(0);
  /** Always as many rows as were ever needed: none is made or thrown away while one scrolls. */
  const rangeExtractor = useCallback((seen: Range) => {
    tallest.current = Math.max(tallest.current, seen.endIndex - seen.startIndex + 1);
    const drawn = Math.min(seen.count, tallest.current + 2 * overscan);
    const first = Math.max(0, Math.min(seen.startIndex - overscan, seen.count - drawn));
    return Array.from({ length: drawn }, (_, place) => first + place);
  }, []);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    rangeExtractor,
    scrollPaddingStart: rowHeight,
  });
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(from, to), [onRange, from, to]);
  // Rows are used again: one that goes out of sight is filled with the one that comes, which costs a third of a new one.
  // Rows are in document order while nothing scrolls, as screen readers expect.
  const firstPlace = useRef(0);
  if (!rows.isScrolling && !editing) firstPlace.current = from;
  const placed = items
    .map(item => ({
      ...item,
      place: (((item.index - firstPlace.current) % items.length) + items.length) % items.length,
    }))
    .sort((one, other) => one.place - other.place);
  const here = Math.min(column, columns.length - 1);
  const shown = columns[here];

  const showCell = useCallback((row: number, index: number) => {
    const cell = document.getElementById(`cell-${row}-${index}`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);

  function goTo(row: number, index: number) {
    onAt(row);
    setColumn(index);
    if (row !== at) rows.scrollToIndex(row);
    if (index !== here) showCell(row, index);
  }

  const stop = useCallback(() => {
    setEditing(false);
    scroller.current?.focus({ preventScroll: true });
  }, []);

  function startEdit(): boolean {
    const row = rowAt(at);
    const can = row !== undefined && shown?.edit?.(row) !== undefined;
    if (can) {
      showCell(at, here);
      setEditing(true);
    }
    return can;
  }

  /** Tab: the edit is written; the next cell that can be edited opens, in the next row when this one is at its end. */
  function editNext(by: 1 | -1) {
    const next = nextEditable(columns, rowAt, { row: at, column: here }, by, count);
    setEditing(false);
    if (next === null) return stop();
    goTo(next.row, next.column);
    setEditing(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== scroller.current) return;
    const row = rowAt(at);
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1;
    const asked = gridKey(event, { row: at, column: here, count, columns: columns.length, page });
    if (asked === null) return;
    switch (asked.what) {
      case 'go':
        if (asked.select && onSelect) {
          anchor.current ??= at;
          onSelect(Math.min(anchor.current, asked.row), Math.max(anchor.current, asked.row), 'add');
        } else {
          anchor.current = null;
        }
        goTo(asked.row, asked.column);
        break;
      case 'enter':
        if (!startEdit() && row) onOpen?.(row);
        break;
      case 'edit':
        startEdit();
        break;
      case 'select':
        if (!onSelect) return;
        anchor.current = at;
        onSelect(at, at, 'turn');
        break;
      case 'all':
        if (!onSelectAll) return;
        onSelectAll();
        break;
      case 'resize':
        if (shown && onResize) onResize(shown.id, Math.max(narrowest, shown.width + asked.by));
        break;
      default:
        asked satisfies never;
    }
    event.preventDefault();
  }

  const deeds = useStable<RowDeeds>({
    box: (index, shift) => {
      const first = shift ? (anchor.current ?? at) : index;
      if (!shift) anchor.current = index;
      onAt(index);
      onSelect?.(Math.min(first, index), Math.max(first, index), shift ? 'add' : 'turn');
    },
    cell: (row, index) => {
      const again = row === at && index === here && document.activeElement === scroller.current;
      goTo(row, index);
      anchor.current = row;
      const there = rowAt(row);
      const can = there !== undefined && columns[index]?.edit?.(there) !== undefined;
      if (again && can) setEditing(true);
      else if (!can && there) onOpen?.(there);
    },
    edit: (row, index) => {
      goTo(row, index);
      setEditing(true);
    },
    done: stop,
    next: editNext,
  });

  const anyGrows = columns.some(({ grow }) => grow);
  const tracks = [
    ...(onSelect ? [`${boxWidth}px`] : []),
    ...columns.map(({ width, grow = false }, index) =>
      grow || (!anyGrows && index === columns.length - 1) ? `minmax(${width}px, ${width}fr)` : `${width}px`,
    ),
  ].join(' ');
  return (
    <div
      aria-activedescendant={count > 0 ? `cell-${at}-${here}` : undefined}
      aria-colcount={columns.length}
      aria-label={props.label}
      aria-multiselectable={onSelect ? true : undefined}
      aria-rowcount={count + 1}
      className={styles.scroller}
      data-aside={aside}
      data-boxes={onSelect !== undefined}
      onKeyDown={onKeyDown}
      onScroll={event => setAside(event.currentTarget.scrollLeft !== 0)}
      ref={scroller}
      role="grid"
      tabIndex={0}
    >
      <div className={styles.table} style={{ height: rows.getTotalSize() + rowHeight }}>
        <DataHead {...props} narrowest={narrowest} tracks={tracks} />
        {placed.map(({ index, start, place }) => {
          const row = rowAt(index);
          return (
            <DataRow
              boxes={onSelect !== undefined}
              columns={columns}
              deeds={deeds}
              editing={editing && index === at}
              here={index === at ? here : null}
              index={index}
              key={place}
              name={row === undefined ? '' : (props.nameOf ?? props.keyOf)(row)}
              open={row !== undefined && props.keyOf(row) === (props.openKey ?? null)}
              row={row}
              selected={row === undefined ? undefined : props.isSelected?.(row)}
              top={start + rowHeight}
              tracks={tracks}
            />
          );
        })}
      </div>
    </div>
  );
}
