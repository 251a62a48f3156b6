// Facts as somebody types them, as they are stored.
import type { LeadAttributes } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { countryName } from '../domain/countries.ts';
import { parseEmail } from '../domain/import/emails.ts';

/** The same facts with a country's code ("UK") as its name; everything else stays as it was typed. What is no e-mail address is refused, as in an import. */
export function typedAttributes(attributes: Partial<LeadAttributes>): Partial<LeadAttributes> {
  const { country, email } = attributes;
  if (email && parseEmail(email) === null)
    throw new AppError(
      'invalid',
      `“${email.slice(0, 60)}” is not an e-mail address such as ada@mill.example.`,
      'attributes.email',
    );
  return country ? { ...attributes, country: countryName(country) } : attributes;
}
