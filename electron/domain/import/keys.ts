// Match keys of a person. All are normalized; none is shown.
import type { MatchKeys } from '../../../shared/import-row.ts';
import { countryCode } from '../countries.ts';
import { emailKey } from './emails.ts';
import { parsePhone } from './phones.ts';
import { isNobodysAddress, isNobodysNumber } from './stand-ins.ts';
import { normalize } from './text.ts';

const legalForms =
  /[\s,]+(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|ug(?: \(haftungsbeschrankt\))?|e\.? ?v\.?|e\.? ?k\.?|inc\.?|incorporated|corp\.?|corporation|llc|l\.l\.c\.|ltd\.?|limited|plc|pte\.? ltd\.?|pvt\.? ltd\.?|private limited|co\.?|company|sarl|s\.a\.r\.l\.|sas|s\.a\.s\.|s\.?a\.?|s\.?l\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|oy|ab|a\/s|aps|as|sp\.? z o\.? ?o\.?|s\.?r\.?o\.?|kft\.?)\.?$/;

/** A company without its legal form: "Acme GmbH & Co. KG" and "ACME" are the same. */
export function companyKey(company: string): string {
  let key = normalize(company.slice(0, 300));
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(legalForms, '');
  }
  return key.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** "in/ann-lee" of any writing of a LinkedIn profile's address; null for anything else. */
export function linkedinKey(url: string): string | null {
  const match = /linkedin\.com\/(?:mwlite\/)?(in|pub|company|sales\/lead|sales\/people)\/([^/?#\s]+)/i.exec(
    url.slice(0, 1000),
  );
  if (!match) return null;
  return `${match[1]?.toLowerCase()}/${decoded(match[2] ?? '')
    .normalize('NFC')
    .toLowerCase()}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Words of a name, folded and sorted, so that their order does not matter; null when there are none. */
export function nameKey(first: string | null, last: string | null): string | null {
  const words = normalize(`${(first ?? '').slice(0, 200)} ${(last ?? '').slice(0, 200)}`)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .split(' ')
    .filter(part => part !== '');
  return words.length === 0 ? null : words.sort().join(' ');
}

/** Name and company (a `companyKey`) together; null unless there are at least two names and a company. */
export const nameCompanyKey = (name: string | null, company: string): string | null =>
  name === null || company === '' || !name.includes(' ') ? null : `${name}|${company}`;

export const externalIdKey = (id: string): string => id.slice(0, 300).normalize('NFC').trim().toLowerCase();

/** What can be matched on in the facts of a lead. */
export type Matchable = {
  readonly externalId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly linkedinUrl?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly company?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly country?: string | null | undefined;
};

/** All that is known of somebody who has none of the other keys; null when there is nothing. A number too short to be a key counts. */
function bareKey({ firstName, lastName, company, jobTitle, city, phone }: Matchable): string | null {
  if (!firstName && !lastName && !company && !phone) return null;
  return [firstName, lastName, company, jobTitle, city, phone?.replace(/\D/g, '')]
    .map(text => (text ? normalize(text) : ''))
    .join('|');
}

type More = {
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  /** As keys already. */
  readonly ids?: string[];
  readonly linkedins?: string[];
  readonly program?: string | null;
};
const none: string[] = [];

/** The country a lead's numbers without a country code belong to: its own, else `home`. */
export const phoneCountry = (attributes: Pick<Matchable, 'country'>, home: string | null): string | null =>
  (attributes.country ? countryCode(attributes.country) : null) ?? home;

/** All keys of one lead. `home`: ISO code for phone numbers without a country code, where the lead names no country. */
export function matchKeys(attributes: Matchable, home: string | null, more: More = {}): MatchKeys {
  const emails = [attributes.email, ...(more.emails ?? [])]
    .filter(text => typeof text === 'string' && !isNobodysAddress(text))
    .map(text => emailKey(text ?? ''));
  const phones: string[] = [];
  const country = phoneCountry(attributes, home);
  for (const text of [attributes.phone, ...(more.phones ?? [])]) {
    const key = typeof text === 'string' && !isNobodysNumber(text) ? parsePhone(text, country)?.key : null;
    if (key && !phones.includes(key)) phones.push(key);
  }
  const name = nameKey(attributes.firstName ?? null, attributes.lastName ?? null);
  const company = attributes.company ? companyKey(attributes.company) : '';
  const externalId = attributes.externalId ? externalIdKey(attributes.externalId) : null;
  const profile = attributes.linkedinUrl ? linkedinKey(attributes.linkedinUrl) : null;
  // The page of a company is nobody's profile.
  const linkedin = profile?.startsWith('company/') ? null : profile;
  const found = emails.length + phones.length > 0 || externalId !== null || linkedin !== null;
  return {
    externalId,
    emails: emails.length > 1 ? [...new Set(emails)] : emails,
    phones,
    linkedin,
    otherIds: more.ids ?? none,
    otherLinkedins: more.linkedins ?? none,
    nameCompany: nameCompanyKey(name, company),
    // Asked only of those of whom no person is known; of everybody they would take many megabytes.
    company: name !== null || company === '' ? null : company,
    city: name === null && attributes.city ? normalize(attributes.city.slice(0, 100)) : null,
    program: externalId === null ? null : (more.program ?? null),
    name,
    bare: found ? null : bareKey(attributes),
  };
}
