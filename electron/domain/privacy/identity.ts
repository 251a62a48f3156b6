// What a person is recognized by: in running text, and as keys of which only salted hashes are kept once they are erased.

import type { MatchKeys } from '../../../shared/import-row.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { escapePattern } from '../escape-pattern.ts';

/** Facts that name a person, as they are or once were. */
export type Identity = Partial<
  Pick<LeadAttributes, 'firstName' | 'lastName' | 'email' | 'phone' | 'linkedinUrl' | 'externalId' | 'company'>
>;
export const identityFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'linkedinUrl',
  'externalId',
  'company',
] as const satisfies readonly (keyof Identity)[];

/** What stands in a text where the name of an erased person stood. */
export const erasedMark = '[erased]';

/** Shorter numbers and addresses stand in other texts by chance. */
const shortest = 6;
/** Any space between two words; in JSON a quote or a backslash of a name is escaped. */
const pattern = (text: string): string =>
  text
    .trim()
    .split(/\s+/)
    .map(word => escapePattern(word).replaceAll('"', '\\\\*"'))
    .join('[\\s,]+');

/** Words that name a person by themselves: both names together in either order, e-mail, phone, profile. */
export function namingTerms(identities: readonly Identity[]): readonly string[] {
  const terms = new Set<string>();
  for (const { firstName, lastName, email, phone, linkedinUrl } of identities) {
    if (firstName && lastName) {
      terms.add(`${firstName} ${lastName}`);
      terms.add(`${lastName} ${firstName}`);
    }
    for (const text of [email, phone, linkedinUrl?.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '')])
      if (text && text.trim().length >= shortest) terms.add(text);
  }
  return [...terms].map(word => word.normalize('NFC'));
}

export type Scrubber = {
  /** The text without what names the person; null: nothing in it does. */
  readonly scrub: (text: string) => string | null;
};

/** Finds and replaces naming words as whole words, whatever the case and the way accents are written. */
export function createScrubber(terms: readonly string[]): Scrubber {
  if (terms.length === 0) return { scrub: () => null };
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(pattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return {
    scrub: text => {
      const plain = text.normalize('NFC');
      const without = plain.replace(found, erasedMark);
      return without === plain ? null : without;
    },
  };
}

export type SuppressionKind = 'lead' | 'email' | 'phone' | 'linkedin' | 'external' | 'name';
export type SuppressionKey = { readonly kind: SuppressionKind; readonly key: string };

/**
 * Keys of one row or lead. A phone number may be a whole company's and an external id means something in one program
 * only, so both count together with the name; so does the company. A name alone is nobody's own.
 */
export function suppressionKeys(keys: MatchKeys, leadId: string | null): readonly SuppressionKey[] {
  const { emails, phones, linkedin, externalId, nameCompany, name } = keys;
  return [
    ...(leadId === null ? [] : [{ kind: 'lead', key: leadId } as const]),
    ...emails.map(key => ({ kind: 'email', key }) as const),
    ...(linkedin === null ? [] : [{ kind: 'linkedin', key: linkedin } as const]),
    ...phones.map(key => ({ kind: 'phone', key: `${key}|${name ?? ''}` }) as const),
    ...(externalId === null ? [] : [{ kind: 'external', key: `${externalId}|${name ?? ''}` } as const]),
    ...(nameCompany === null ? [] : [{ kind: 'name', key: nameCompany } as const]),
  ];
}

/** What is said of a row that is refused. */
export const suppressionWords: Readonly<Record<SuppressionKind, string>> = {
  lead: 'This lead was erased at their request.',
  email: 'A person with this e-mail address was erased, so it is not imported again.',
  phone: 'A person with this name and phone number was erased, so it is not imported again.',
  linkedin: 'A person with this LinkedIn profile was erased, so it is not imported again.',
  external: 'A person with this name and external id was erased, so it is not imported again.',
  name: 'A person of this name and company was erased, so it is not imported again.',
};
