// Search over names, company, e-mail and notes: parts of words, whatever their case or accents.
import type { Value } from './handle.ts';

/** A trigram index finds nothing shorter than this. */
const shortest = 3;
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`;
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

const wordsOf = (text: string): string[] => text.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
const isLong = (word: string): boolean => [...word].length >= shortest;

/** What the search index is asked for the words it can find; null when there is none. */
export function longWords(text: string): string | null {
  const long = wordsOf(text).filter(isLong);
  return long.length === 0 ? null : long.map(quote).join(' AND ');
}

/** A condition on `lead l` for each word that is too short for the index. */
export const shortWords = (text: string): { readonly sql: string; readonly params: readonly Value[] }[] =>
  wordsOf(text)
    .filter(word => !isLong(word))
    .map(word => ({
      sql: `(l.first_name LIKE ? ESCAPE '\\' OR l.last_name LIKE ? ESCAPE '\\' OR l.company LIKE ? ESCAPE '\\' OR l.email LIKE ? ESCAPE '\\')`,
      params: [like(word), like(word), like(word), like(word)],
    }));

/** A condition on `lead l`: every word of `text` is found somewhere in the lead. */
export function searchCondition(text: string): { readonly sql: string; readonly params: Value[] } {
  const found = longWords(text);
  const parts = [
    ...(found === null
      ? []
      : [{ sql: 'l.seq IN (SELECT rowid FROM lead_search WHERE lead_search MATCH ?)', params: [found] }]),
    ...shortWords(text),
  ];
  const sql = parts.map(part => part.sql).join(' AND ');
  return { sql: parts.length > 0 ? `(${sql})` : 'TRUE', params: parts.flatMap(part => [...part.params]) };
}
