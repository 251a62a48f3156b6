// Money of simulated customers: amounts of their own where a deal is open, else amounts drawn from the records.
import type { Draws } from './draws.ts';

/** Amounts of a draw of the Bayesian bootstrap. */
const amountsPerDraw = 128;

/** Running sums of amounts drawn with Dirichlet weights (the Bayesian bootstrap; Rubin, Annals of Statistics 9, 1981). */
export function bootstrap(amounts: readonly number[], random: Draws): Float64Array {
  if (amounts.length === 0) return new Float64Array(0);
  const ends = new Float64Array(amounts.length);
  let all = 0;
  for (let i = 0; i < amounts.length; i++) {
    all -= Math.log(1 - random.uniform());
    ends[i] = all;
  }
  const sums = new Float64Array(amountsPerDraw);
  let sum = 0;
  for (let i = 0; i < amountsPerDraw; i++) {
    const u = random.uniform() * all;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < u) low = middle + 1;
      else high = middle;
    }
    sum += amounts[low] ?? 0;
    sums[i] = sum;
  }
  return sums;
}

/** The sum of `count` amounts from the place `from` on, round and round; never falls when the count grows. */
export function sumOf(sums: Float64Array, count: number, from: number): number {
  const size = sums.length;
  if (size === 0 || count <= 0) return 0;
  const first = from % size;
  const whole = Math.floor(count / size) * (sums[size - 1] ?? 0);
  const end = first + (count % size);
  const upTo = (at: number) => (at <= 0 ? 0 : (sums[at - 1] ?? 0));
  const rest = end <= size ? upTo(end) - upTo(first) : upTo(size) - upTo(first) + upTo(end - size);
  return whole + rest;
}

/** Of `won` leads of a group: the sum of their own amounts, and how many have none. */
export type OwnMoney = (won: number, random: Draws) => { readonly sum: number; readonly others: number };

/**
 * Own amounts of a group of `count` leads, the same for each draw of the parameters: the leads are shuffled (Fisher and Yates), and
 * those who buy are the next `won` of them from a random place on. Each is as likely, and both numbers never fall with `won`.
 */
export function ownMoney(own: readonly number[], count: number, random: Draws): OwnMoney {
  if (own.length === 0) return won => ({ sum: 0, others: won });
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const sums = new Float64Array(count);
  const others = new Float64Array(count);
  let [sum, unknown] = [0, 0];
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random.uniform() * (count - i));
    const lead = order[other] ?? 0;
    order[other] = order[i] ?? 0;
    const amount = own[lead];
    if (amount === undefined) unknown++;
    else sum += amount;
    sums[i] = sum;
    others[i] = unknown;
  }
  return (won, { uniform }) => {
    const from = Math.floor(uniform() * count);
    return { sum: sumOf(sums, won, from), others: sumOf(others, won, from) };
  };
}
