// Delimited text in pieces, as rows with the line each begins in. Papa Parse does the quoting, where the marks are in pairs.
import Papa from 'papaparse';
import type { RowProblem } from '../../../shared/import.ts';
import { looseRows } from './loose-quotes.ts';

export type Rows = { readonly rows: string[][]; readonly lines: number[] };
export type CsvReader = {
  /** Rows that are complete with this piece; with `last`, all that are left. */
  readonly push: (text: string, last: boolean) => Rows;
  /** What is to be told of the quotation marks seen so far; null: they are all in pairs. */
  readonly problem: () => RowProblem | null;
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
  let openCr = false;
  let width = 0;
  let firstLoose = 0;
  let loose = 0;
  return {
    problem: () => (loose === 0 ? null : { line: firstLoose, message: looseWords(loose, firstLoose) }),
    push(piece, last) {
      let text = openCr ? `\r${piece}` : piece;
      // A carriage return at the end may be the first half of a line end.
      openCr = !last && text.endsWith('\r');
      if (openCr) text = text.slice(0, -1);
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const all = rest === '' ? text : rest + text;
      const quoted = all.includes('"');
      const found = parse(all, delimiter, !last);
      const strict = !quoted || (found.errors.length === 0 && !found.data.some(row => mayHoldRows(row, delimiter)));
      const {
        rows: data,
        cursor,
        loose: odd,
      } = strict ? { rows: found.data, cursor: found.meta.cursor, loose: [] } : looseRows(all, delimiter, last, width);
      rest = last ? '' : all.slice(cursor);
      if (last && data.length > 0 && isNothing(data.at(-1))) data.pop();
      width ||= data.find(row => row.length > 1)?.length ?? 0;
      const lines = data.map(row => {
        const at = next;
        next += quoted ? 1 + breaksIn(row) : 1;
        return at;
      });
      if (loose === 0) firstLoose = lines[odd[0] ?? 0] ?? 0;
      loose += odd.length;
      return { rows: data, lines };
    },
  };
}

const looseWords = (count: number, first: number): string =>
  count === 1
    ? `A quotation mark in line ${first} has no partner; it was taken as a character.`
    : `Quotation marks in ${count} lines have no partner, the first in line ${first}; they were taken as characters.`;

/** A cell of several lines with a delimiter in it may be rows that a stray mark has swallowed. */
const mayHoldRows = (row: readonly string[], delimiter: string): boolean =>
  row.some(cell => cell.includes('\n') && cell.includes(delimiter));

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
