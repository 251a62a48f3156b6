// Finds who is already there: by every key, with the reason, and with what speaks against it.
import type { Match, MatchKeys, MatchReason } from '../../../shared/import.ts';
import { looseEmailKey } from './emails.ts';

/** A person found, with the reason. `ref` is whatever the caller put in: a lead's id, a line of the file. */
export type FoundMatch<Ref> = Match & { readonly ref: Ref };

export type DuplicateIndex<Ref> = {
  /** Makes somebody findable. The first one to have a key keeps it. */
  readonly add: (ref: Ref, keys: MatchKeys) => void;
  /** The best match: a sure one before an unsure one, then by the order of `reasons`. */
  readonly find: (keys: MatchKeys) => FoundMatch<Ref> | null;
  /** All different people who match, the best first: what a person decides between. */
  readonly findAll: (keys: MatchKeys) => readonly FoundMatch<Ref>[];
};

/** From the surest to the least sure. */
const reasons: readonly MatchReason[] = ['externalId', 'email', 'linkedin', 'phone', 'nameCompany', 'similarEmail'];
const words: Readonly<Record<MatchReason, string>> = {
  externalId: 'Same id',
  email: 'Same e-mail',
  linkedin: 'Same LinkedIn profile',
  phone: 'Same phone',
  nameCompany: 'Same name and company',
  similarEmail: 'Nearly the same e-mail',
};

function keysBy(keys: MatchKeys, by: MatchReason): readonly string[] {
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
    case 'similarEmail':
      return keys.emails.map(looseEmailKey);
    default:
      return by satisfies never;
  }
}

/** Addresses that several people of a company read. */
const shared =
  /^(?:info|office|contact|kontakt|hello|hallo|sales|vertrieb|support|service|admin|mail|post|team|buero|accounts?|billing|enquir(?:y|ies)|contacto|contatto|bonjour|marketing|hr|jobs|press|no-?reply)@/;

type Agreement = 'same' | 'different' | 'unknown';

function names(a: MatchKeys, b: MatchKeys): Agreement {
  if (a.name === null || b.name === null) return 'unknown';
  const other = new Set(b.name.split(' '));
  return a.name.split(' ').some(word => word.length > 1 && other.has(word)) ? 'same' : 'different';
}

function emails(a: MatchKeys, b: MatchKeys): Agreement {
  if (a.emails.length === 0 || b.emails.length === 0) return 'unknown';
  return a.emails.some(email => b.emails.includes(email)) ? 'same' : 'different';
}

/** What speaks against taking two people for one although `by` is the same; null when nothing does. */
function doubt(by: MatchReason, key: string, a: MatchKeys, b: MatchKeys): string | null {
  const otherName = names(a, b) === 'different';
  switch (by) {
    case 'externalId':
      return otherName && emails(a, b) === 'different' ? 'but another name and e-mail' : null;
    case 'email':
      if (otherName) return 'but another name';
      return shared.test(key) && a.name !== b.name ? 'but several people may read it' : null;
    case 'linkedin':
      return null;
    case 'phone':
      if (otherName) return 'but another name';
      return names(a, b) === 'unknown' && emails(a, b) === 'different' ? 'but another e-mail' : null;
    case 'nameCompany':
      return emails(a, b) === 'different' ? 'but another e-mail' : null;
    case 'similarEmail':
      return 'it may be somebody else';
    default:
      return by satisfies never;
  }
}

/** An empty index. Holds the keys of everybody added; 100,000 people take some 60 MB. */
export function duplicateIndex<Ref>(): DuplicateIndex<Ref> {
  type Entry = { readonly ref: Ref; readonly keys: MatchKeys };
  const maps = new Map(reasons.map(by => [by, new Map<string, Entry>()]));
  const candidates = function* (keys: MatchKeys): Generator<FoundMatch<Ref>> {
    for (const by of reasons) {
      for (const key of keysBy(keys, by)) {
        const entry = maps.get(by)?.get(key);
        if (!entry) continue;
        const against = doubt(by, key, keys, entry.keys);
        yield {
          ref: entry.ref,
          by,
          sure: against === null,
          why: against ? `${words[by]}, ${against}.` : `${words[by]}.`,
        };
      }
    }
  };
  return {
    add(ref, keys) {
      const entry = { ref, keys };
      for (const by of reasons) {
        const map = maps.get(by);
        for (const key of keysBy(keys, by)) if (map && !map.has(key)) map.set(key, entry);
      }
    },
    find(keys) {
      let unsure: FoundMatch<Ref> | null = null;
      for (const found of candidates(keys)) {
        if (found.sure) return found;
        unsure ??= found;
      }
      return unsure;
    },
    findAll(keys) {
      const best = new Map<Ref, FoundMatch<Ref>>();
      for (const found of candidates(keys)) {
        const before = best.get(found.ref);
        if (!before || (found.sure && !before.sure)) best.set(found.ref, found);
      }
      return [...best.values()].sort((a, b) => Number(b.sure) - Number(a.sure));
    },
  };
}
