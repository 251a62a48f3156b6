// What a table is given: its columns, its rows, its order.
import type { ReactNode } from 'react';
import type { MenuSection } from '../floating/Menu.tsx';
import type { CellEdit } from './CellEditor.tsx';

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
  /** What a right click on a row offers, below editing and copying its cell. */
  readonly menuOf?: (row: T) => readonly MenuSection[];
  /** The row whose panel is open. */
  readonly openKey?: string | null;
};

export const rowHeight = 32;
