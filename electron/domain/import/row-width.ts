// How many cells a row of delimited text has, against the headers: one too many or too few, and what follows stands elsewhere.
import type { PreparedRow } from '../../../shared/import-row.ts';
import { cleanCell } from './text.ts';

/** Characters of a row that are shown. */
const shown = 300;

/** `named`: headers up to the last one with a name. Undefined: as many cells as headers, the last one filled in. */
export function rowWidth(cells: readonly string[], named: number): PreparedRow['width'] {
  if (cells.slice(named).some(cell => cell.trim() !== '')) return { is: 'more', cells: inOne(cells) };
  if (cells.length < named) return { is: 'fewer', cells: inOne(cells) };
  return cells[named - 1]?.trim() === '' ? { is: 'ends-empty', cells: '' } : undefined;
}

const inOne = (cells: readonly string[]): string => cleanCell(cells.join(' | ').slice(0, shown));
