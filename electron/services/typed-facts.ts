// Facts as somebody types them, as they are stored.
import type { LeadAttributes } from '../../shared/lead.ts';
import { countryName } from '../domain/countries.ts';

/** The same facts with a country's code ("UK") as its name; everything else stays as it was typed. */
export const typedAttributes = (attributes: Partial<LeadAttributes>): Partial<LeadAttributes> =>
  attributes.country ? { ...attributes, country: countryName(attributes.country) } : attributes;
