// Histories with a known truth, to see whether learning finds what is there and nothing else.
import type { Seen, TraitStats } from '../../../../electron/domain/scoring/learn/insights.ts';
import { seeded } from '../../../bench/random.ts';

export type Planted = {
  readonly typeId: string;
  /** Share of leads with the trait. */
  readonly share: number;
  /** Logarithm of how many times better their odds are. */
  readonly log: number;
  readonly present: number;
};

/** `leads` ended leads; `rate` is the share of customers among those with no trait at all. */
export function simulate(seed: number, leads: number, rate: number, traits: readonly Planted[]): TraitStats {
  const random = seeded(seed * 7919 + 13);
  const groups = traits.map(() => ({ with: { n: 0, customers: 0 }, without: { n: 0, customers: 0 } }));
  const ended = { n: leads, customers: 0 };
  for (let lead = 0; lead < leads; lead++) {
    let log = Math.log(rate / (1 - rate));
    const has = traits.map(trait => random.chance(trait.share));
    traits.forEach((trait, i) => {
      if (has[i]) log += trait.log;
    });
    const bought = random.chance(1 / (1 + Math.exp(-log))) ? 1 : 0;
    ended.customers += bought;
    groups.forEach((group, i) => {
      const mine = has[i] ? group.with : group.without;
      mine.n++;
      mine.customers += bought;
    });
  }
  const seen = traits.map(
    ({ typeId, present }, i): Seen => ({
      trait: { kind: 'activity', typeId },
      with: groups[i]?.with ?? { n: 0, customers: 0 },
      without: groups[i]?.without ?? { n: 0, customers: 0 },
      times: 1,
      present,
    }),
  );
  return { ended, seen };
}
