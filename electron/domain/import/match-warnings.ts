// Match reasons of two records, and warnings against a match.
import type { RowAnswer } from '../../../shared/import.ts';
import type { MatchKeys, MatchReason } from '../../../shared/import-row.ts';
import { looseEmailKey } from './emails.ts';

/** From the surest to the least sure. */
export const matchReasons: readonly MatchReason[] = [
  'externalId',
  'email',
  'linkedin',
  'phone',
  'nameCompany',
  'company',
  'bare',
  'similarEmail',
];
export const matchLabels: Readonly<Record<MatchReason, string>> = {
  externalId: 'Same ID',
  email: 'Same e-mail',
  linkedin: 'Same LinkedIn profile',
  phone: 'Same phone',
  nameCompany: 'Same name and company',
  company: 'Same company',
  bare: 'Same in all known fields',
  similarEmail: 'Similar e-mail',
};

export function keysBy(keys: MatchKeys, by: MatchReason): readonly string[] {
  switch (by) {
    case 'externalId':
      return keys.externalId === null ? keys.otherIds : [keys.externalId, ...keys.otherIds];
    case 'email':
      return keys.emails;
    case 'linkedin':
      return keys.linkedin === null ? keys.otherLinkedins : [keys.linkedin, ...keys.otherLinkedins];
    case 'phone':
      return keys.phones;
    case 'nameCompany':
      return keys.nameCompany === null ? [] : [keys.nameCompany];
    case 'company':
      return isCompany(keys) && keys.company !== null ? [keys.company] : [];
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

/** True for a row that speaks of a company and of nobody there. */
const isCompany = ({ name, emails, linkedin }: MatchKeys): boolean =>
  name === null && emails.length === 0 && linkedin === null;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some(key => b.includes(key));
const otherProgram = (a: MatchKeys, b: MatchKeys): boolean => differ(a.program, b.program);
/** Two ids of one program are two people. */
const otherId = (a: MatchKeys, b: MatchKeys): boolean => differ(a.externalId, b.externalId) && !otherProgram(a, b);
const isReachable = ({ externalId, emails: addresses, phones, linkedin }: MatchKeys): boolean =>
  addresses.length + phones.length > 0 || externalId !== null || linkedin !== null;
/** Nothing is known but a telephone number. */
const isOnlyPhone = ({ externalId, emails: addresses, linkedin, name, company }: MatchKeys): boolean =>
  externalId === null && addresses.length === 0 && linkedin === null && name === null && company === null;

/** "Jon Smith" and "John Smith": one word is written with one letter more, less or other. */
function isSlip(a: string | null, b: string | null): boolean {
  const [ours, theirs] = [a?.split(' ') ?? [], b?.split(' ') ?? []];
  const [left, right] = [ours.filter(word => !theirs.includes(word)), theirs.filter(word => !ours.includes(word))];
  const [one = '', other = ''] = [left[0], right[0]];
  if (left.length !== 1 || right.length !== 1 || Math.min(one.length, other.length) < 3) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let to = 0;
  const most = Math.min(one.length, other.length) - from;
  while (to < most && one.at(-1 - to) === other.at(-1 - to)) to++;
  // The first letter is what tells Jan from Dan.
  return from > 0 && Math.max(one.length, other.length) - from - to <= 1 && Math.max(one.length, other.length) > 3;
}

/** What speaks against it, and what is done as long as nobody has decided. */
export type MatchWarning = {
  readonly why: string;
  readonly likely: Exclude<RowAnswer, 'skip'>;
  /** Near enough to be shown among the duplicates of a workspace. */
  readonly near?: boolean;
};
const kept = (why: string, near = false): MatchWarning => ({ why, likely: 'new', near });

const otherWords = { different: 'but a different name', partly: 'but only part of the name' } as const;

/**
 * What speaks against taking two people for one although `by` is the same; null when nothing does. Sure is only an id of the
 * same program, an own address, a profile, or an own number with an agreeing name; a doubtful match is kept apart, because
 * taking two people for one loses somebody and nobody notices.
 */
export function findMatchWarning(by: MatchReason, key: string, a: MatchKeys, b: MatchKeys): MatchWarning | null {
  const called = names(a, b);
  const otherName = called === 'different' || called === 'partly' ? otherWords[called] : null;
  switch (by) {
    case 'externalId':
      if (otherName !== null) return { why: otherName, likely: emails(a, b) === 'same' ? 'same' : 'new' };
      if (otherProgram(a, b) && called !== 'same' && emails(a, b) !== 'same')
        return kept('but from a different program');
      return isCompany(a) && isCompany(b) && differ(a.company, b.company) ? kept('but a different company') : null;
    case 'email':
      if (otherName !== null)
        return isSlip(a.name, b.name) && !shared.test(key) ? null : kept(otherName, !shared.test(key));
      if (a.name === null && b.name === null && differ(a.company, b.company))
        return kept('but a different company', true);
      return shared.test(key) && a.name !== b.name && called !== 'same' ? kept('but possibly a shared mailbox') : null;
    case 'linkedin':
      return null;
    case 'phone':
      return doubtOfPhone(a, b, called, otherName);
    case 'nameCompany':
      if (emails(a, b) === 'different') return kept('but a different e-mail');
      if (otherId(a, b)) return kept('but a different ID');
      return isReachable(a) && isReachable(b) ? kept('but nothing else matches', true) : null;
    case 'company':
      if (otherId(a, b)) return kept('but a different ID');
      if (apart(a.phones, b.phones)) return kept('but a different phone');
      return differ(a.city, b.city) ? kept('but a different city') : null;
    case 'bare':
      return a.name !== null && (a.bare?.split('|')[2] ?? '') === ''
        ? { why: 'but only the name matches', likely: 'same' }
        : null;
    case 'similarEmail':
      return kept('may be a different person');
    default:
      return by satisfies never;
  }
}

function doubtOfPhone(a: MatchKeys, b: MatchKeys, called: Agreement, otherName: string | null): MatchWarning | null {
  if (otherName !== null) return kept(otherName);
  if (called === 'same') return null;
  if (emails(a, b) === 'different') return kept('but a different e-mail');
  if (isOnlyPhone(a) || isOnlyPhone(b)) return null;
  if (a.name !== null || b.name !== null) return kept('but no name to confirm it');
  if (differ(a.company, b.company)) return kept('but a different company');
  return otherId(a, b) ? kept('but a different ID') : null;
}
