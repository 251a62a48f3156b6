// City and country of a row that stand in one cell.
import type { LeadAttributes } from '../../../shared/lead.ts';
import { countryCode, countryName } from '../countries.ts';
import type { Use } from './cells.ts';
import type { Writable } from './row-text.ts';
import { headerTerms } from './text.ts';

const both =
  /^(?:singapore|singapur|luxembo?u?rg|monaco|panama|guatemala|kuwait|djibouti|san marino|m[eé]xico|bras[ií]lia|tunis)$/i;
/** Headers under which nobody writes a country. */
const ofCities = /^(?:city|town|ort|wohnort|stadt|ville|ciudad|citta|cidade|plaats|woonplaats|stad|miasto|town city)$/;

/** "Hamburg, Germany" and "Austin, Texas, United States" in one column: only split where the last part is a country. */
export function splitCityAndCountry(attributes: Writable<LeadAttributes>, uses: readonly Use[]): void {
  const isOfCities = uses.length > 0 && uses.every(({ header }) => ofCities.test(headerTerms(header).join(' ')));
  const parts = attributes.city?.split(',').map(part => part.trim()) ?? [];
  const last = parts.at(-1) ?? '';
  // "Location: Germany" names no city; Luxembourg and Singapore are both.
  const isCountry = parts.length === 1 && last.length > 3 && countryCode(last) !== null && !both.test(last);
  if (isCountry && !attributes.country && !isOfCities) {
    attributes.country = countryName(last);
    attributes.city = null;
    return;
  }
  if (parts.length < 2 || parts.length > 3 || attributes.country || countryCode(last) === null) return;
  attributes.city = parts[0] ?? null;
  attributes.country = countryName(last);
  if (parts.length === 3 && !attributes.region) attributes.region = parts[1] ?? null;
}
