// Two tables one below the other in one file: the rows of the first; the second is told.
import type { RowProblem } from '../../../shared/import.ts';
import { isBlank } from '../../domain/import/rows.ts';
import { isOtherHeader } from '../../domain/import/turned.ts';
import type { Rows } from './csv.ts';

/** Rows with the line each begins in, and how many bytes of the file have been read by then. */
export type Piece = Rows & { readonly bytesRead: number };

function hasOneCellAtMost(row: readonly string[]): boolean {
  let filled = 0;
  for (const cell of row) {
    if (cell !== '' && cell.trim() !== '') filled += 1;
    if (filled > 1) return false;
  }
  return true;
}

/** Rows of one cell and blank ones that may be the title of another table: more are no title. */
const longestTitle = 20;

/** The rows of the first of two tables that stand one below the other with other headers; the rest is counted. */
export function firstTable(header: readonly string[]) {
  let at: { readonly line: number; readonly names: string } | null = null;
  let rows = 0;
  /** The last rows, of one cell or blank: the title of a table whose header comes next, or rows of this one. */
  let held: { readonly row: string[]; readonly line: number }[] = [];
  let bytesRead = 0;
  /** What of the held rows belongs to the first table: all before a gap, or before the last where there is none. */
  const ownOf = () => {
    const gap = held.findIndex(({ row }) => isBlank(row));
    return held.slice(0, gap < 0 ? held.length - 1 : gap);
  };
  const beginsWith = (row: readonly string[], line: number): void => {
    const names = row.map(cell => cell.trim()).filter(cell => cell !== '');
    at = { line, names: names.slice(0, 3).join(', ') };
  };
  return {
    take(piece: Piece): Piece {
      bytesRead = piece.bytesRead;
      const taken: Piece = { rows: [], lines: [], bytesRead };
      const give = (given: typeof held): void => {
        for (const { row, line } of given) {
          taken.rows.push(row);
          taken.lines.push(line);
        }
      };
      for (const [i, row] of piece.rows.entries()) {
        const line = piece.lines[i] ?? 0;
        if (at !== null) rows += isBlank(row) ? 0 : 1;
        else if (header.length > 1 && hasOneCellAtMost(row)) {
          held.push({ row, line });
          if (held.length > longestTitle) give(held.splice(0, 1));
        } else if (held.length > 0 && isOtherHeader(row, header)) {
          give(ownOf());
          held = [];
          beginsWith(row, line);
        } else {
          give(held);
          held = [];
          give([{ row, line }]);
        }
      }
      return taken;
    },
    /** What was held back of the first table; to be asked after the last piece. */
    last: (): Piece | null =>
      held.length === 0 ? null : { rows: held.map(({ row }) => row), lines: held.map(({ line }) => line), bytesRead },
    rest: (): RowProblem | null =>
      at === null
        ? null
        : {
            line: at.line,
            message: `A second table begins here (${at.names}): ${rows === 1 ? 'its row is' : `its ${rows} rows are`} not imported with the first. Choose line ${at.line} as the header row to import it.`,
          },
  };
}
