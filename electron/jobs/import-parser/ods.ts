// OpenDocument spreadsheets (.ods): their sheets, and one of them as rows of texts, in passes over one stream of XML.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import type { Rows } from './csv.ts';
import { limits, tooBig } from './limits.ts';
import type { MergedRange } from './merged-cells.ts';
import { mergeFiller } from './merged-cells.ts';
import { cellText, countOf } from './ods-values.ts';
import type { RawTable } from './open-text.ts';
import { rejected } from './refused-kinds.ts';
import { blanksKeptTo, likeliestSheet } from './sheet.ts';
import { attribute, walkXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';
import { inflateEntry } from './zip.ts';

/** A row that is written once and meant so often is no list of people. */
const mostRepeated = 100_000;

type Sheet = { readonly name: string; readonly hidden: boolean; size: number; readonly merged: MergedRange[] };

/** An archive with a spreadsheet in it as a table; null when it is none. */
export async function openOds(
  bytes: Bytes,
  entries: readonly ZipEntry[],
  choices: ReadChoices,
): Promise<RawTable | null> {
  const find = (name: string) => entries.find(entry => entry.name === name);
  const type = find('mimetype');
  const mime = type && type.size < 200 ? await wholeText(bytes, type) : '';
  const content = find('content.xml');
  if (type ? !mime.startsWith('application/vnd.oasis.opendocument.') : !content) return null;
  const manifest = find('META-INF/manifest.xml');
  if (find('encrypted-package') || (manifest && (await isEncrypted(bytes, manifest))))
    throw new AppError('file', rejected.sheetPassword);
  if (!content || (type && !/\.spreadsheet(?:-template)?\s*$/.test(mime)))
    throw new AppError('file', rejected.otherOds);
  const sheets = await listSheets(bytes, content);
  const sheet = choices.sheet ?? likeliestSheet(sheets);
  const chosen = sheets[sheet];
  if (!chosen) throw new AppError('file', 'This spreadsheet has no sheet with cells.');
  const problems: RowProblem[] = [];
  return {
    format: 'ods',
    exact: true,
    encoding: '',
    encodings: [],
    delimiter: '',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet,
    problems,
    async *rows() {
      const budget = { used: 0 };
      for await (const rows of readSheet(bytes, content, budget, sheet, chosen))
        yield { ...rows, bytesRead: Math.min(1, budget.used / Math.max(1, content.size)) * bytes.size };
    },
  };
}

async function wholeText(bytes: Bytes, entry: ZipEntry): Promise<string> {
  let text = '';
  for await (const piece of inflateEntry(bytes, entry, { used: 0 })) text += new TextDecoder().decode(piece);
  return text;
}

async function isEncrypted(bytes: Bytes, manifest: ZipEntry): Promise<boolean> {
  let found = false;
  const handler = {
    open(name: string) {
      if (name === 'encryption-data') found = true;
    },
    close: () => {},
    text: () => {},
  };
  for await (const _piece of walkXml(inflateEntry(bytes, manifest, { used: 0 }), handler)) if (found) break;
  return found;
}

/** All sheets, with how many cells they hold and which of them are merged over several rows. */
async function listSheets(bytes: Bytes, content: ZipEntry): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let depth = 0;
  let row = 0;
  let rowTimes = 1;
  let column = 0;
  const handler = {
    open(name: string, attributes: string) {
      if (name === 'style') style = attribute(attributes, 'style:name') ?? '';
      else if (name === 'table-properties' && attribute(attributes, 'table:display') === 'false')
        hiddenStyles.add(style);
      else if (name === 'table') {
        depth++;
        if (depth > 1 || sheets.length >= 1000) return;
        row = 0;
        const hidden = hiddenStyles.has(attribute(attributes, 'table:style-name') ?? '');
        sheets.push({ name: attribute(attributes, 'table:name') ?? '', hidden, size: 0, merged: [] });
      } else if (depth !== 1) return;
      else if (name === 'table-row') {
        column = 0;
        rowTimes = countOf(attributes, 'number-rows-repeated');
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const times = countOf(attributes, 'number-columns-repeated');
        const sheet = sheets.at(-1);
        const down = countOf(attributes, 'number-rows-spanned');
        if (sheet && name === 'table-cell' && attributes.includes('value-type')) sheet.size++;
        if (sheet && down > 1 && sheet.merged.length < limits.mergedRanges)
          sheet.merged.push({ first: row, last: row + down - 1, left: column, right: column });
        column += times;
      }
    },
    close(name: string) {
      if (name === 'table') depth--;
      else if (name === 'table-row' && depth === 1) row += rowTimes;
    },
    text: () => {},
  };
  for await (const _piece of walkXml(inflateEntry(bytes, content, { used: 0 }), handler));
  return sheets;
}

