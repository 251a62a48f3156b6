// Effect size of a trait: difference, odds ratio and confidence.
import type { Interval } from '../../figures/stats.ts';
import { wilson } from '../../figures/stats.ts';

/** Customers among so many who ended. */
export type Group = { readonly n: number; readonly customers: number };

/**
 * Interval of the difference of two shares from their Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998, method
 * 10). Everything is possible where one group is empty.
 */
export function differenceOf(one: Group, other: Group, z?: number): Interval {
  const a = wilson(one.customers, one.n, z);
  const b = wilson(other.customers, other.n, z);
  if (!a || !b) return { low: -1, high: 1 };
  const p = one.customers / one.n;
  const q = other.customers / other.n;
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

export type Odds = { readonly log: number; readonly error: number };

/** Natural logarithm of the odds ratio with its standard error; half a person is added everywhere (J. B. S. Haldane 1956). */
export function oddsOf(one: Group, other: Group): Odds {
  const a = one.customers + 0.5;
  const b = one.n - one.customers + 0.5;
  const c = other.customers + 0.5;
  const d = other.n - other.customers + 0.5;
  return { log: Math.log((a * d) / (b * c)), error: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d) };
}

/** Logarithms of factorials, grown as needed. */
const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * The chance of a difference at least as great when the trait means nothing: R. A. Fisher's exact test, twice the smaller tail, which
 * errs on the side of chance.
 */
export function chanceOf(one: Group, other: Group): number {
  const n = one.n + other.n;
  const customers = one.customers + other.customers;
  const all = logChoose(n, customers);
  const chance = (k: number) => Math.exp(logChoose(one.n, k) + logChoose(other.n, customers - k) - all);
  const least = Math.max(0, customers - other.n);
  const most = Math.min(one.n, customers);
  // Sum the tail away from the expected number: it falls off fast.
  const upper = one.customers * n > customers * one.n;
  let tail = 0;
  for (let k = one.customers; k >= least && k <= most; k += upper ? 1 : -1) {
    const term = chance(k);
    tail += term;
    if (term < tail * 1e-12) break;
  }
  return Math.min(1, 2 * tail);
}

/** Share of a standard normal above `z` (W. J. Cody's erfc by way of Numerical Recipes, relative error below 1.2e-7). */
function above(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  return (t * Math.exp(-x * x + series)) / 2;
}

/** The quantile for which intervals of `looks` things at once all hold with 95 % (C. E. Bonferroni): 1.96 for one. */
export function quantileFor(looks: number): number {
  const tail = 0.025 / Math.max(1, looks);
  let low = 0;
  let high = 20;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (above(middle) > tail) low = middle;
    else high = middle;
  }
  return high;
}
