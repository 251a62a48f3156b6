// One sheet of an old workbook (.xls) as rows of texts, as a sheet of a new one is read.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { BiffRecord } from './biff-records.ts';
import { readText, walkRecords } from './biff-records.ts';
import type { Bytes } from './bytes.ts';
import type { CompoundEntry, CompoundFile } from './compound-file.ts';
import type { Rows } from './csv.ts';
import { limits, tooBig } from './limits.ts';
import { mergeFiller } from './merged-cells.ts';
import type { RawTable } from './open-text.ts';
import { blanksKeptTo, likeliestSheet, numberText } from './sheet.ts';
import type { XlsBook, XlsSheet } from './xls-book.ts';
import { cells, readXlsBook, records } from './xls-book.ts';

/** A workbook whose stream is `entry`, as a table. */
export async function openXls(
  bytes: Bytes,
  file: CompoundFile,
  entry: CompoundEntry,
  choices: ReadChoices,
): Promise<RawTable> {
  const book = await readXlsBook(file, entry);
  const sheet = choices.sheet ?? likeliestSheet(book.sheets.map(({ hidden, cells }) => ({ hidden, size: cells })));
  const chosen = book.sheets[sheet];
  if (!chosen) throw new AppError('file', 'This workbook has no sheet with cells.');
  const problems: RowProblem[] = [];
  return {
    format: 'xls',
    exact: true,
    encoding: '',
    encodings: [],
    delimiter: '',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet,
    problems,
    async *rows() {
      if (chosen.cells > limits.filledCells) throw new AppError('file', tooBig);
      let seen = 0;
      for await (const rows of readSheet(file, entry, book, chosen)) {
        seen += rows.rows.reduce((sum, row) => sum + row.length, 0);
        yield { ...rows, bytesRead: Math.min(1, seen / Math.max(1, chosen.cells)) * bytes.size };
      }
    },
  };
}

/** What a formula gave, when that is a text. */
const formulaText = 0x0207;

/** Most rows handed on at once. */
const together = 1000;

async function* readSheet(
  file: CompoundFile,
  entry: CompoundEntry,
  book: XlsBook,
  sheet: XlsSheet,
): AsyncGenerator<Rows> {
  const waiting = new Map<number, string[]>();
  const fill = mergeFiller(sheet.merged);
  let rows: string[][] = [];
  let lines: number[] = [];
  let next = 0;
  const take = (upTo: number): void => {
    for (const at of [...waiting.keys()].sort((a, b) => a - b)) {
      if (at >= upTo) break;
      // Blank rows are kept where a header is looked for.
      for (let gap = next; gap < Math.min(at, blanksKeptTo); gap++) put(gap, []);
      put(at, waiting.get(at) ?? []);
      waiting.delete(at);
    }
  };
  const put = (at: number, row: string[]): void => {
    fill(at, row);
    rows.push(row);
    lines.push(at + 1);
    next = at + 1;
  };
  const cell = (row: number, column: number, text: string): void => {
    if (text === '' || column >= limits.columns) return;
    if (sheet.inOrder && !waiting.has(row)) take(row);
    const cells = waiting.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
    waiting.set(row, cells);
  };
  const read = cellReader(book, cell);
  let depth = 0;
  for await (const piece of walkRecords(file, entry, sheet.at)) {
    for (const record of piece) {
      if (record.type === records.bof) depth++;
      else if (record.type === records.eof) depth--;
      if (depth === 1) read(record);
      if (depth === 0) break;
    }
    if (depth === 0) take(Number.POSITIVE_INFINITY);
    while (rows.length > (depth === 0 ? 0 : together)) {
      yield { rows: rows.splice(0, together), lines: lines.splice(0, together) };
    }
    if (depth === 0) return;
  }
  take(Number.POSITIVE_INFINITY);
  if (rows.length > 0) yield { rows, lines };
  rows = [];
  lines = [];
}

type ReadCell = (data: Buffer, row: number, column: number, style: number) => void;

/** Tells `cell` of every cell in the records it is given. */
function cellReader(book: XlsBook, cell: (row: number, column: number, text: string) => void) {
  let formula: { readonly row: number; readonly column: number } | null = null;
  const number = (style: number, value: number) => numberText(book, style, value);
  const ownText = (data: Buffer, at: number): string => {
    const count = data.readUInt16LE(at);
    const text = book.isOld ? book.decode(data.subarray(at + 2, at + 2 + count)) : readText(data, at + 2, count);
    return text.slice(0, limits.cellLength);
  };
  const readLabel: ReadCell = (data, row, column) => cell(row, column, ownText(data, 6));
  /** By the type of the record: how long it is at least, and what it holds. */
  const readers = new Map<number, readonly [least: number, read: ReadCell]>([
    [cells.number, [14, (data, row, column, style) => cell(row, column, number(style, data.readDoubleLE(6)))]],
    [cells.packed, [10, (data, row, column, style) => cell(row, column, number(style, packedNumber(data, 6)))]],
    [
      cells.packedRow,
      [
        12,
        (data, row, column) => {
          for (let at = 4; at + 8 <= data.length; at += 6)
            cell(row, column + (at - 4) / 6, number(data.readUInt16LE(at), packedNumber(data, at + 2)));
        },
      ],
    ],
    [cells.shared, [10, (data, row, column) => cell(row, column, book.texts[data.readUInt32LE(6)] ?? '')]],
    [cells.label, [8, readLabel]],
    [cells.richLabel, [8, readLabel]],
    // Errors are empty.
    [
      cells.truthOrError,
      [8, (data, row, column) => cell(row, column, data[7] !== 0 ? '' : data[6] === 1 ? 'TRUE' : 'FALSE')],
    ],
    [
      cells.formula,
      [
        14,
        (data, row, column, style) => {
          formula = null;
          if (data.readUInt16LE(12) !== 0xffff) cell(row, column, number(style, data.readDoubleLE(6)));
          // The text stands in a record of its own behind it.
          else if (data[6] === 0) formula = { row, column };
          else if (data[6] === 1) cell(row, column, data[8] === 1 ? 'TRUE' : 'FALSE');
        },
      ],
    ],
  ]);
  return ({ type, data }: BiffRecord): void => {
    if (type === formulaText && formula && data.length > 2) {
      cell(formula.row, formula.column, ownText(data, 0));
      formula = null;
    }
    const [least, read] = readers.get(type) ?? [0, null];
    if (read && data.length >= least) read(data, data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4));
  };
}

const double = Buffer.alloc(8);

/** RK: 30 bits of a whole number or of a floating one, perhaps times 100. */
function packedNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  let value: number;
  if ((bits & 2) !== 0) value = bits >> 2;
  else {
    double.writeInt32LE(bits & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (bits & 1) !== 0 ? value / 100 : value;
}
