// One row of a table: its box, its cells, and the editor in the cell that is being edited.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go by position cannot be table rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the cell (aria-activedescendant)
import { memo } from 'react';
import { Bone } from '../feedback/Skeleton.tsx';
import { CellEditor } from './CellEditor.tsx';
import styles from './table.module.css';
import { type Column, rowHeight } from './table-props.ts';

/** What is done in a row; the same object as long as the table is there, so that a row is only drawn anew when it changes. */
export type RowActions = {
  readonly box: (index: number, shift: boolean) => void;
  readonly cell: (index: number, column: number) => void;
  readonly edit: (index: number, column: number) => void;
  readonly done: () => void;
  readonly next: (by: 1 | -1) => void;
};

type Props<T> = {
  /** Undefined while it is still coming. */
  readonly row: T | undefined;
  readonly name: string;
  readonly index: number;
  readonly columns: readonly Column<T>[];
  /** Where the keyboard is in this row; null: in another one. */
  readonly here: number | null;
  readonly editing: boolean;
  readonly open: boolean;
  /** Undefined: rows cannot be selected here. */
  readonly selected: boolean | undefined;
  readonly boxes: boolean;
  readonly top: number;
  readonly tracks: string;
  readonly actions: RowActions;
};

function Row<T>({ row, name, index, columns, here, editing, open, selected, boxes, top, tracks, actions }: Props<T>) {
  return (
    <div
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={styles.row}
      data-at={here !== null}
      data-open={open}
      id={`row-${index}`}
      role="row"
      style={{ gridTemplateColumns: tracks, top, height: rowHeight }}
    >
      {boxes && (
        <div className={styles.boxCell} role="gridcell">
          <input
            aria-label={`Select ${name}`.trim()}
            checked={selected ?? false}
            className={styles.box}
            onChange={() => undefined}
            onClick={event => actions.box(index, event.shiftKey)}
            tabIndex={-1}
            type="checkbox"
          />
        </div>
      )}
      {columns.map((shown, position) => {
        const isHere = position === here;
        const edit = isHere && editing && row !== undefined ? shown.edit?.(row) : undefined;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself hears the keys
          <div
            aria-colindex={position + 1}
            className={styles.cell}
            data-align={shown.align}
            data-editable={shown.edit !== undefined}
            data-editing={edit !== undefined && edit.kind !== 'own'}
            data-here={isHere}
            id={`cell-${index}-${position}`}
            key={shown.id}
            onClick={() => !edit && actions.cell(index, position)}
            onDoubleClick={() =>
              !edit && row !== undefined && shown.edit?.(row) !== undefined && actions.edit(index, position)
            }
            role="gridcell"
          >
            {edit ? (
              <CellEditor edit={edit} label={shown.head} onDone={actions.done} onNext={actions.next} />
            ) : (
              <div className={styles.clip}>
                {row === undefined ? position === 0 && <Bone width="60%" /> : shown.cell(row)}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn anew only when something in it changes: scrolling draws the table sixty times a second. */
export const DataRow = memo(Row) as typeof Row;
