// The basis of every long list: a table of any length of which only what is seen exists. One cell has the keyboard; rows are
// opened, selected and put in order, cells edited where they stand.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell (aria-activedescendant)
import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { DataHead } from './DataHead.tsx';
import { DataRow, type RowActions } from './DataRow.tsx';
import styles from './table.module.css';
import { rowHeight, type TableProps } from './table-props.ts';
import { copyCell, useCellMenu } from './use-cell-menu.tsx';
import { useStable } from './use-stable-callbacks.ts';
import { gridKey, nextEditable } from './walk.ts';

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
    return Array.from({ length: drawn }, (_, slot) => first + slot);
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
  const firstSlot = useRef(0);
  if (!rows.isScrolling && !editing) firstSlot.current = from;
  const placed = items
    .map(item => ({
      ...item,
      slot: (((item.index - firstSlot.current) % items.length) + items.length) % items.length,
    }))
    .sort((one, other) => one.slot - other.slot);
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
    const request = gridKey(event, { row: at, column: here, count, columns: columns.length, page });
    if (request === null) return;
    switch (request.what) {
      case 'go':
        if (request.select && onSelect) {
          anchor.current ??= at;
          onSelect(Math.min(anchor.current, request.row), Math.max(anchor.current, request.row), 'add');
        } else {
          anchor.current = null;
        }
        goTo(request.row, request.column);
        break;
      case 'enter':
        if (!startEdit() && row) onOpen?.(row);
        break;
      case 'edit':
        startEdit();
        break;
      case 'copy':
        void copyCell(at, here);
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
        if (shown && onResize) onResize(shown.id, Math.max(narrowest, shown.width + request.by));
        break;
      default:
        request satisfies never;
    }
    event.preventDefault();
  }

  const actions = useStable<RowActions>({
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

  const { menu, onContextMenu } = useCellMenu({
    columns,
    rowAt,
    menuOf: props.menuOf,
    here: { row: at, column: here },
    goTo,
    edit: actions.edit,
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
      onContextMenu={onContextMenu}
      onKeyDown={onKeyDown}
      onScroll={event => setAside(event.currentTarget.scrollLeft !== 0)}
      ref={scroller}
      role="grid"
      tabIndex={0}
    >
      <div className={styles.table} style={{ height: rows.getTotalSize() + rowHeight }}>
        <DataHead {...props} narrowest={narrowest} tracks={tracks} />
        {placed.map(({ index, start, slot }) => {
          const row = rowAt(index);
          return (
            <DataRow
              boxes={onSelect !== undefined}
              columns={columns}
              actions={actions}
              editing={editing && index === at}
              here={index === at ? here : null}
              index={index}
              key={slot}
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
      {menu}
    </div>
  );
}
