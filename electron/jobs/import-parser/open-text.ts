// A text file as a table of raw rows: encoding and delimiter found or chosen, byte order mark and "sep=" taken off.

import type { Preview, ReadChoices, RowProblem } from '../../../shared/import.ts';
import { declaredDelimiter, sniffDelimiter } from '../../formats/csv/delimiter.ts';
import { detectEncoding } from '../../formats/encoding/detect-encoding.ts';
import { decoderOf } from '../../formats/encoding/encodings.ts';
import type { Bytes } from './bytes.ts';
import type { Rows } from './csv.ts';
import { csvReader } from './csv.ts';
import { sampleBytes } from './sample-bytes.ts';

/** Rows of a file as they stand in it, before anybody has looked for a header. */
export type RawTable = {
  readonly format: Preview['format'];
  /** Numbers are the file's own numbers, written with a point, not texts that somebody typed. */
  readonly exact: boolean;
  readonly encoding: string;
  readonly encodings: readonly string[];
  readonly delimiter: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly sheet: number;
  /** Currencies that number formats name, of the rows read so far. */
  readonly currencies?: ReadonlySet<string>;
  /** Problems met so far; complete when `rows` has ended. */
  readonly problems: RowProblem[];
  readonly rows: () => AsyncGenerator<Rows & { readonly bytesRead: number }>;
};

const sniffed = 64 * 1024;

export async function openText(bytes: Bytes, choices: ReadChoices, locale: string): Promise<RawTable> {
  const order = detectEncoding(await sampleBytes(bytes), locale);
  const encoding = choices.encoding ?? order[0] ?? 'utf-8';
  const head = decoderOf(encoding)(await bytes.at(0, sniffed), false).replace(/^\ufeff/, '');
  const declared = declaredDelimiter(head);
  const inner = declared || choices.delimiter !== undefined ? null : wrappedIn(head);
  const delimiter = choices.delimiter ?? declared?.delimiter ?? inner ?? sniffDelimiter(head)[0] ?? ',';
  const problems: RowProblem[] = [];
  if (inner)
    problems.push({
      line: 1,
      message: 'Every whole line of this file is in quotation marks. They were removed.',
    });
  return {
    format: 'text',
    exact: false,
    encoding,
    encodings: order,
    delimiter,
    sheets: [],
    sheet: 0,
    problems,
    async *rows() {
      const decode = decoderOf(encoding);
      const reader = csvReader(delimiter, declared ? 2 : 1);
      let skip = declared?.length ?? 0;
      let first = true;
      let bytesRead = 0;
      let broken: number | null = null;
      const next = (text: string, last: boolean): Rows => {
        let piece = text;
        if (first && piece !== '') {
          first = false;
          piece = piece.replace(/^\ufeff/, '').slice(skip);
          skip = 0;
        }
        const read = reader.push(piece, last);
        const rows = inner === null ? read : { ...read, rows: read.rows.map(row => unwrap(row, inner)) };
        if (broken === null && piece.includes('\ufffd')) broken = lineOfBroken(rows);
        return rows;
      };
      for await (const piece of bytes.pieces()) {
        const rows = next(decode(piece, false), false);
        bytesRead += piece.length;
        if (rows.rows.length > 0) yield { ...rows, bytesRead };
      }
      const rows = next(decode(new Uint8Array(0), true), true);
      const unpaired = reader.problem();
      if (unpaired) problems.push(unpaired);
      if (broken !== null)
        problems.push({
          line: broken,
          message: 'Some letters could not be read with this encoding. Choose another one if names look wrong.',
        });
      yield { ...rows, bytesRead: bytes.size };
    },
  };
}

/** The delimiter within lines that are each one quoted cell, as a spreadsheet writes a table that stood in one column; null: they are not. */
function wrappedIn(head: string): string | null {
  const lines = head
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 100);
  const whole = lines.length > 65 ? lines.slice(0, -1) : lines;
  if (whole.length < 2 || !whole.every(line => /^"(?:[^"]|"")*"[;,]*$/.test(line))) return null;
  const inside = whole.map(line =>
    line
      .replace(/[;,]*$/, '')
      .slice(1, -1)
      .replaceAll('""', '"'),
  );
  const delimiter = sniffDelimiter(inside.join('\n'))[0] ?? ',';
  return inside.every(line => line.includes(delimiter)) ? delimiter : null;
}

/** The cells of a line that stood in one. */
function unwrap(row: string[], delimiter: string): string[] {
  const [line = '', ...rest] = row;
  if (rest.some(cell => cell !== '') || !line.includes(delimiter)) return row;
  return csvReader(delimiter).push(line, true).rows[0] ?? row;
}

/** Line of the first row with a character that could not be decoded; 0 when the row is still being read. */
function lineOfBroken({ rows, lines }: Rows): number {
  const at = rows.findIndex(row => row.some(cell => cell.includes('\ufffd')));
  return lines[at] ?? 0;
}
