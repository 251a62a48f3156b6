// Facts as somebody types them, as they are stored.
import type { LeadFacts } from '../../shared/lead.ts';
import { countryName } from '../domain/countries.ts';

/** The same facts with a country's code ("UK") as its name; everything else stays as it was typed. */
export const typedFacts = (facts: Partial<LeadFacts>): Partial<LeadFacts> =>
  facts.country ? { ...facts, country: countryName(facts.country) } : facts;
