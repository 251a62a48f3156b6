// One row of a table: its box, its cells, and the editor in the cell that is being edited.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell (aria-activedescendant)
import { Bone } from '../feedback/Skeleton.tsx';
import { CellEditor } from './CellEditor.tsx';
import { rowHeight, type TableProps } from './DataTable.tsx';
import styles from './table.module.css';

type Props<T> = TableProps<T> & {
  readonly index: number;
  readonly column: number;
  readonly editing: boolean;
  readonly top: number;
  readonly tracks: string;
  readonly onBox: (shift: boolean) => void;
  readonly onCell: (column: number) => void;
  readonly onEdit: (column: number) => void;
  readonly onDone: () => void;
  readonly onNext: (by: 1 | -1) => void;
};

export function DataRow<T>(props: Props<T>) {
  const { columns, rowAt, keyOf, nameOf, index, at, column, openKey = null, isSelected, onSelect } = props;
  const row = rowAt(index);
  const selected = row !== undefined && isSelected ? isSelected(row) : undefined;
  return (
    <div
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={styles.row}
      data-at={index === at}
      data-open={row !== undefined && keyOf(row) === openKey}
      id={`row-${index}`}
      role="row"
      style={{ gridTemplateColumns: props.tracks, top: props.top, height: rowHeight }}
    >
      {onSelect && (
        <div className={styles.boxCell} role="gridcell">
          <input
            aria-label={row === undefined ? 'Select' : `Select ${nameOf?.(row) ?? keyOf(row)}`}
            checked={selected ?? false}
            className={styles.box}
            onChange={() => undefined}
            onClick={event => props.onBox(event.shiftKey)}
            tabIndex={-1}
            type="checkbox"
          />
        </div>
      )}
      {columns.map((shown, place) => {
        const here = index === at && place === column;
        const edit = here && props.editing && row !== undefined ? shown.edit?.(row) : undefined;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself hears the keys
          <div
            aria-colindex={place + 1}
            className={styles.cell}
            data-align={shown.align}
            data-editable={shown.edit !== undefined}
            data-here={here}
            id={`cell-${index}-${place}`}
            key={shown.id}
            onClick={() => !edit && props.onCell(place)}
            onDoubleClick={() => !edit && row !== undefined && shown.edit?.(row) !== undefined && props.onEdit(place)}
            role="gridcell"
          >
            {edit ? (
              <CellEditor edit={edit} label={shown.head} onDone={props.onDone} onNext={props.onNext} />
            ) : (
              <div className={styles.clip}>{row === undefined ? <Bone width="60%" /> : shown.cell(row)}</div>
            )}
          </div>
        );
      })}
    </div>
  );
}
