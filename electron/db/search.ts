// Search over names, company, e-mail and notes: parts of words, whatever their case or accents.
import type { Value } from './handle.ts';

/** A trigram index finds nothing shorter than this. */
const shortest = 3;
const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`;
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** A condition on `lead l`: every word of `text` is found somewhere in the lead. */
export function searchCondition(text: string): { readonly sql: string; readonly params: Value[] } {
  const words = text.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  const long = words.filter(word => [...word].length >= shortest);
  const short = words.filter(word => [...word].length < shortest);
  const parts: string[] = [];
  const params: Value[] = [];
  if (long.length > 0) {
    parts.push('l.seq IN (SELECT rowid FROM lead_search WHERE lead_search MATCH ?)');
    params.push(long.map(quote).join(' AND '));
  }
  for (const word of short) {
    parts.push(
      `(l.first_name LIKE ? ESCAPE '\\' OR l.last_name LIKE ? ESCAPE '\\' OR l.company LIKE ? ESCAPE '\\' OR l.email LIKE ? ESCAPE '\\')`,
    );
    params.push(like(word), like(word), like(word), like(word));
  }
  return { sql: parts.length > 0 ? `(${parts.join(' AND ')})` : 'TRUE', params };
}
