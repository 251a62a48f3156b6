// Delimited text in pieces, as rows with the line each begins in. Papa Parse does the quoting; the rest is bookkeeping.
import Papa from 'papaparse';
import type { RowProblem } from '../../../shared/import.ts';

/** Longest row: 300 columns of as much text as a spreadsheet's cell can hold. A quote never closed ends here at the latest. */
const longestRow = 300 * 32_767;

export type Rows = { readonly rows: string[][]; readonly lines: number[] };
export type CsvReader = {
  /** Rows that are complete with this piece; with `last`, all that are left. */
  readonly push: (text: string, last: boolean) => Rows;
  /** Set when reading had to stop before the end. */
  readonly stopped: () => RowProblem | null;
};

type Parsed = {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
};

/** `line`: number of the first line that will be pushed. */
export function csvReader(delimiter: string, line = 1): CsvReader {
  let rest = '';
  let next = line;
  let stop: RowProblem | null = null;
  let openCr = false;
  return {
    stopped: () => stop,
    push(piece, last) {
      if (stop) return { rows: [], lines: [] };
      let text = openCr ? `\r${piece}` : piece;
      // A carriage return at the end may be the first half of a line end.
      openCr = !last && text.endsWith('\r');
      if (openCr) text = text.slice(0, -1);
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const all = rest === '' ? text : rest + text;
      const found = parse(all, delimiter, !last);
      rest = last ? '' : all.slice(found.meta.cursor);
      const unclosed = found.errors.some(error => error.code === 'MissingQuotes') || rest.length > longestRow;
      const { data } = found;
      if (last && data.length > 0 && isNothing(data.at(-1))) data.pop();
      const quoted = all.includes('"');
      const lines = data.map(row => {
        const at = next;
        next += quoted ? 1 + breaksIn(row) : 1;
        return at;
      });
      if (unclosed) {
        const at = found.errors.length > 0 ? (lines.pop() ?? next) : next;
        if (found.errors.length > 0) data.pop();
        stop = {
          line: at,
          message: `A quotation mark opens in line ${at} and is never closed. Nothing after it could be read.`,
        };
        rest = '';
      }
      return { rows: data, lines };
    },
  };
}

function parse(text: string, delimiter: string, ignoreLastRow: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  return parser.parse(text, 0, ignoreLastRow) as Parsed;
}

/** The empty row after the last line end. */
const isNothing = (row: readonly string[] | undefined): boolean => row?.length === 1 && row[0] === '';

function breaksIn(row: readonly string[]): number {
  let breaks = 0;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
