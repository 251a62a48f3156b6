// Reads a file once from end to end and says what is in it; keeps the first rows to show.
import type { Preview, ReadChoices } from '../../../shared/import.ts';
import type { Home } from '../../domain/import/columns.ts';
import { scanColumns } from '../../domain/import/columns.ts';
import { contentOf } from '../../domain/import/content.ts';
import { leftOut } from '../../domain/import/rows.ts';
import { recognize } from '../../domain/import/sources/recognize.ts';
import { signatureOf } from '../../domain/import/table.ts';
import { cut } from '../../domain/import/text.ts';
import { encodings } from '../../formats/encoding/encodings.ts';
import type { ImportSource } from './bytes.ts';
import { openTable } from './open-table.ts';

export type PreviewRequest = {
  readonly source: ImportSource;
  readonly choices: ReadChoices;
  /** The owner's, such as "de-AT". */
  readonly locale: string;
  readonly home: Home;
  /** Signatures of headers that were pointed at in earlier files: a row that is one of them is the header. */
  readonly knownHeaders?: readonly string[];
  /** Addresses of the owner's, for mail. */
  readonly own?: readonly string[];
  /** UTC ms; what is dated after it has not happened. */
  readonly now?: number;
  /** Rows to read; without it, all. */
  readonly limit?: number;
};

export type Watch = {
  readonly progress: (rows: number, part: number) => void;
  readonly isCancelled: () => boolean;
};

/** What happens when the owner stops a job; told apart from a failure by its name. */
export class Cancelled extends Error {
  override name = 'Canceled';
}

const shown = 100;
/** Cells of all rows that are shown: a table of 2,000 columns is shown with ten rows. */
const shownCells = 20_000;
const longestShown = 500;

export async function previewFile(request: PreviewRequest, watch: Watch): Promise<Preview> {
  const open = await openTable(request.source, request.choices, request.locale, request.knownHeaders, request);
  const { table, raw } = open;
  const scan = scanColumns(table.header);
  const rows: string[][] = [];
  const lines: number[] = [];
  const most = Math.min(shown, Math.ceil(shownCells / Math.max(1, table.header.length)));
  let rowCount = 0;
  let complete = true;
  for await (const piece of open.data()) {
    if (watch.isCancelled()) throw new Cancelled();
    for (const [i, row] of piece.rows.entries()) {
      rowCount++;
      if (rows.length < most) {
        rows.push(table.header.map((_, column) => cut(row[column] ?? '', longestShown)));
        lines.push(piece.lines[i] ?? 0);
      }
      if (leftOut(row, table.header) === null) scan.push(row);
    }
    watch.progress(rowCount, piece.bytesRead / open.bytes);
    if (request.limit !== undefined && rowCount >= request.limit) {
      complete = false;
      break;
    }
  }
  const source = recognize(table.header);
  return {
    fileName: open.fileName,
    format: raw.format,
    bytes: open.bytes,
    encoding: raw.encoding,
    encodings: raw.encodings.map(id => ({ id, label: encodings.find(entry => entry.id === id)?.label ?? id })),
    delimiter: raw.delimiter,
    sheets: [...raw.sheets],
    sheet: raw.sheet,
    headerRow: table.headerRow,
    headerRows: table.headerRows,
    columns: scan.columns({ ...request.home, exactNumbers: raw.exact }),
    rows,
    lines,
    rowCount,
    complete,
    preamble: table.preamble.slice(-20).map(row => row.slice(0, 50).map(cell => cut(cell, longestShown))),
    source: source && { id: source.id, label: source.label },
    currencies: [...new Set([...(raw.currencies ?? []), ...scan.currencies()])],
    signature: signatureOf(table.header) || kindsOf(rows),
    problems: [...open.problems, ...raw.problems],
    ...(open.mail ? { mail: open.mail() } : {}),
  };
}

/** Two files without headers are of one kind when their columns hold the same kinds of things. */
function kindsOf(rows: readonly (readonly string[])[]): string {
  const [first = []] = rows;
  return `no headers: ${first.map(cell => contentOf(cell.trim())).join(' ')}`;
}
