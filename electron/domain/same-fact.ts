// Two writings of one fact: a phone with and without its country code, a country by its code and by its name.
import type { LeadFacts, LeadField } from '../../shared/lead.ts';
import { countryKey } from './countries.ts';
import { phoneCountry } from './import/keys.ts';
import { samePhone } from './import/phones.ts';

type Facts = Partial<LeadFacts>;

/** Whether a field says the same in both. `home`: country of phone numbers without a country code. */
export function sameFact(field: LeadField, one: Facts, other: Facts, home: string | null): boolean {
  const [a, b] = [one[field] ?? null, other[field] ?? null];
  if (a === b) return true;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  if (field === 'country') return countryKey(a) === countryKey(b);
  return field === 'phone' && samePhone(a, b, phoneCountry({ country: one.country ?? other.country }, home));
}
