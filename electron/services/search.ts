// What is typed into a search, as row numbers of leads: every part must stand somewhere in names, company, e-mail or notes,
// whatever its case or accents; a phone number is found however it is written.
import { phoneNeedles } from '../domain/phone-search.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import type { Scores } from '../stores/score-store.ts';

/** What is held of all leads in memory to search in. */
export type Searched = Pick<Scores, 'searchText' | 'phones'>;

/**
 * Row numbers, ascending, of the leads that contain every part of `text`; null for no text: all leads. `country`: of phone
 * numbers without a country code.
 */
export function searchOf(
  text: string,
  { searchText, phones }: Searched,
  country: string | null,
): readonly number[] | null {
  const parts = text.split(/\s+/u).map(normalize).filter(Boolean);
  if (parts.length === 0) return null;
  const written = searchText.having(parts);
  const called = phoneNeedles(text, country).flatMap(digits => phones.having([digits]));
  return called.length === 0 ? written : [...new Set([...called, ...written])].sort((one, other) => one - other);
}