async function* readSheet(
  bytes: Bytes,
  content: ZipEntry,
  budget: { used: number },
  wanted: number,
  sheet: Sheet,
): AsyncGenerator<Rows> {
  const fill = mergeFiller(sheet.merged);
  let rows: string[][] = [];
  let lines: number[] = [];
  let table = -1;
  let depth = 0;
  let row: string[] = [];
  let rowTimes = 1;
  let line = 0;
  let column = 0;
  let times = 1;
  let value: string | null = null;
  let text = '';
  let paragraphs = 0;
  /** Depth of what stands in a cell and is not its text: comments, drawings. */
  let aside = 0;
  let inText = 0;
  let filled = 0;

  const here = () => table === wanted && depth === 1;
  const endCell = () => {
    const said = (value ?? text).slice(0, limits.cellLength);
    if (said !== '' && column < limits.columns) {
      const last = Math.min(column + times, limits.columns);
      filled += (last - column) * rowTimes;
      if (filled > limits.filledCells) throw new AppError('file', tooBig);
      while (row.length < column) row.push('');
      for (let at = column; at < last; at++) row[at] = said;
    }
    column += times;
  };
  const endRow = () => {
    if (row.length > 0 && rowTimes > mostRepeated) throw new AppError('file', tooBig);
    const kept = row.length > 0 ? rowTimes : Math.min(rowTimes, Math.max(0, blanksKeptTo - line));
    if (line + kept > limits.sheetRows) throw new AppError('file', tooBig);
    for (let i = 0; i < kept; i++) {
      const copy = i === 0 ? row : [...row];
      fill(line + i, copy);
      rows.push(copy);
      lines.push(line + i + 1);
    }
    line += rowTimes;
  };
  const handler = {
    open(name: string, attributes: string) {
      if (name === 'table') {
        depth++;
        if (depth === 1) table++;
      }
      if (!here()) return;
      if (name === 'table-row') {
        row = [];
        column = 0;
        rowTimes = countOf(attributes, 'number-rows-repeated');
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        times = countOf(attributes, 'number-columns-repeated');
        value = name === 'table-cell' ? cellText(attributes) : '';
        text = '';
        paragraphs = 0;
      } else if (name === 'annotation' || name === 'shape' || name === 'frame') aside++;
      else if (aside === 0 && name === 'p') {
        if (paragraphs++ > 0) text += '\n';
        inText++;
      } else if (aside === 0 && name === 's') text += ' '.repeat(Math.min(1000, countOf(attributes, 'text:c')));
      else if (aside === 0 && name === 'tab') text += '\t';
      else if (aside === 0 && name === 'line-break') text += '\n';
    },
    close(name: string) {
      if (here()) {
        if (name === 'table-cell' || name === 'covered-table-cell') endCell();
        else if (name === 'table-row') endRow();
        else if (name === 'annotation' || name === 'shape' || name === 'frame') aside--;
        else if (aside === 0 && name === 'p') inText--;
      }
      if (name === 'table') depth--;
    },
    text(piece: string) {
      if (inText > 0 && aside === 0 && here() && text.length <= limits.cellLength) text += piece;
    },
  };
  for await (const _piece of walkXml(inflateEntry(bytes, content, budget), handler)) {
    if (rows.length > 0) yield { rows, lines };
    rows = [];
    lines = [];
    if (table > wanted) return;
  }
}
