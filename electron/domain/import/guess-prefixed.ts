// Headers as databases write them: "kun_name", "kun_mail" with the short name of the table before each; "First" beside "Last".
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import { isKnownHeader } from './headers.ts';
import { headerKey, headerTerms } from './text.ts';

const fewest = 4;
const longest = 5;

/** The columns without a short word that stands before nearly all of their names and means nothing. */
export function withoutTablePrefix(columns: readonly ImportColumn[]): ImportColumn[] {
  const named = columns.filter(({ header }) => header !== '');
  const counts = new Map<string, number>();
  const prefixOf = (header: string): string => /^([a-z]{2,5})[_.]/i.exec(header)?.[1]?.toLowerCase() ?? '';
  for (const { header } of named) counts.set(prefixOf(header), (counts.get(prefixOf(header)) ?? 0) + 1);
  const [prefix = '', count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const isOne = prefix !== '' && prefix.length <= longest && !isKnownHeader(prefix);
  if (!isOne || count < fewest || count * 4 < named.length * 3) return [...columns];
  return columns.map(column =>
    prefixOf(column.header) === prefix ? { ...column, header: column.header.slice(prefix.length + 1) } : column,
  );
}

const halves: readonly (readonly [first: string, last: string])[] = [
  ['first', 'last'],
  ['given', 'family'],
  ['fname', 'lname'],
  ['vor', 'nach'],
];

/** "First" and "Last" mean nothing alone; beside each other they are the names. */
export function withFirstAndLast(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (used.some(({ target }) => target === 'firstName' || target === 'lastName' || target === 'fullName')) return used;
  const called = (name: string) =>
    columns.find(({ header, filled, content }) => {
      const isName = headerKey(header) === name || headerTerms(header).join('') === name;
      return isName && filled > 0 && (content === 'text' || content === 'words');
    });
  for (const [first, last] of halves) {
    const [one, other] = [called(first), called(last)];
    if (!one || !other) continue;
    const rest = used.filter(({ column }) => column !== one.index && column !== other.index);
    return [...rest, { column: one.index, target: 'firstName' }, { column: other.index, target: 'lastName' }];
  }
  return used;
}
