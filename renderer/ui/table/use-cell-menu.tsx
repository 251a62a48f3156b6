// The right click on a cell: edit it, copy it, and what the table's owner offers for its row. Ctrl+C copies the cell at hand.
import { type MouseEvent, type ReactNode, useState } from 'react';
import { showToast } from '../../api/toast-store.ts';
import { announce } from '../feedback/announce.tsx';
import { Floating } from '../floating/Floating.tsx';
import { MenuItems, type MenuSection } from '../floating/Menu.tsx';
import { type FloatingAnchor, pointAnchor } from '../floating/position-box.ts';
import type { Column } from './table-props.ts';

type Cell = { readonly row: number; readonly column: number };
type Options<T> = {
  readonly columns: readonly Column<T>[];
  readonly rowAt: (index: number) => T | undefined;
  readonly menuOf: ((row: T) => readonly MenuSection[]) | undefined;
  /** The cell that has the keyboard. */
  readonly here: Cell;
  readonly goTo: (row: number, column: number) => void;
  readonly edit: (row: number, column: number) => void;
};

const idOf = ({ row, column }: Cell) => `cell-${row}-${column}`;

/** Copies what the cell shows. */
export async function copyCell(row: number, column: number): Promise<void> {
  const text = document.getElementById(idOf({ row, column }))?.innerText.trim() ?? '';
  try {
    await navigator.clipboard.writeText(text);
    announce(text === '' ? 'Copied an empty cell' : `Copied: ${text}`);
  } catch {
    showToast('The cell could not be copied. Try again.', { tone: 'problem' });
  }
}

/** Draw `menu` inside the grid. The keyboard's menu key opens it at the cell that has the keyboard. */
export function useCellMenu<T>({ columns, rowAt, menuOf, here, goTo, edit }: Options<T>) {
  const [open, setOpen] = useState<{ readonly cell: Cell; readonly anchor: FloatingAnchor } | null>(null);

  function onContextMenu(event: MouseEvent) {
    if (!(event.target instanceof Element) || event.target.closest('input')) return;
    const id = /^cell-(\d+)-(\d+)$/.exec(event.target.closest('[id^=cell-]')?.id ?? '');
    const cell = id ? { row: Number(id[1]), column: Number(id[2]) } : here;
    const element = document.getElementById(idOf(cell));
    if (!element || rowAt(cell.row) === undefined || menuOf === undefined) return;
    event.preventDefault();
    goTo(cell.row, cell.column);
    setOpen({ cell, anchor: id ? pointAnchor(event) : element });
  }

  const row = open === null ? undefined : rowAt(open.cell.row);
  const column = open === null ? undefined : columns[open.cell.column];
  const close = () => setOpen(null);
  let menu: ReactNode = null;
  if (open && row !== undefined && column && menuOf) {
    const { cell, anchor } = open;
    const cellItems: MenuSection = {
      items: [
        ...(column.edit?.(row) === undefined
          ? []
          : [{ id: 'edit', label: `Edit ${column.head}`, keys: 'F2', run: () => edit(cell.row, cell.column) }]),
        { id: 'copy', label: `Copy ${column.head}`, keys: 'Mod+C', run: () => void copyCell(cell.row, cell.column) },
      ],
    };
    menu = (
      <Floating anchor={{ current: anchor }} label={column.head} onClose={close} role="menu">
        <MenuItems close={close} sections={[...menuOf(row), cellItems]} />
      </Floating>
    );
  }
  return { menu, onContextMenu };
}
