// Reads rows out of the pages of a file that SQLite cannot open or follow any more: leaf pages, decoded from their bytes.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SqlValue } from '../file/handle.ts';
import { type FileShape, headerAt, leavesOf, pageKinds, type RawRow, type ReadPage, rowsOf, shapeOf } from './page.ts';

export type TablePage = {
  /** From 1. */
  readonly number: number;
  /** Its name by the file's own list of tables; null: a page that no table leads to any more. */
  readonly name: string | null;
  readonly rows: readonly RawRow[];
};

/** What Ripen's files are made of, for one whose header says nothing. */
const usualShape: FileShape = { pageSize: 4096, usable: 4096 };

/** The values of a row of the list of tables; null: it is another row. */
function tableEntry(values: readonly SqlValue[]): { readonly name: string; readonly root: number } | null {
  const [type, name, table, root, sql] = values;
  if (type !== 'table' || values.length !== 5 || typeof name !== 'string' || name !== table) return null;
  return typeof root === 'number' && typeof sql === 'string' && sql.startsWith('CREATE TABLE') ? { name, root } : null;
}

/** Whether a page belongs to the list of tables itself. */
const isList = (rows: readonly RawRow[]): boolean =>
  rows.some(
    ({ values: [type, , , , sql] }) =>
      /^(?:table|index|trigger|view)$/.test(String(type)) && /^CREATE /.test(String(sql)),
  );

/**
 * Hands over every row of every leaf page that can be read, page by page: first those that a table's root leads to, then the others. `unread`
 * hears of each place where a row should be and none can be read. The file is opened for reading only.
 */
export function readRawTables(file: string, take: (table: TablePage) => void, unread: () => void): void {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(100);
    const shape = shapeOf(header.subarray(0, readSync(handle, header, 0, 100, 0))) ?? usualShape;
    const { pageSize } = shape;
    const count = Math.floor(fstatSync(handle).size / pageSize);
    const readPage: ReadPage = number => {
      if (!Number.isInteger(number) || number < 1 || number > count) return null;
      const page = Buffer.alloc(pageSize);
      return readSync(handle, page, 0, pageSize, (number - 1) * pageSize) === pageSize ? page : null;
    };
    const rowsIn = (number: number, missed: () => void): readonly RawRow[] => {
      const page = readPage(number);
      return page ? [...rowsOf(page, number, shape, readPage, missed)] : [];
    };
    const isLeaf = (number: number): boolean => readPage(number)?.[headerAt(number)] === pageKinds.leafTable;
    const roots = new Map<string, number>();
    for (let number = 1; number <= count; number += 1) {
      if (!isLeaf(number)) continue;
      for (const { values } of rowsIn(number, () => undefined)) {
        const entry = tableEntry(values);
        if (entry) roots.set(entry.name, entry.root);
      }
    }
    const known = new Set<number>(leavesOf(1, shape, readPage));
    for (const [name, root] of roots) {
      for (const leaf of leavesOf(root, shape, readPage)) {
        // A damaged pointer may lead into another table.
        if (known.has(leaf)) continue;
        known.add(leaf);
        take({ number: leaf, name, rows: rowsIn(leaf, unread) });
      }
    }
    for (let number = 1; number <= count; number += 1) {
      if (known.has(number) || !isLeaf(number)) continue;
      const rows = rowsIn(number, unread);
      if (!isList(rows)) take({ number, name: null, rows });
    }
  } finally {
    closeSync(handle);
  }
}
