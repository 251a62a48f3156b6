// How many cells a row of delimited text has, against the headers: one too many or too few, and what follows stands elsewhere.
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { CellKind, ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import type { ImportPlan } from './plan.ts';
import { cleanCell, saysNothing } from './text.ts';

/** Characters of a row that are shown. */
const shown = 300;

/** What any cell of a kind holds; a cell without it belongs under another header. */
const always: Partial<Readonly<Record<CellKind, RegExp>>> = { email: /@/, phone: /\d/, date: /\d/, money: /\d/ };

/** `headerCells`: those of the header as it was written. Undefined: as many cells as headers, the last one filled in; or a lone cell, as of a remark. */
export function rowWidth(plan: ImportPlan, cells: readonly string[], headerCells: number): PreparedRow['width'] {
  if (cells.slice(headerCells).some(cell => cell.trim() !== '')) return { is: 'more', cells: inOne(cells) };
  if (cells.length < plan.named) {
    if (cells.length === 1) return undefined;
    return { is: isMisplaced(plan, cells) ? 'misplaced' : 'fewer', cells: inOne(cells) };
  }
  return cells[plan.named - 1]?.trim() === '' ? { is: 'ends-empty', cells: '' } : undefined;
}

/** A word where only a number, or an address, can stand. */
function isMisplaced(plan: ImportPlan, cells: readonly string[]): boolean {
  for (const [target, uses] of plan.uses as ReadonlyMap<ImportTarget, readonly { readonly column: number }[]>) {
    const pattern = always[importTargets[target].kind];
    if (pattern === undefined) continue;
    for (const { column } of uses) {
      const cell = (cells[column] ?? '').slice(0, shown).trim();
      if (cell !== '' && !pattern.test(cell) && !saysNothing(cell)) return true;
    }
  }
  return false;
}

const inOne = (cells: readonly string[]): string => cleanCell(cells.join(' | ').slice(0, shown));
