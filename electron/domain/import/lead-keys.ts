// All keys of a lead that is here already, also those that stand in its notes as further ones.
import type { MatchKeys } from '../../../shared/import-row.ts';
import { furtherOf } from '../further-contacts.ts';
import type { Matchable } from './keys.ts';
import { externalIdKey, linkedinKey, matchKeys } from './keys.ts';

export type MatchableLead = Matchable & { readonly country?: string | null; readonly notes?: string | null };

/** `home`: ISO code for phone numbers when the lead's own country is not known. `program`: which one gave its id. */
export function leadKeys({ notes, ...lead }: MatchableLead, home: string | null, program: string | null): MatchKeys {
  if (!notes) return matchKeys(lead, home, { program });
  const { email, phone, linkedin, id } = furtherOf(notes);
  return matchKeys(lead, home, {
    emails: email,
    phones: phone,
    ids: id.map(externalIdKey),
    linkedins: linkedin.flatMap(url => linkedinKey(url) ?? []),
    program,
  });
}
