// What somebody types into a search, as the database is asked for it.
import type { Reader } from '../db/handle.ts';
import { longWords, matchingRows, type Search, shortWords } from '../db/search.ts';
import { phoneNeedles } from '../domain/phone-search.ts';
import { fold } from '../domain/scoring/fold.ts';
import type { Scores } from './scores.ts';

/** What is held of all leads in memory to search in. */
export type Searched = Pick<Scores, 'words' | 'phones'>;

/**
 * The index looks for whole words of three letters and more; shorter ones, and numbers of telephones, are looked for in
 * memory. `country`: of phone numbers without a country code.
 */
export function searchOf(text: string, db: Reader, { words, phones }: Searched, country: string | null): Search {
  const [first, ...others] = shortWords(text).map(word => words.having(fold(word)));
  const among = first && others.reduce((rows, more) => rows.filter(Set.prototype.has, new Set(more)), first);
  const match = longWords(text);
  const rung = phoneNeedles(text, country).flatMap(digits => phones.having(digits));
  if (rung.length === 0) return { match, among: among ?? null };
  // Whoever has the number, and whoever has it written in a note.
  const written = match === null ? (among ?? []) : matchingRows(db, match);
  const inBoth = match === null || !among ? written : written.filter(Set.prototype.has, new Set(among));
  return { match: null, among: [...new Set([...rung, ...inBoth])].sort((a, b) => a - b) };
}
