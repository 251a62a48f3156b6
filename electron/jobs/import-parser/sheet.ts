// One sheet of a workbook as rows of texts: dates as ISO dates, numbers with a point, empty cells as ''.
import { fromDayNumber } from '../../../shared/dates.ts';
import type { RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import { serialToDay } from '../../domain/import/dates.ts';
import type { Bytes } from './bytes.ts';
import type { Rows } from './csv.ts';
import { limits, tooBig } from './limits.ts';
import { mergeFiller } from './merged-cells.ts';
import { readMergedRanges } from './merged-ranges.ts';
import type { SheetPart, Workbook } from './workbook.ts';
import { unescaped } from './workbook.ts';
import { attribute, walkXml } from './xml.ts';
import { inflateEntry } from './zip.ts';

/** Blank rows are kept only this far down, where a header is looked for; further on they say nothing. */
export const blanksKeptTo = 300;

/** Rows of a sheet, piece by piece; a row's line is its number in the sheet. */
export async function* readSheet(
  bytes: Bytes,
  book: Workbook,
  sheet: SheetPart,
  problems: RowProblem[],
): AsyncGenerator<Rows> {
  let rows: string[][] = [];
  let lines: number[] = [];
  let row: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  let above = false;
  let filled = 0;
  let beyond = 0;
  let last = 0;

  let formulas = 0;
  let firstFormula = '';
  let at = '';
  let hasFormula = false;
  const fill = mergeFiller(await readMergedRanges(bytes, sheet.entry));

  const endCell = () => {
    if (hasFormula && value === '') {
      formulas += 1;
      if (firstFormula === '') firstFormula = at;
    }
    const currency = value === '' ? null : (book.currencies[style] ?? null);
    if (currency !== null && type === 'n') book.seenCurrencies.add(currency);
    const text = value === '' ? '' : cellText(book, type, style, value);
    if (text === '') return;
    if (column >= limits.columns) {
      beyond++;
      return;
    }
    if (++filled > limits.filledCells) throw new AppError('file', tooBig);
    while (row.length < column) row.push('');
    row[column] = text;
  };
  const endRow = () => {
    if (line > limits.sheetRows) throw new AppError('file', tooBig);
    fill(line, row);
    if (row.length === 0 && line > blanksKeptTo) return;
    for (let gap = (lines.at(-1) ?? last) + 1; gap < Math.min(line, blanksKeptTo); gap++) {
      rows.push([]);
      lines.push(gap);
    }
    rows.push(row);
    lines.push(line);
  };
  const handler = {
    open(name: string, attributes: string) {
      if (name === 'c') {
        const reference = attribute(attributes, 'r');
        at = reference ?? '';
        hasFormula = false;
        column = reference === null ? column + 1 : columnOf(reference);
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        value = '';
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v' || name === 't') inValue = !above;
      else if (name === 'rPh') above = true;
      else if (name === 'row') {
        const at = Number(attribute(attributes, 'r') ?? line + 1);
        line = at > 0 ? at : line + 1;
        row = [];
        column = -1;
      }
    },
    close(name: string) {
      if (name === 'c') endCell();
      else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') above = false;
      else if (name === 'row') endRow();
    },
    text(text: string) {
      if (inValue && value.length <= limits.cellLength) value += text;
    },
  };
  for await (const _piece of walkXml(inflateEntry(bytes, sheet.entry, book.budget), handler)) {
    if (rows.length === 0) continue;
    last = lines.at(-1) ?? last;
    yield { rows, lines };
    rows = [];
    lines = [];
  }
  if (formulas > 0)
    problems.push({
      line: 0,
      message: `${formulas} cells hold a formula without a stored result, the first in ${firstFormula}; they are empty here. Open the workbook in a spreadsheet, save it, and import it again.`,
    });
  if (beyond > 0)
    problems.push({
      line: 0,
      message: `${beyond} cells beyond column ${limits.columns} were skipped.`,
    });
}

/** "BC12" is column 54, from 0; digits end it. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function cellText(book: Workbook, type: string, style: number, value: string): string {
  switch (type) {
    case 's':
      return book.texts[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescaped(value).slice(0, limits.cellLength);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return value
        .replace('T', ' ')
        .replace(/(?:\.0+)?Z?$/, '')
        .replace(/ 00:00:00$/, '');
    default:
      return storedNumber(book, style, value);
  }
}

function storedNumber(book: Workbook, style: number, value: string): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : numberText(book, style, number);
}

/** A number as a text, by the style of its cell: a date, a percentage, or itself. */
export function numberText(book: Pick<Workbook, 'styles' | 'epoch'>, style: number, number: number): string {
  if (!Number.isFinite(number)) return '';
  const kind = book.styles[style] ?? 'plain';
  if (kind === 'date' && number >= 0 && number < 2_958_466) return dateText(number, book.epoch);
  if (kind === 'percent') return `${trimmed(number * 100)}%`;
  return trimmed(number);
}

/** Spreadsheets keep 15 digits. A longer whole number has lost some: it is written so that nobody takes it for an id. */
function trimmed(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) >= 1e15) return number.toExponential(14).replace('e+', 'E+');
  if (Number.isInteger(number)) return String(number);
  const short = Number(number.toPrecision(15));
  const text = String(short);
  return text.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : text;
}

function dateText(serial: number, epoch: 1900 | 1904): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (serial < 1 && epoch === 1900) return time;
  const day = fromDayNumber(serialToDay(serial, epoch) + Math.floor(seconds / 86_400));
  return seconds % 86_400 === 0 ? day : `${day} ${time}`;
}

/** The first sheet that is shown, unless it is a mere cover beside the real one. */
export function likeliestSheet(sheets: readonly { readonly hidden: boolean; readonly size: number }[]): number {
  const biggest = Math.max(...sheets.map(sheet => (sheet.hidden ? 0 : sheet.size)), 0);
  const first = sheets.findIndex(sheet => !sheet.hidden && sheet.size * 10 >= biggest);
  return Math.max(first, 0);
}
