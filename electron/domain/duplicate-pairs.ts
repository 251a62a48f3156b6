// Pairs of leads that may be the same person, with the reason, found in slices.
import { duplicateIndex } from './import/duplicates.ts';
import { companyKey, nameKey } from './import/keys.ts';
import { leadKeys, type MatchableLead } from './import/lead-keys.ts';

export type DuplicatePair = {
  /** The one that was there first. */
  readonly id: string;
  readonly otherId: string;
  /** "Same phone, but another name." */
  readonly why: string;
  readonly sure: boolean;
};

type Someone = MatchableLead & { readonly id: string };

/** People looked at between two yields: about 5 ms. */
const stretch = 200;

/** People of one company whose names sound alike, each compared with each. */
const mostAlike = 5;

/** Spellings of one sound: Mueller and Müller, Smith and Smyth, Stephen and Steven. */
const sounds = [
  [/([aou])e/g, '$1'],
  [/ph|v|w/g, 'f'],
  [/y|j/g, 'i'],
  [/ck|q|c(?!h)/g, 'k'],
  [/dt|th|d/g, 't'],
  [/sz|z/g, 's'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/e(?= |$)/g, ''],
] as const;

/** What two records of one person have in common when the name was written as it was heard; null: too little is known. */
function spellingKey({ firstName, lastName, company }: MatchableLead): string | null {
  const name = firstName && lastName ? nameKey(firstName, lastName) : null;
  if (name === null || !company) return null;
  return `${sounds.reduce((text, [from, to]) => text.replace(from, to), name)} @ ${companyKey(company)}`;
}

/** How one pair is told from another, whichever of the two comes first. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * All pairs among `people` that a person would call the same or would want to look at: the sure ones first. `apart` are the
 * pairs (see pairKey) of whom it was said that they are two.
 */
export function* duplicatePairs(
  people: readonly Someone[],
  country: string | null,
  apart: ReadonlySet<string>,
): Generator<void, DuplicatePair[]> {
  const index = duplicateIndex<string>();
  const pairs: DuplicatePair[] = [];
  const spelled = new Map<string, Someone[]>();
  let seen = 0;
  for (const { id, ...attributes } of people) {
    const keys = leadKeys(attributes, country, null);
    const matches = index.findAll(keys);
    for (const found of matches) {
      if ((found.sure || found.near || found.likely === 'same') && !apart.has(pairKey(found.ref, id))) {
        pairs.push({ id: found.ref, otherId: id, why: found.why, sure: found.sure });
      }
    }
    const key = spellingKey(attributes);
    if (key !== null) {
      const alike = spelled.get(key) ?? [];
      for (const other of alike)
        if (!matches.some(({ ref }) => ref === other.id) && !apart.has(pairKey(other.id, id)))
          pairs.push({ id: other.id, otherId: id, why: 'Same company, and a name that sounds the same.', sure: false });
      if (alike.length < mostAlike) spelled.set(key, [...alike, { id, ...attributes }]);
    }
    index.add(id, keys);
    seen += 1;
    if (seen % stretch === 0) yield;
  }
  return pairs.sort((a, b) => Number(b.sure) - Number(a.sure));
}
