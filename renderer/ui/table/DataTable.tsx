// The basis of every long list: a table of any length of which only what is seen exists, with keys to walk, open, select and sort.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Bone } from '../feedback/Skeleton.tsx';
import { DataHead } from './DataHead.tsx';
import styles from './table.module.css';
import { nextIndex } from './walk.ts';

export type Column<T> = {
  readonly id: string;
  readonly head: string;
  readonly meaning?: string;
  /** CSS grid track: "minmax(10rem, 2fr)", "6rem". */
  readonly width: string;
  readonly align?: 'end';
  readonly sortable?: boolean;
  readonly cell: (row: T) => ReactNode;
};
export type Sort = { readonly by: string; readonly descending: boolean };

type Props<T> = {
  /** Name for screen readers: "Leads". */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly count: number;
  /** Undefined while that row is still coming. */
  readonly rowAt: (index: number) => T | undefined;
  readonly keyOf: (row: T) => string;
  /** Rows now in sight, both included, to fetch by. */
  readonly onRange?: (from: number, to: number) => void;
  readonly onOpen?: (row: T) => void;
  readonly sort?: Sort | null;
  readonly onSort?: (by: string) => void;
  /** Index of the row that has the keyboard; kept by the screen, so that it survives a refresh. */
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (row: T, range: boolean) => void;
  /** The row whose panel is open. */
  readonly openKey?: string | null;
};

const rowHeight = 32;

export function DataTable<T>(props: Props<T>) {
  const { label, columns, count, rowAt, keyOf, onRange, onOpen, sort = null, onSort, at, onAt } = props;
  const { selected, onSelect, openKey = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
  });
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(from, to), [onRange, from, to]);

  function onKeyDown(event: KeyboardEvent) {
    const row = rowAt(at);
    if (event.target instanceof Element && event.target.closest('input, button, a, textarea')) return;
    if (event.key === 'Enter' && row) onOpen?.(row);
    else if (event.key === ' ' && row && onSelect) onSelect(row, event.shiftKey);
    else {
      const next = nextIndex(event.key, at, count, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      if (next === null) return;
      onAt(next);
      rows.scrollToIndex(next);
    }
    event.preventDefault();
  }

  const tracks = columns.map(column => column.width).join(' ');
  return (
    <div
      aria-activedescendant={count > 0 ? `row-${at}` : undefined}
      aria-label={label}
      aria-multiselectable={onSelect ? true : undefined}
      aria-rowcount={count + 1}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      ref={scroller}
      role="grid"
      tabIndex={0}
    >
      <div className={styles.table} style={{ height: rows.getTotalSize() + rowHeight }}>
        <DataHead columns={columns} onSort={onSort} sort={sort} tracks={tracks} />
        {items.map(item => {
          const row = rowAt(item.index);
          const key = row === undefined ? null : keyOf(row);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself hears the keys
            <div
              aria-rowindex={item.index + 2}
              aria-selected={key !== null && selected ? selected.has(key) : undefined}
              className={styles.row}
              data-at={item.index === at}
              data-open={key !== null && key === openKey}
              id={`row-${item.index}`}
              key={item.key}
              onClick={event => {
                onAt(item.index);
                if (row === undefined) return;
                if (onSelect && (event.shiftKey || event.ctrlKey || event.metaKey)) onSelect(row, event.shiftKey);
                else onOpen?.(row);
              }}
              role="row"
              style={{ gridTemplateColumns: tracks, top: item.start + rowHeight, height: rowHeight }}
            >
              {columns.map(column => (
                <div className={styles.cell} data-align={column.align} key={column.id} role="gridcell">
                  <div className={styles.clip}>{row === undefined ? <Bone width="60%" /> : column.cell(row)}</div>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
