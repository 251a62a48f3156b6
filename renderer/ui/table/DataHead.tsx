// The head of a table: stays in sight, sorts by a click.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row (aria-activedescendant)
import { Help } from '../Help.tsx';
import { Icon } from '../Icon.tsx';
import type { Column, Sort } from './DataTable.tsx';
import styles from './table.module.css';

type Props<T> = {
  readonly columns: readonly Column<T>[];
  readonly tracks: string;
  readonly sort: Sort | null;
  readonly onSort: ((by: string) => void) | undefined;
};

export function DataHead<T>({ columns, tracks, sort, onSort }: Props<T>) {
  return (
    <div aria-rowindex={1} className={styles.head} role="row" style={{ gridTemplateColumns: tracks }}>
      {columns.map(column => {
        const sorted = sort?.by === column.id;
        const words = column.meaning ? (
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
                {words}
                {sorted && <Icon name={sort.descending ? 'down' : 'up'} size={12} />}
              </button>
            ) : (
              words
            )}
          </div>
        );
      })}
    </div>
  );
}
