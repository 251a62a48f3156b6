// A zip archive as a table: a workbook, or the lists packed together by a program that exports several at once.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import type { RawTable } from './open-text.ts';
import { openText } from './open-text.ts';
import { readSheet } from './sheet.ts';
import type { SheetPart } from './workbook.ts';
import { readWorkbook } from './workbook.ts';
import type { ZipEntry } from './zip.ts';
import { entryBytes, readDirectory } from './zip.ts';

export async function openZip(bytes: Bytes, choices: ReadChoices, locale: string): Promise<RawTable> {
  const entries = await readDirectory(bytes);
  const book = await readWorkbook(bytes, entries);
  if (!book) return openLists(bytes, entries, choices, locale);
  const sheet = choices.sheet ?? likeliestSheet(book.sheets);
  const part = book.sheets[sheet];
  if (!part) throw new Refusal('file', 'This workbook has no sheet with cells.');
  const problems: RowProblem[] = [];
  return {
    format: 'xlsx',
    encoding: '',
    encodings: [],
    delimiter: '',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet,
    currencies: book.seenCurrencies,
    problems,
    async *rows() {
      const before = book.budget.used;
      for await (const rows of readSheet(bytes, book, part, problems)) {
        // How far: by the sheet's own bytes against what the archive says it has.
        const part_ = Math.min(1, (book.budget.used - before) / Math.max(1, part.entry.size));
        yield { ...rows, bytesRead: part_ * bytes.size };
      }
    },
  };
}

/** The first one shown, unless it is a mere cover beside the real one. */
function likeliestSheet(sheets: readonly SheetPart[]): number {
  const biggest = Math.max(...sheets.map(sheet => (sheet.hidden ? 0 : sheet.entry.size)), 0);
  const first = sheets.findIndex(sheet => !sheet.hidden && sheet.entry.size * 10 >= biggest);
  return Math.max(first, 0);
}

const other = (name: string): string | null => {
  if (name === 'content.xml') return 'This is an OpenDocument sheet (.ods). Save it as .xlsx or CSV.';
  if (name.endsWith('workbook.bin')) return 'This is a binary workbook (.xlsb). Save it as .xlsx or CSV.';
  if (name === 'word/document.xml') return 'This is a text document. Copy its table and paste it, or save it as CSV.';
  return name.startsWith('Index/') && name.endsWith('.iwa')
    ? 'This is a Numbers document. Export it as CSV or Excel.'
    : null;
};

async function openLists(
  bytes: Bytes,
  entries: readonly ZipEntry[],
  choices: ReadChoices,
  locale: string,
): Promise<RawTable> {
  for (const { name } of entries) {
    const why = other(name);
    if (why) throw new Refusal('file', why);
  }
  const lists = entries.filter(
    ({ name, size }) => /\.(?:csv|tsv|tab|txt)$/i.test(name) && size > 0 && !name.startsWith('__MACOSX/'),
  );
  const chosen = lists[choices.sheet ?? 0];
  if (!chosen) throw new Refusal('file', 'There is no table in this archive. Unpack it and choose the file itself.');
  const raw = await openText(entryBytes(bytes, chosen), choices, locale);
  return { ...raw, sheets: lists.map(({ name }) => ({ name, hidden: false })), sheet: choices.sheet ?? 0 };
}
