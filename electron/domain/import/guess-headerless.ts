// A file without headers: who and which company its columns of words are, by what stands in them.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { isCompanyName } from './companies.ts';

const name = /^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){1,3}$/u;
/** True for "Ann Lee": two to four words as names of people are written, and no firm's. */
export const isPersonName = (text: string): boolean => name.test(text) && !isCompanyName(text);

const most = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(test).length * 3 >= texts.length * 2;

const saysWho = new Set<ImportTarget>([
  'firstName',
  'lastName',
  'fullName',
  'company',
  'email',
  'otherEmail',
  'phone',
  'otherPhone',
  'externalId',
  'linkedinUrl',
  'dealName',
  'campaignId',
  'spendAmount',
  'strangers',
  'visitors',
]);

/** Adds the first column that holds names of people, and one of firms, to what the contents of the others have told. */
export function withoutHeaders(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  const headed = columns.some(({ header }) => header !== '');
  // With headers, only where none of them says who a row is about.
  if (headed && used.some(({ target }) => saysWho.has(target))) return used;
  const taken = new Set(used.map(({ column }) => column));
  const open = columns.filter(
    ({ index, content }) => !taken.has(index) && (content === 'text' || content === 'words' || content === 'id'),
  );
  const persons = open.filter(({ examples }) => most(examples, isPersonName));
  // Of two such columns, one may be ours: who a row is about is not guessed then.
  if (headed)
    return persons.length === 1
      ? [...used, ...persons.map(({ index }) => ({ column: index, target: 'fullName' as const, guess: true }))]
      : used;
  const [person] = persons;
  const company = open.find(({ examples, index }) => index !== person?.index && most(examples, isCompanyName));
  return [
    ...used,
    ...(person ? [{ column: person.index, target: 'fullName' as const }] : []),
    ...(company ? [{ column: company.index, target: 'company' as const }] : []),
  ];
}
