// Tables of a web page, as many programs write them under the name of a workbook (.xls): all of them, one below the other.
import { Parser } from 'htmlparser2';
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import { detectEncoding } from '../../formats/encoding/detect-encoding.ts';
import { decoderOf, encodings } from '../../formats/encoding/encodings.ts';
import type { Bytes } from './bytes.ts';
import type { Rows } from './csv.ts';
import { limits, tooBig } from './limits.ts';
import type { RawTable } from './open-text.ts';
import { rejected } from './refused-kinds.ts';
import { sampleBytes } from './sample-bytes.ts';

export async function openHtml(bytes: Bytes, choices: ReadChoices, locale: string): Promise<RawTable> {
  const order = detectEncoding(await sampleBytes(bytes), locale);
  const declared = declaredEncoding(await bytes.at(0, 4096));
  const marked = order[0]?.startsWith('utf-') ? order[0] : null;
  // A page that says windows-1252 and is valid UTF-8 is UTF-8: the program forgot to say so.
  const encoding = choices.encoding ?? marked ?? declared ?? order[0] ?? 'utf-8';
  const problems: RowProblem[] = [];
  return {
    format: 'html',
    exact: false,
    encoding,
    encodings: order,
    delimiter: '',
    sheets: [],
    sheet: 0,
    problems,
    async *rows() {
      const reader = tableReader();
      const decode = decoderOf(encoding);
      let bytesRead = 0;
      for await (const piece of bytes.pieces()) {
        bytesRead += piece.length;
        // A page may be one long line: what is shown of its progress is its bytes.
        for (let at = 0; at < piece.length; at += pieceSize) {
          const rows = reader.push(decode(piece.subarray(at, at + pieceSize), false));
          if (rows.rows.length > 0) yield { ...rows, bytesRead };
        }
      }
      const rest = reader.end(decode(new Uint8Array(0), true));
      if (rest.rows.length > 0) yield { ...rest, bytesRead: bytes.size };
      if (!reader.sawTable()) throw new AppError('file', rejected.webPage);
    },
  };
}

const pieceSize = 1 << 16;

/** What the page says of itself, where that is an encoding we know. */
function declaredEncoding(head: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(head);
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1];
  if (label === undefined) return null;
  try {
    const id = new TextDecoder(label).encoding;
    return encodings.some(known => known.id === id) ? id : null;
  } catch {
    return null;
  }
}

/** A cell's place and what is written in it so far. */
type Cell = { text: string; readonly across: number; readonly down: number };
type Table = { row: Cell[] | null; cell: Cell | null; readonly below: Map<number, { text: string; rows: number }> };

const blocks: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'noscript', 'template']);
/** Tables in tables in tables: a page of a program has two or three. */
const deepest = 50;

const span = (text: string | undefined): number => Math.min(limits.columns, Math.max(1, Math.floor(Number(text)) || 1));

function tableReader() {
  let rows: string[][] = [];
  let lines: number[] = [];
  let line = 0;
  let filled = 0;
  let seen = false;
  let hidden = 0;
  const open: Table[] = [];
  const put = (row: string[]) => {
    line++;
    if (line > limits.sheetRows) throw new AppError('file', tooBig);
    rows.push(row);
    lines.push(line);
  };
  const endCell = (table: Table) => {
    if (table.cell) table.row?.push(table.cell);
    table.cell = null;
  };
  const endRow = (table: Table) => {
    endCell(table);
    if (!table.row) return;
    const row: string[] = [];
    const under = () => {
      for (let above = table.below.get(row.length); above; above = table.below.get(row.length)) {
        if (--above.rows < 1) table.below.delete(row.length);
        row.push(above.text);
      }
    };
    for (const cell of table.row) {
      under();
      const text = tidied(cell.text);
      if (cell.down > 1 && line > 0 && table.below.size < limits.columns)
        table.below.set(row.length, { text, rows: cell.down - 1 });
      row.push(text);
      for (let more = 1; more < cell.across && row.length < limits.columns; more++) row.push('');
    }
    under();
    filled += row.length;
    if (filled > limits.filledCells) throw new AppError('file', tooBig);
    table.row = null;
    put(row);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen.has(name)) hidden++;
        const table = open.at(-1);
        if (name === 'table') {
          if (open.length >= deepest) throw new AppError('file', tooBig);
          seen = true;
          open.push({ row: null, cell: null, below: new Map() });
        } else if (!table) return;
        else if (name === 'tr') {
          endRow(table);
          table.row = [];
        } else if (name === 'td' || name === 'th') {
          endCell(table);
          table.row ??= [];
          if (table.row.length < limits.columns)
            table.cell = { text: '', across: span(attributes.colspan), down: span(attributes.rowspan) };
        } else if (blocks.has(name) && table.cell) table.cell.text += '\n';
      },
      ontext(text) {
        const cell = open.at(-1)?.cell;
        if (cell && hidden === 0 && cell.text.length < limits.cellLength)
          cell.text += text.replace(/[\s\u00a0]+/g, ' ');
      },
      onclosetag(name) {
        if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
        const table = open.at(-1);
        if (!table) return;
        if (name === 'td' || name === 'th') endCell(table);
        else if (name === 'tr') endRow(table);
        else if (name === 'table') {
          endRow(table);
          open.pop();
          // What follows is another table.
          if (open.length === 0) put([]);
        }
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  const taken = (): Rows => {
    const some = { rows, lines };
    rows = [];
    lines = [];
    return some;
  };
  return {
    push(text: string): Rows {
      parser.write(text);
      return taken();
    },
    end(text: string): Rows {
      parser.end(text);
      return taken();
    },
    sawTable: () => seen,
  };
}

/** Spaces as a browser shows them; breaks as line ends. */
const tidied = (text: string): string =>
  text
    .slice(0, limits.cellLength)
    .split('\n')
    .map(part => part.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .trim();
