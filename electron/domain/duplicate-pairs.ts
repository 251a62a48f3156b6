// Pairs of leads that may be the same person, with the reason, found in slices.
import { duplicateIndex } from './import/duplicates.ts';
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
  let seen = 0;
  for (const { id, ...attributes } of people) {
    const keys = leadKeys(attributes, country, null);
    for (const found of index.findAll(keys)) {
      if ((found.sure || found.near || found.likely === 'same') && !apart.has(pairKey(found.ref, id))) {
        pairs.push({ id: found.ref, otherId: id, why: found.why, sure: found.sure });
      }
    }
    index.add(id, keys);
    seen += 1;
    if (seen % stretch === 0) yield;
  }
  return pairs.sort((a, b) => Number(b.sure) - Number(a.sure));
}
