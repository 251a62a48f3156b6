// Match reasons of two records, and warnings against a match.
import type { Decision } from '../../../shared/import.ts';
import type { MatchKeys, MatchReason } from '../../../shared/import-row.ts';
import { looseEmailKey } from './emails.ts';

/** From the surest to the least sure. */
export const matchReasons: readonly MatchReason[] = [
  'externalId',
  'email',
  'linkedin',
  'phone',
  'nameCompany',
  'bare',
  'similarEmail',
];
export const matchWords: Readonly<Record<MatchReason, string>> = {
  externalId: 'Same id',
  email: 'Same e-mail',
  linkedin: 'Same LinkedIn profile',
  phone: 'Same phone',
  nameCompany: 'Same name and company',
  bare: 'Same in all known fields',
  similarEmail: 'Similar e-mail',
};

export function keysBy(keys: MatchKeys, by: MatchReason): readonly string[] {
  switch (by) {
    case 'externalId':
      return keys.externalId === null ? [] : [keys.externalId];
    case 'email':
      return keys.emails;
    case 'linkedin':
      return keys.linkedin === null ? [] : [keys.linkedin];
    case 'phone':
      return keys.phones;
    case 'nameCompany':
      return keys.nameCompany === null ? [] : [keys.nameCompany];
    case 'bare':
      return keys.bare === null ? [] : [keys.bare];
    case 'similarEmail':
      return keys.emails.map(looseEmailKey);
    default:
      return by satisfies never;
  }
}

/** Addresses that several people of a company read. */
const shared =
  /^(?:info|office|contact|kontakt|hello|hallo|sales|vertrieb|support|service|admin|mail|post|team|buero|accounts?|billing|enquir(?:y|ies)|contacto|contatto|bonjour|marketing|hr|jobs|press|no-?reply)@/;

type Agreement = 'same' | 'partly' | 'different' | 'unknown';

/** "Ann" and "A. Lee" may be Ann Lee; Ann Lee and Bob Lee have only a word in common. */
function names(a: MatchKeys, b: MatchKeys): Agreement {
  if (a.name === null || b.name === null) return 'unknown';
  if (a.name === b.name) return 'same';
  const [fewer, more] = [a.name.split(' '), b.name.split(' ')].sort((x, y) => x.length - y.length);
  const held = (fewer ?? []).filter(word => more?.some(other => other === word || isInitial(word, other)));
  if (held.length === fewer?.length) return 'same';
  return held.some(word => word.length > 1) ? 'partly' : 'different';
}

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

function emails(a: MatchKeys, b: MatchKeys): Agreement {
  if (a.emails.length === 0 || b.emails.length === 0) return 'unknown';
  return a.emails.some(email => b.emails.includes(email)) ? 'same' : 'different';
}

/** What speaks against it, and what is done as long as nobody has decided. */
export type Doubt = { readonly why: string; readonly likely: Exclude<Decision, 'skip'> };

/**
 * What speaks against taking two people for one although `by` is the same; null when nothing does. Undecided, a person is kept
 * apart where taking two for one would lose somebody; an address of one's own is believed.
 */
export function doubt(by: MatchReason, key: string, a: MatchKeys, b: MatchKeys): Doubt | null {
  const otherName = names(a, b) === 'different';
  switch (by) {
    case 'externalId':
      return otherName && emails(a, b) === 'different'
        ? { why: 'but a different name and e-mail', likely: 'new' }
        : null;
    case 'email':
      if (otherName) return { why: 'but a different name', likely: shared.test(key) ? 'new' : 'same' };
      return shared.test(key) && a.name !== b.name && names(a, b) !== 'same'
        ? { why: 'but possibly a shared mailbox', likely: 'new' }
        : null;
    case 'linkedin':
      return null;
    case 'phone':
      if (otherName) return { why: 'but a different name', likely: 'new' };
      if (names(a, b) === 'partly') return { why: 'but only part of the name', likely: 'new' };
      return names(a, b) === 'unknown' && emails(a, b) === 'different'
        ? { why: 'but a different e-mail', likely: 'new' }
        : null;
    case 'nameCompany':
      return emails(a, b) === 'different' ? { why: 'but a different e-mail', likely: 'new' } : null;
    case 'bare':
      return a.name !== null && (a.bare?.split('|')[2] ?? '') === ''
        ? { why: 'but only the name matches', likely: 'same' }
        : null;
    case 'similarEmail':
      return { why: 'may be a different person', likely: 'new' };
    default:
      return by satisfies never;
  }
}
