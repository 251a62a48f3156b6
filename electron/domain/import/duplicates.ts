// Finds existing leads by every key, with match reason and warnings.
import type { Match, MatchKeys, MatchReason } from '../../../shared/import-row.ts';
import { findMatchWarning, keysBy, matchLabels, matchReasons } from './match-warnings.ts';

/** A person found, with the reason. `ref` is whatever the caller put in: a lead's id, a line of the file. */
export type FoundMatch<Ref> = Match & {
  readonly ref: Ref;
  /** Near enough to be shown among the duplicates of a workspace. */
  readonly near?: boolean;
};

export type DuplicateIndex<Ref> = {
  /** Makes somebody findable. */
  readonly add: (ref: Ref, keys: MatchKeys) => void;
  /** More has become known of somebody: `row` was found to be them, and `now` is what they are called since, if it changed. */
  readonly learn: (ref: Ref, row: MatchKeys, now: MatchKeys | null) => void;
  /** The best match: certain before uncertain, then by order of reasons, then the closest. */
  readonly find: (keys: MatchKeys) => FoundMatch<Ref> | null;
  /** All different people who match, the best first: what a person decides between. */
  readonly findAll: (keys: MatchKeys) => readonly FoundMatch<Ref>[];
};

/** People kept under one key: a telephone exchange may belong to a whole company. */
const maxOfOneKey = 20;

/** An empty index. Holds the keys of everybody added; 100,000 people take some 60 MB. */
export function duplicateIndex<Ref>(): DuplicateIndex<Ref> {
  type Entry = { readonly ref: Ref; keys: MatchKeys };
  // Nearly every key belongs to one person: a list is only made for the others.
  const maps = new Map(matchReasons.map(by => [by, new Map<string, Entry | Entry[]>()]));
  const none: readonly Entry[] = [];
  const held = (by: MatchReason, key: string): readonly Entry[] => {
    const found = maps.get(by)?.get(key);
    return found === undefined ? none : Array.isArray(found) ? found : [found];
  };
  /** An address that is loose already is not kept twice: it is found among the addresses. */
  const under = (by: MatchReason, key: string, row: MatchKeys): readonly Entry[] => {
    const entries = held(by, key);
    if (by !== 'similarEmail' || row.emails.includes(key)) return entries;
    const exact = held('email', key);
    return exact.length === 0 ? entries : [...entries, ...exact];
  };
  /** Shows every match to `see`, the surest reason first, until it answers true. */
  function walk(keys: MatchKeys, see: (found: FoundMatch<Ref>) => boolean): void {
    for (const by of matchReasons) {
      for (const key of keysBy(keys, by)) {
        const entries = under(by, key, keys);
        if (entries.length === 0) continue;
        const nearest =
          entries.length < 2 ? entries : entries.toSorted((a, b) => near(keys, b.keys) - near(keys, a.keys));
        for (const entry of nearest) {
          const against = findMatchWarning(by, key, keys, entry.keys);
          const why = against ? `${matchLabels[by]}, ${against.why}.` : `${matchLabels[by]}.`;
          const { likely = 'same', near: close = true } = against ?? {};
          if (see({ ref: entry.ref, by, sure: against === null, likely, near: close, why })) return;
        }
      }
    }
  }
  const byRef = new Map<Ref, Entry>();
  function enter(entry: Entry, keys: MatchKeys): void {
    for (const by of matchReasons) {
      const map = maps.get(by);
      for (const key of keysBy(keys, by)) {
        if (by === 'similarEmail' && keys.emails.includes(key)) continue;
        const there = map?.get(key);
        if (there === undefined) map?.set(key, entry);
        else if (!Array.isArray(there)) {
          if (there !== entry) map?.set(key, [there, entry]);
        } else if (there.length < maxOfOneKey && !there.includes(entry)) there.push(entry);
      }
    }
  }
  return {
    add(ref, keys) {
      const entry = { ref, keys };
      byRef.set(ref, entry);
      enter(entry, keys);
    },
    learn(ref, row, now) {
      const entry = byRef.get(ref);
      if (!entry) return;
      const before = entry.keys;
      if (now === null && !addsTo(before, row)) return;
      entry.keys = {
        ...(now ?? before),
        emails: [...new Set([...before.emails, ...(now?.emails ?? []), ...row.emails])],
        phones: [...new Set([...before.phones, ...(now?.phones ?? []), ...row.phones])],
        externalId: before.externalId ?? row.externalId,
        program: before.externalId === null ? row.program : before.program,
        linkedin: before.linkedin ?? row.linkedin,
        otherIds: joined(before.otherIds, before.externalId, row.externalId),
        otherLinkedins: joined(before.otherLinkedins, before.linkedin, row.linkedin),
        nameCompany: now?.nameCompany ?? before.nameCompany ?? row.nameCompany,
      };
      enter(entry, entry.keys);
    },
    find(keys) {
      let best: FoundMatch<Ref> | null = null;
      walk(keys, found => {
        if (best === null || certainty(found) > certainty(best)) best = found;
        return found.sure;
      });
      return best;
    },
    findAll(keys) {
      const best = new Map<Ref, FoundMatch<Ref>>();
      walk(keys, found => {
        const before = best.get(found.ref);
        if (!before || certainty(found) > certainty(before)) best.set(found.ref, found);
        return false;
      });
      return [...best.values()].sort((a, b) => certainty(b) - certainty(a));
    },
  };
}

const certainty = ({ sure, likely }: Match): number => (sure ? 2 : likely === 'same' ? 1 : 0);

/** How much two people have in common, less what only the second has: of several, the one made from the same row is nearest. */
function near(row: MatchKeys, there: MatchKeys): number {
  let points = 0;
  for (const by of matchReasons) {
    const own = keysBy(row, by);
    for (const key of keysBy(there, by)) points += own.includes(key) ? 2 : -1;
  }
  return points + (row.name === there.name ? 2 : 0);
}

/** True when the row has a key that is not known of them yet. */
const addsTo = (keys: MatchKeys, row: MatchKeys): boolean =>
  matchReasons.some(by => {
    const known = keysBy(keys, by);
    return by !== 'bare' && by !== 'similarEmail' && keysBy(row, by).some(key => !known.includes(key));
  });

/** Of two different ones, the second is a further one. */
const joined = (others: string[], first: string | null, second: string | null): string[] =>
  first === null || second === null || first === second || others.includes(second) ? others : [...others, second];
