// An OLE compound file: an old workbook, a new one behind a password, or a document of another kind, which is named.
import type { ReadChoices } from '../../../shared/import.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Bytes } from './bytes.ts';
import { openCompound } from './compound-file.ts';
import type { RawTable } from './open-text.ts';
import { refused } from './refused-kinds.ts';
import { openXls } from './xls.ts';

/** What a document is, by the name of an entry that only it has. */
const kinds: readonly (readonly [entry: RegExp, sentence: string])[] = [
  [/^EncryptedPackage$/, refused.workbookPassword],
  [/^WordDocument$/, refused.textDocument],
  [/^PowerPoint Document$/, refused.slides],
  [/^__properties_version1\.0$/, refused.outlookMessage],
  [/^VisioDocument$/, refused.picture],
];

export async function openOle(bytes: Bytes, choices: ReadChoices): Promise<RawTable> {
  const file = await openCompound(bytes);
  const workbook =
    file.entries.find(({ name }) => name === 'Workbook') ?? file.entries.find(({ name }) => name === 'Book');
  if (workbook) return openXls(bytes, file, workbook, choices);
  const kind = kinds.find(([pattern]) => file.entries.some(({ name }) => pattern.test(name)));
  throw new Refusal('file', kind?.[1] ?? refused.oldOffice);
}
