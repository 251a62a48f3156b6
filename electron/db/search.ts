// Search over names, company, e-mail and notes: parts of words, whatever their case or accents.

/** `match` is for the index; `among`: ascending row numbers of leads with the terms too short for it. Null: all. */
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

/** Words too short for the index. */
export const shortWords = (text: string): string[] => wordsOf(text).filter(word => !isLong(word));
