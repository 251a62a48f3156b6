// Rows of delimited text with another number of cells than nearly all others: what follows the lost or extra one stands elsewhere.
import type { Finding } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { type FindingRows, type Heap, shown } from './finding-rows.ts';

/** Below so many rows half of them may be shifted, else a third: a file where more are is written like that. */
const fewRows = 10;
/** So many rows with their empty cells at the end, and a file leaves none out. */
const enoughEndEmpty = 2;

export type ShiftedRows = {
  readonly see: (row: PreparedRow) => void;
  /** `rows`: how many the file has. */
  readonly found: (rows: number) => Finding[];
};

export function createShiftedRows({ heaps, put }: FindingRows): ShiftedRows {
  let endEmpty = 0;
  let lastLine = 0;
  return {
    see: row => {
      const { line, width } = row;
      lastLine = line;
      if (width === undefined) return;
      if (width.is === 'ends-empty') endEmpty += 1;
      else put(`shifted ${width.is}`, row, width.cells, '');
    },
    found: rows => {
      const of = (is: string): Heap => heaps.get(`shifted ${is}`) ?? none;
      const [more, misplaced, fewer] = [of('more'), of('misplaced'), of('fewer')];
      // The end of what was copied often lacks its last separators.
      const isLast = fewer.count === 1 && fewer.rows[0]?.line === lastLine;
      const lost = endEmpty >= enoughEndEmpty && !isLast && isFew(fewer.count, rows) ? [misplaced, fewer] : [misplaced];
      return [
        ...finding('more cells', 'more cells than headers: a value may hold a separator', [more], rows),
        ...finding('fewer cells', 'fewer cells than headers: one may be missing', lost, rows),
      ];
    },
  };
}

const none: Heap = { count: 0, rows: [] };
const isFew = (count: number, rows: number): boolean => count * (rows < fewRows ? 2 : 3) <= rows;

function finding(key: string, what: string, heaps: readonly Heap[], rows: number): Finding[] {
  const list = heaps.flatMap(one => one.rows).slice(0, shown);
  const count = heaps.reduce((sum, one) => sum + one.count, 0);
  if (count === 0 || !isFew(count, rows)) return [];
  const names = list.slice(0, 3).map(({ name }) => name);
  const text = `${count === 1 ? 'One row' : `${count} rows`} with ${what}; first: ${names.join(', ')}. What follows is under the wrong header. Look at ${count === 1 ? 'it' : 'them'}, and mend the file if it is so.`;
  return [{ kind: 'shifted', key, odd: true, text, count, rows: list, column: null, target: null }];
}
