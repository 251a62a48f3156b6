// An OLE compound file: an old workbook, a new one behind a password, or a document of another kind, which is named.
import type { ReadChoices } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import { openCompound } from './compound-file.ts';
import type { RawTable } from './open-text.ts';
import { rejected } from './refused-kinds.ts';
import { openXls } from './xls.ts';

/** What a document is, by the name of an entry that only it has. */
const kinds: readonly (readonly [entry: RegExp, sentence: string])[] = [
  [/^EncryptedPackage$/, rejected.workbookPassword],
  [/^WordDocument$/, rejected.textDocument],
  [/^PowerPoint Document$/, rejected.slides],
  [/^__properties_version1\.0$/, rejected.outlookMessage],
  [/^VisioDocument$/, rejected.picture],
];

export async function openOle(bytes: Bytes, choices: ReadChoices): Promise<RawTable> {
  const file = await openCompound(bytes);
  const workbook =
    file.entries.find(({ name }) => name === 'Workbook') ?? file.entries.find(({ name }) => name === 'Book');
  if (workbook) return openXls(bytes, file, workbook, choices);
  const kind = kinds.find(([pattern]) => file.entries.some(({ name }) => pattern.test(name)));
  throw new AppError('file', kind?.[1] ?? rejected.oldOffice);
}
