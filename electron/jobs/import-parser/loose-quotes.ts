// Delimited text whose quotation marks are not all in pairs: a mark that closes nothing is a character, and its line is a row.

/** Longest quoted cell: what is longer was opened by a mark nobody meant. */
const longestQuoted = 2_000_000;

export type LooseRows = {
  readonly rows: string[][];
  /** Where the first row begins that is not complete yet. */
  readonly cursor: number;
  /** Places in `rows` whose quotation marks were taken as characters. */
  readonly loose: readonly number[];
};

/** Marks looked at in one piece; a file made of marks alone is not worth more. */
type Budget = { marks: number };
const mostMarks = 5_000_000;

/** Where a quoted cell ends, 'open' while more text may end it, or null: the mark at `at` is a character. */
function closing(text: string, at: number, delimiter: string, last: boolean, budget: Budget): number | 'open' | null {
  let within = false;
  for (let from = at + 1; budget.marks > 0; ) {
    budget.marks -= 1;
    const mark = text.indexOf('"', from);
    if (mark < 0 || mark - at > longestQuoted) return last || text.length - at > longestQuoted ? null : 'open';
    within ||= text.slice(from, mark).includes('\n');
    if (text[mark + 1] === '"') {
      from = mark + 2;
      continue;
    }
    let next = mark + 1;
    while (text[next] === ' ' && delimiter !== ' ') next++;
    if (next >= text.length) return last ? mark : 'open';
    if (text[next] === '\n' || text.startsWith(delimiter, next)) return mark;
    // A mark inside a line may belong to the words; one that would have swallowed a line's end does not.
    if (within) return null;
    from = mark + 1;
  }
  return null;
}

const countIn = (text: string, part: string): number => text.split(part).length - 1;

/** True when each line of a quoted cell has as many cells as the header by itself: then they are lines, not one cell. */
function swallowsRows(text: string, rowStart: number, mark: number, delimiter: string, width: number): boolean {
  const end = text.indexOf('\n', mark);
  const lines = text.slice(rowStart, end < 0 ? text.length : end).split('\n');
  return width > 1 && lines.length > 1 && lines.every(line => countIn(line, delimiter) === width - 1);
}

/** Splits `text`. `width`: cells of the header, 0 when it is in this text. */
export function looseRows(text: string, delimiter: string, last: boolean, width: number): LooseRows {
  const budget = { marks: mostMarks };
  const rows: string[][] = [];
  const loose: number[] = [];
  let expected = width;
  let start = 0;
  while (start < text.length) {
    const row = readRow(text, start, { delimiter, last, width: expected, budget });
    if (row === null) break;
    if (row.isLoose) loose.push(rows.length);
    rows.push(row.cells);
    if (expected === 0 && row.cells.length > 1) expected = row.cells.length;
    start = row.end;
  }
  return { rows, cursor: start, loose };
}

type Row = { readonly cells: string[]; readonly end: number; readonly isLoose: boolean };

type How = { readonly delimiter: string; readonly last: boolean; readonly width: number; readonly budget: Budget };

function readRow(text: string, start: number, { delimiter, last, width, budget }: How): Row | null {
  const cells: string[] = [];
  let isLoose = false;
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const mark = closing(text, at, delimiter, last, budget);
      if (mark === 'open') return null;
      const whole = mark !== null && text.slice(at, mark).includes('\n');
      if (mark !== null && !(whole && swallowsRows(text, start, mark, delimiter, width))) {
        cells.push(text.slice(at + 1, mark).replaceAll('""', '"'));
        at = mark + 1;
        while (text[at] === ' ' && delimiter !== ' ') at++;
        if (at >= text.length) return { cells, end: at, isLoose };
        if (text[at] === '\n') return { cells, end: at + 1, isLoose };
        at += delimiter.length;
        continue;
      }
      isLoose = true;
    }
    const end = text.indexOf('\n', at);
    if (end < 0 && !last) return null;
    const line = text.slice(at, end < 0 ? text.length : end);
    const cut = line.indexOf(delimiter);
    if (cut < 0) {
      cells.push(line);
      return { cells, end: end < 0 ? text.length : end + 1, isLoose };
    }
    cells.push(line.slice(0, cut));
    at += cut + delimiter.length;
  }
}
