// A file without headers: who and which company its columns of words are, by what stands in them.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import { isCompanyName } from './companies.ts';

const name = /^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){1,3}$/u;
/** True for "Ann Lee": two to four words as names of people are written, and no firm's. */
export const isPersonName = (text: string): boolean => name.test(text) && !isCompanyName(text);

const most = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(test).length * 3 >= texts.length * 2;

/** Adds the first column that holds names of people, and one of firms, to what the contents of the others have told. */
export function withoutHeaders(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (columns.some(({ header }) => header !== '')) return used;
  const taken = new Set(used.map(({ column }) => column));
  const open = columns.filter(
    ({ index, content }) => !taken.has(index) && (content === 'text' || content === 'words' || content === 'id'),
  );
  const person = open.find(({ examples }) => most(examples, isPersonName));
  const company = open.find(({ examples, index }) => index !== person?.index && most(examples, isCompanyName));
  return [
    ...used,
    ...(person ? [{ column: person.index, target: 'fullName' as const }] : []),
    ...(company ? [{ column: company.index, target: 'company' as const }] : []),
  ];
}
