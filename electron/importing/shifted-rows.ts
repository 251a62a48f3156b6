// Rows of delimited text with another number of cells than nearly all others: what follows the lost or extra one stands elsewhere.
import type { Finding, FindingRow } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';

/** Rows kept behind a sentence. */
const shown = 50;

export type ShiftedRows = {
  readonly see: (row: PreparedRow, name: string) => void;
  /** `rows`: how many the file has. */
  readonly found: (rows: number) => Finding[];
};

export function createShiftedRows(): ShiftedRows {
  const more: FindingRow[] = [];
  const fewer: FindingRow[] = [];
  const misread: FindingRow[] = [];
  /** Rows end with their empty cells here: one with fewer has lost one. Elsewhere a program may leave them out. */
  let endsEmpty = false;
  return {
    see: ({ line, width, warnings }, name) => {
      if (width === undefined) return;
      if (width.is === 'ends-empty') endsEmpty = true;
      else (width.is === 'more' ? more : warnings.length > 0 ? misread : fewer).push(rowOf(line, name, width.cells));
    },
    found: rows => [
      ...finding('more cells', 'more cells than headers: a value may hold a separator', more, rows),
      ...finding(
        'fewer cells',
        'fewer cells than headers: one may be missing',
        endsEmpty ? [...misread, ...fewer] : misread,
        rows,
      ),
    ],
  };
}

const rowOf = (line: number, name: string, was: string): FindingRow => ({ line, name, was, becomes: '' });

/** Nothing where a third of the rows are so: the file is written like that. */
function finding(key: string, what: string, list: readonly FindingRow[], rows: number): Finding[] {
  if (list.length === 0 || list.length * 3 >= rows) return [];
  const count = list.length;
  const names = list.slice(0, 3).map(({ name }) => name);
  const text = `${count === 1 ? 'One row' : `${count} rows`} with ${what}; first: ${names.join(', ')}. What follows is under the wrong header. Look at ${count === 1 ? 'it' : 'them'}, and mend the file if it is so.`;
  return [{ kind: 'shifted', key, odd: true, text, count, rows: list.slice(0, shown), column: null, target: null }];
}
