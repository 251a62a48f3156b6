// The head of a table: stays in sight, sorts by a click, and its edges are dragged to make columns wider or narrower.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell (aria-activedescendant)
import { type PointerEvent, useEffect, useRef } from 'react';
import { Help } from '../Help.tsx';
import { Icon } from '../Icon.tsx';
import styles from './table.module.css';
import type { TableProps } from './table-props.ts';

type Props<T> = Pick<
  TableProps<T>,
  'columns' | 'sort' | 'onSort' | 'onSelect' | 'onSelectAll' | 'selected' | 'onResize'
> & {
  readonly tracks: string;
  readonly narrowest: number;
};

export function DataHead<T>({ columns, tracks, sort = null, onSort, narrowest, ...rest }: Props<T>) {
  const { onSelect, onSelectAll, selected = 'none', onResize } = rest;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected === 'some';
  }, [selected]);
  return (
    <div aria-rowindex={1} className={styles.head} role="row" style={{ gridTemplateColumns: tracks }}>
      {onSelect && (
        <div className={styles.boxCell} role="columnheader">
          <input
            aria-label="Select all"
            checked={selected === 'all'}
            className={styles.box}
            onChange={onSelectAll}
            ref={box}
            type="checkbox"
          />
        </div>
      )}
      {columns.map(column => {
        const sorted = sort?.by === column.id;
        const text = column.meaning ? (
          <Help meaning={column.meaning} stop={!column.sortable}>
            {column.head}
          </Help>
        ) : (
          column.head
        );
        return (
          <div
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={styles.headCell}
            data-align={column.align}
            key={column.id}
            role="columnheader"
          >
            {column.sortable && onSort ? (
              <button className={styles.sort} onClick={() => onSort(column.id)} type="button">
                <span className={styles.headText}>{text}</span>
                {sorted && <Icon name={sort.descending ? 'down' : 'up'} size={12} />}
              </button>
            ) : (
              <span className={styles.headText}>{text}</span>
            )}
            {onResize && (
              <span
                aria-hidden="true"
                className={styles.edge}
                onPointerDown={event =>
                  dragEdge(event, width => onResize(column.id, Math.max(narrowest, Math.round(width))))
                }
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Follows the pointer until it is let go. By keyboard a column is resized from its cells. */
function dragEdge(event: PointerEvent<HTMLElement>, onWidth: (width: number) => void) {
  event.preventDefault();
  const edge = event.currentTarget;
  const width = edge.parentElement?.offsetWidth ?? 0;
  const began = event.clientX;
  edge.setPointerCapture(event.pointerId);
  const move = (moved: globalThis.PointerEvent) => onWidth(width + moved.clientX - began);
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
}
