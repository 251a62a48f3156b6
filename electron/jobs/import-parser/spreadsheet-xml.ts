// Workbooks of 2003 in one XML file, which some programs still write under the name of .xls.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import type { Rows } from './csv.ts';
import { limits, tooBig } from './limits.ts';
import type { RawTable } from './open-text.ts';
import { blanksKeptTo, likeliestSheet } from './sheet.ts';
import { attribute, walkXml } from './xml.ts';

type Sheet = { readonly name: string; hidden: boolean; size: number };
type Book = { readonly sheets: readonly Sheet[]; readonly percent: ReadonlySet<string> };

export async function openSpreadsheetXml(bytes: Bytes, choices: ReadChoices): Promise<RawTable> {
  if (bytes.size > limits.inflatedBytes) throw new AppError('file', tooBig);
  const book = await readBook(bytes);
  const { sheets } = book;
  const sheet = choices.sheet ?? likeliestSheet(sheets);
  if (!sheets[sheet]) throw new AppError('file', 'This workbook has no sheet with cells.');
  const problems: RowProblem[] = [];
  return {
    format: 'xls',
    exact: true,
    encoding: '',
    encodings: [],
    delimiter: '',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet,
    problems,
    rows: () => readSheet(bytes, sheet, book),
  };
}

/** The sheets, and which styles show a number as a percentage. */
async function readBook(bytes: Bytes): Promise<Book> {
  const sheets: Sheet[] = [];
  const percent = new Set<string>();
  let style = '';
  let visible = '';
  const handler = {
    open(name: string, attributes: string) {
      if (name === 'Worksheet' && sheets.length < 1000)
        sheets.push({ name: attribute(attributes, 'ss:Name') ?? '', hidden: false, size: 0 });
      if (name === 'Style') style = attribute(attributes, 'ss:ID') ?? '';
      if (name === 'NumberFormat' && /^percent$|%/i.test(attribute(attributes, 'ss:Format') ?? '')) percent.add(style);
      if (name === 'Visible') visible = '';
      const sheet = sheets.at(-1);
      if (name === 'Data' && sheet) sheet.size++;
    },
    close(name: string) {
      const sheet = sheets.at(-1);
      if (name === 'Visible' && sheet)
        sheet.hidden = visible.startsWith('SheetHidden') || visible === 'SheetVeryHidden';
    },
    text(text: string) {
      visible = text.trim();
    },
  };
  for await (const _piece of walkXml(bytes.pieces(), handler));
  return { sheets, percent };
}

const span = (attributes: string, name: string): number =>
  Math.min(16_384, Math.max(0, Math.floor(Number(attribute(attributes, name) ?? 0)) || 0));

/** A place given by number goes on from there; else the next one is meant. */
const indexOf = (attributes: string, next: number, most: number): number => {
  const given = Number(attribute(attributes, 'ss:Index') ?? 0) - 1;
  return Number.isInteger(given) && given >= next && given < most ? given : next;
};

async function* readSheet(
  bytes: Bytes,
  wanted: number,
  { percent }: Book,
): AsyncGenerator<Rows & { readonly bytesRead: number }> {
  let rows: string[][] = [];
  let lines: number[] = [];
  let sheet = -1;
  let line = -1;
  let row: string[] = [];
  let column = -1;
  let across = 0;
  let type = '';
  let style = '';
  let text = '';
  /** By column: what is merged down into the rows below, and into how many. */
  const below = new Map<number, { readonly text: string; rows: number }>();
  let down = 0;
  let inData = false;
  let filled = 0;
  let bytesRead = 0;

  const endCell = () => {
    const number = type === 'Number' && percent.has(style) && text !== '' ? Number(text) : Number.NaN;
    const said = Number.isFinite(number)
      ? `${Number((number * 100).toPrecision(15))}%`
      : cellText(type, text.slice(0, limits.cellLength));
    // What is merged in the first row is a header.
    if (down > 0 && line > 0 && said !== '') below.set(column, { text: said, rows: down + 1 });
    if (said !== '' && column < limits.columns) {
      if (++filled > limits.filledCells) throw new AppError('file', tooBig);
      while (row.length < column) row.push('');
      row[column] = said;
    }
    column += across;
  };
  const endRow = () => {
    for (const [at, merged] of below) {
      if (--merged.rows < 1) below.delete(at);
      while (row.length < at) row.push('');
      if ((row[at] ?? '') === '') row[at] = merged.text;
    }
    if (row.length === 0 && line >= blanksKeptTo) return;
    if (line >= limits.sheetRows) throw new AppError('file', tooBig);
    rows.push(row);
    lines.push(line + 1);
  };
  const handler = {
    open(name: string, attributes: string) {
      if (name === 'Worksheet') {
        below.clear();
        sheet++;
        line = -1;
      }
      if (sheet !== wanted) return;
      if (name === 'Row') {
        const last = line;
        line = indexOf(attributes, line + 1, limits.sheetRows);
        for (let gap = last + 1; gap < Math.min(line, blanksKeptTo); gap++) {
          rows.push([]);
          lines.push(gap + 1);
        }
        row = [];
        column = -1;
      } else if (name === 'Cell') {
        let free = column + 1;
        while ((below.get(free)?.rows ?? 0) > 0) free++;
        column = indexOf(attributes, free, 16_384);
        down = span(attributes, 'ss:MergeDown');
        style = attribute(attributes, 'ss:StyleID') ?? '';
        across = span(attributes, 'ss:MergeAcross');
        type = '';
        text = '';
      } else if (name === 'Data') {
        type = attribute(attributes, 'ss:Type') ?? 'String';
        inData = true;
      }
    },
    close(name: string) {
      if (sheet !== wanted) return;
      if (name === 'Data') inData = false;
      else if (name === 'Cell') endCell();
      else if (name === 'Row') endRow();
    },
    text(piece: string) {
      if (inData && text.length <= limits.cellLength) text += piece;
    },
  };
  for await (const _piece of walkXml(counted(), handler)) {
    if (rows.length > 0) yield { rows, lines, bytesRead };
    rows = [];
    lines = [];
    if (sheet > wanted) return;
  }

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes.pieces()) {
      bytesRead += piece.length;
      yield piece;
    }
  }
}

function cellText(type: string, text: string): string {
  switch (type) {
    case 'Boolean':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'Error':
      return '';
    case 'DateTime':
      return text
        .replace('T', ' ')
        .replace(/(?:\.0+)?Z?$/, '')
        .replace(/ 00:00:00$/, '')
        .replace(/^1899-12-31 /, '');
    default:
      return text;
  }
}
