// Two writings of one fact: a phone with and without its country code, a country by its code and by its name.
import type { LeadAttributes, LeadField } from '../../shared/lead.ts';
import { countryKey } from './countries.ts';
import { phoneCountry } from './import/keys.ts';
import { samePhone } from './import/phones.ts';

type Attributes = Partial<LeadAttributes>;

/** Whether a field says the same in both. `home`: country of phone numbers without a country code. */
export function sameAttribute(field: LeadField, one: Attributes, other: Attributes, home: string | null): boolean {
  const [a, b] = [one[field] ?? null, other[field] ?? null];
  if (a === b) return true;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  if (field === 'country') return countryKey(a) === countryKey(b);
  return field === 'phone' && samePhone(a, b, phoneCountry({ country: one.country ?? other.country }, home));
}
