// Planted histories for plans: leads that come and go by known rates, and what really came after the day of the plan.
import { drawsFrom } from '../../electron/domain/plan/draws.ts';
import type { PlanRecords, Win } from '../../electron/domain/plan/records.ts';

export type Planted = {
  readonly seed: number;
  /** New leads a week. */
  readonly aWeek?: number;
  readonly weeks?: number;
  /** Share that goes on from each of the four stages, and mean days it takes. */
  readonly shares?: readonly number[];
  readonly means?: readonly number[];
  /** Mean days until those that never go on leave; the others stay open for good. */
  readonly leaves?: number;
  /** Leads that come on one day in a fair, about so many (geometric); half of all leads come so, the others one by one. */
  readonly fairs?: number;
  /** The leads are spread over so many channels, each fair in one of them. */
  readonly channels?: number;
  /** Days after the plan that are lived through as well. */
  readonly ahead?: number;
};

export const plantedDay = 20_000;

/** Records up to `plantedDay` + `ahead`; a plan made for `plantedDay` must not see what came later. */
export function planted({
  seed,
  aWeek = 8,
  weeks = 80,
  shares = [0.5, 0.6, 0.7, 0.6],
  means = [10, 6, 12, 20],
  leaves = 25,
  fairs = 0,
  channels = 0,
  ahead = 91,
}: Planted): PlanRecords {
  const random = drawsFrom(seed * 7919 + 13);
  const exponential = (mean: number) => -mean * Math.log(1 - random.uniform());
  const at: number[][] = [[], [], [], [], []];
  const exitAt: number[] = [];
  const wins: Win[] = [];
  const end = plantedDay + ahead;
  const channel: number[] = [];
  const arrivals = function* (): Generator<readonly [day: number, channel: number]> {
    const begin = plantedDay - 7 * weeks;
    const place = () => (channels === 0 ? -1 : Math.floor(random.uniform() * channels));
    const alone = fairs === 0 ? aWeek : aWeek / 2;
    for (let day = begin + exponential(7 / alone); day < end; day += exponential(7 / alone)) yield [day, place()];
    if (fairs === 0) return;
    for (let day = begin; ; ) {
      day += exponential((7 * fairs) / (aWeek / 2));
      if (day >= end) return;
      const of = place();
      const size = 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log(1 - 1 / fairs));
      for (let i = 0; i < size; i++) yield [day, of];
    }
  };
  for (const [day, from] of arrivals()) {
    let now = day;
    channel.push(from);
    let exit = Number.POSITIVE_INFINITY;
    at[0]?.push(day);
    for (let step = 0; step < 4; step++) {
      const goes = now < Number.POSITIVE_INFINITY && random.uniform() < (shares[step] ?? 0);
      // Delays of two parts, so that they are not exponential.
      const next = goes
        ? now + exponential((means[step] ?? 1) / 2) + exponential((means[step] ?? 1) / 2)
        : Number.POSITIVE_INFINITY;
      if (!goes && now < Number.POSITIVE_INFINITY && random.uniform() < 0.8) exit = now + exponential(leaves);
      now = next;
      at[step + 1]?.push(next < end ? next : Number.POSITIVE_INFINITY);
    }
    exitAt.push(exit < end ? exit : Number.POSITIVE_INFINITY);
    if (now < end) wins.push({ day: now, amount: Math.round(1000 * (1 + exponential(2))), first: true });
  }
  return {
    asOf: end,
    count: exitAt.length,
    at: at.map(column => Float64Array.from(column)),
    exitAt: Float64Array.from(exitAt),
    backAt: new Float64Array(exitAt.length).fill(Number.POSITIVE_INFINITY),
    backTo: new Int8Array(exitAt.length).fill(-1),
    createdAt: Float64Array.from(at[0] ?? []),
    channel: Int32Array.from(channel),
    channels: Array.from({ length: channels }, (_, i) => ({ id: `channel-${i}`, label: `Channel ${i}` })),
    openAmount: new Float64Array(exitAt.length).fill(Number.NaN),
    wins: wins.sort((a, b) => a.day - b.day),
    answered: [],
  };
}
