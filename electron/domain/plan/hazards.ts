// One step of the funnel: how fast leads go on to the next stage or leave, by how long they have been there, and how sure that is.
import type { Draws } from './draws.ts';

/** What was seen of a step, per bucket of the days a lead has been in the stage. */
export type StepRecords = {
  /** Leads seen in the stage, and those of them that passed it in the same moment. */
  readonly n: number;
  readonly instant: number;
  readonly conversions: number;
  /** Upper ends of the buckets in days; the last is infinite. */
  readonly edges: Float64Array;
  readonly converted: Float64Array;
  readonly left: Float64Array;
  /** Days all leads together spent in the bucket. */
  readonly exposure: Float64Array;
};

/** A draw of the posterior: hazards per day of going on and of leaving, and the share that passes at once. */
export type StepDraw = { readonly on: Float64Array; readonly off: Float64Array; atOnce: number };

/** Stays of leads in a stage, in columns: days until it went on (or Infinity), until it left (or Infinity), and for how long it was seen. */
export type StageStays = { readonly on: Float64Array; readonly off: Float64Array; readonly seen: Float64Array };

/** Less than half an hour: recorded in one move. */
const instantDays = 0.02;
const maxBuckets = 6;
const conversionsPerBucket = 5;
const staysBetweenYields = 20_000;

/**
 * Buckets hold five conversions each or more, up to six, by the own delays; beyond the longest delay is one more. Yields every few
 * milliseconds.
 */
export function* stepRecords({ on, off, seen }: StageStays): Generator<void, StepRecords> {
  const delays = on.filter((days, i) => days > instantDays && days <= (seen[i] ?? 0)).sort();
  yield;
  const buckets = Math.max(1, Math.min(maxBuckets, Math.floor(delays.length / conversionsPerBucket)));
  const inner = Array.from({ length: buckets }, (_, i) => delays[Math.ceil(((i + 1) * delays.length) / buckets) - 1]);
  const distinct = [...new Set(inner.filter(edge => edge !== undefined))];
  const edges = Float64Array.from([...distinct, Number.POSITIVE_INFINITY]);
  const [converted, left, exposure] = [0, 0, 0].map(() => new Float64Array(edges.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let instant = 0;
  for (let i = 0; i < on.length; i++) {
    if (i % staysBetweenYields === staysBetweenYields - 1) yield;
    const [wentOn, leftAfter, days] = [on[i] ?? 0, off[i] ?? 0, seen[i] ?? 0];
    if (wentOn <= instantDays) {
      instant++;
      continue;
    }
    const until = Math.min(wentOn, leftAfter, days);
    let from = 0;
    for (let k = 0; k < edges.length && from < until; k++) {
      const edge = edges[k] ?? 0;
      const to = Math.min(edge, until);
      exposure[k] = (exposure[k] ?? 0) + to - from;
      if (until <= edge) {
        if (wentOn <= Math.min(leftAfter, days)) converted[k] = (converted[k] ?? 0) + 1;
        else if (leftAfter <= days) left[k] = (left[k] ?? 0) + 1;
      }
      from = to;
    }
  }
  return { n: on.length, instant, conversions: instant + delays.length, edges, converted, left, exposure };
}

/** Pseudo-events of the prior in a whole step. */
const priorEvents = 0.5;

/**
 * A draw of the posterior of the piecewise exponential model with competing ends: for each bucket on ~ Gamma(x + a, E + a / h),
 * off likewise (x events in E days; Gamma is conjugate to exponential times: Gelman et al., Bayesian Data Analysis, 2.6; piecewise:
 * Friedman, Annals of Statistics 10, 1982). The prior is half an event in a whole step, spread over the buckets, at the step's
 * own mean hazard h: nothing is borrowed from others. The share that passes at once ~ Beta(x + 1/2, n - x + 1/2), and is 0 where
 * none ever did.
 */
export function drawStep({ n, instant, edges, converted, left, exposure }: StepRecords, random: Draws): StepDraw {
  const total = exposure.reduce((sum, days) => sum + days, 0);
  const size = edges.length;
  const share = priorEvents / size;
  const draw = (events: Float64Array) => {
    const hazard = (events.reduce((sum, count) => sum + count, 0) + priorEvents) / Math.max(total, 1);
    return events.map((count, k) => random.gamma(count + share) / ((exposure[k] ?? 0) + share / hazard));
  };
  const on = draw(converted);
  const off = draw(left);
  const atOnce = instant === 0 ? 0 : random.beta(instant + 0.5, n - instant + 0.5);
  return { on, off, atOnce };
}

/**
 * Share that has gone on after 0, h, 2h, ... days, of leads that have been in the stage for `age` days; `atOnce` is not in it.
 * Within a bucket with hazards c and e: S c / (c + e) (1 - exp(-(c + e) d)).
 */
export function goneOn(draw: StepDraw, edges: Float64Array, age: number, h: number, out: Float64Array): void {
  let bucket = 0;
  while ((edges[bucket] ?? Number.POSITIVE_INFINITY) <= age) bucket++;
  let [survives, gone, at] = [1, 0, age];
  let [edge, on, both, staysWhole, goesWhole] = [0, 0, 0, 1, 0];
  const enter = (next: number) => {
    bucket = next;
    edge = edges[next] ?? Number.POSITIVE_INFINITY;
    on = draw.on[next] ?? 0;
    both = on + (draw.off[next] ?? 0);
    // A whole interval within one bucket leaves the same share of the rest: one exponential for all of them.
    staysWhole = Math.exp(-both * h);
    goesWhole = both > 0 ? (on * (1 - staysWhole)) / both : 0;
  };
  enter(bucket);
  out[0] = 0;
  for (let i = 1; i < out.length; i++) {
    const until = age + i * h;
    if (until < edge) {
      gone += survives * goesWhole;
      survives *= staysWhole;
    } else {
      while (at < until) {
        const to = Math.min(edge, until);
        if (both > 0) {
          const stays = Math.exp(-both * (to - at));
          gone += (survives * on * (1 - stays)) / both;
          survives *= stays;
        }
        at = to;
        if (to === edge) enter(bucket + 1);
      }
    }
    at = until;
    out[i] = gone;
  }
}

/**
 * The next step behind this one: share that has passed both after 0, h, 2h, ... days. `gone` as `goneOn` gives it; the delay within
 * an interval is taken at its two ends, half each (trapezoid).
 */
export function behind(gone: Float64Array, atOnce: number, next: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 1; j <= i; j++) {
      sum += ((gone[j] ?? 0) - (gone[j - 1] ?? 0)) * ((next[i - j] ?? 0) + (next[i - j + 1] ?? 0));
    }
    out[i] = atOnce * (next[i] ?? 0) + (1 - atOnce) * 0.5 * sum;
  }
}
