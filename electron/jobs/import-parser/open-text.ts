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
  const delimiter = choices.delimiter ?? declared?.delimiter ?? sniffDelimiter(head)[0] ?? ',';
  const problems: RowProblem[] = [];
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
        const rows = reader.push(piece, last);
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

/** Line of the first row with a character that could not be decoded; 0 when the row is still being read. */
function lineOfBroken({ rows, lines }: Rows): number {
  const at = rows.findIndex(row => row.some(cell => cell.includes('\ufffd')));
  return lines[at] ?? 0;
}
