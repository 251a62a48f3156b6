// Search over names, company, e-mail and notes: parts of words, whatever their case or accents.

import type { Reader } from './handle.ts';

/** `match` is for the index; `among`: row numbers, ascending, of whoever has the words too short for it. Null: everybody. */
export type Search = { readonly match: string | null; readonly among: readonly number[] | null };

/** A trigram index finds nothing shorter than this. */
const shortest = 3;
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const wordsOf = (text: string): string[] => text.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
const isLong = (word: string): boolean => [...word].length >= shortest;

/** What the search index is asked for the words it can find; null when there is none. */
export function longWords(text: string): string | null {
  const long = wordsOf(text).filter(isLong);
  return long.length === 0 ? null : long.map(quote).join(' AND ');
}

/** Row numbers that the index finds, ascending. */
export const matchingRows = (db: Reader, match: string): number[] =>
  db.pluck('SELECT rowid FROM lead_search WHERE lead_search MATCH ? ORDER BY rowid', [match]);

/** Words too short for the index. */
export const shortWords = (text: string): string[] => wordsOf(text).filter(word => !isLong(word));
