// A zip archive as a table: a workbook, or the lists packed together by a program that exports several at once.
import type { ReadChoices, RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import { openOds } from './ods.ts';
import type { RawTable } from './open-text.ts';
import { openText } from './open-text.ts';
import { rejected } from './refused-kinds.ts';
import { likeliestSheet, readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import type { ZipEntry } from './zip.ts';
import { entryBytes, readDirectory } from './zip.ts';

export async function openZip(bytes: Bytes, choices: ReadChoices, locale: string): Promise<RawTable> {
  const entries = await readDirectory(bytes);
  const book = await readWorkbook(bytes, entries);
  if (!book) return (await openOds(bytes, entries, choices)) ?? openLists(bytes, entries, choices, locale);
  const sheet = choices.sheet ?? likeliestSheet(book.sheets.map(({ hidden, entry }) => ({ hidden, size: entry.size })));
  const part = book.sheets[sheet];
  if (!part) throw new AppError('file', 'This workbook has no sheet with cells.');
  const problems: RowProblem[] = [];
  return {
    format: 'xlsx',
    exact: true,
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

/** What an archive is, by the name of a part that only it has. */
const kinds: readonly (readonly [part: RegExp, sentence: string])[] = [
  [/workbook\.bin$/, rejected.binaryWorkbook],
  [/^word\/document\.xml$/, rejected.textDocument],
  [/^ppt\/presentation\.xml$/, rejected.slides],
  [/^Index\/(?:Tables\/|CalculationEngine).*\.iwa$/, rejected.numbers],
  [/^Index(?:\.zip|\/.*\.iwa)$/, rejected.pages],
];
const isNumbers = (name: string): boolean => /\.numbers$/i.test(name);

async function openLists(
  bytes: Bytes,
  entries: readonly ZipEntry[],
  choices: ReadChoices,
  locale: string,
): Promise<RawTable> {
  const kind = kinds.find(([part]) => entries.some(({ name }) => part.test(name)));
  if (kind)
    throw new AppError('file', kind[1] === rejected.pages && isNumbers(bytes.name) ? rejected.numbers : kind[1]);
  const lists = entries.filter(
    ({ name, size }) => /\.(?:csv|tsv|tab|txt)$/i.test(name) && size > 0 && !name.startsWith('__MACOSX/'),
  );
  const chosen = lists[choices.sheet ?? 0];
  if (!chosen) throw new AppError('file', rejected.archive);
  const raw = await openText(entryBytes(bytes, chosen), choices, locale);
  return { ...raw, sheets: lists.map(({ name }) => ({ name, hidden: false })), sheet: choices.sheet ?? 0 };
}
