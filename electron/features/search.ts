// Turns search input into a database query.
import { longWords, type Search, shortWords } from '../db/search.ts';
import { fold } from '../domain/scoring/fold.ts';
import type { Words } from '../engine/words.ts';

/** The index looks for whole words of three letters and more; shorter ones are looked for in memory. */
export function searchOf(text: string, words: Words): Search {
  const [first, ...others] = shortWords(text).map(word => words.having(fold(word)));
  const among = first && others.reduce((rows, more) => rows.filter(Set.prototype.has, new Set(more)), first);
  return { match: longWords(text), among: among ?? null };
}
