// What is typed into a search, as row numbers of leads: every part must stand somewhere in names, company, e-mail or notes,
// whatever its case or accents.
import { fold } from '../domain/scoring/fold.ts';
import type { Words } from '../engine/words.ts';

/** Row numbers, ascending, of the leads that contain every part of `text`; null for no text: all leads. */
export function searchOf(text: string, words: Words): readonly number[] | null {
  const parts = text.split(/\s+/u).map(fold).filter(Boolean);
  return parts.length === 0 ? null : words.having(parts);
}
