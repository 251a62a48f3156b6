// Decaying activities of one lead, and their points at an instant.
import { dayMs } from '../../../shared/dates.ts';
import type { ScoringPlan } from './plan.ts';

/** Multiplying is several times faster than dividing. Half a ms keeps whole days clear of rounding: exact for 70,000 years. */
const daysPerMs = 1 / dayMs;

/** Spent rows are taken out once there are so many of them, and as many as others. */
const worthForgetting = 32;

/** Low bits of a note are the lane (criteria have at most 300 rules); the others how many of the type came before. */
export const laneBits = 9;
const laneMask = 2 ** laneBits - 1;

/** Columns of what was noted, in order of time: instant and note. */
export type Fading = {
  at: Float64Array;
  note: Int32Array;
  count: number;
  /** Set by `fade`: the negative part of what is left. */
  below: number;
};

export const createFading = (): Fading => ({
  at: new Float64Array(64),
  note: new Int32Array(64),
  count: 0,
  below: 0,
});

/** Empties it and makes room for `rows` and one more. */
export function clearFading(fading: Fading, rows: number): void {
  fading.count = 0;
  if (fading.at.length > rows) return;
  fading.at = new Float64Array(rows * 2);
  fading.note = new Int32Array(rows * 2);
}

/** Takes out what can never count again: beyond a cap, or older than its points last. */
function forgetSpent(fading: Fading, { lanes }: ScoringPlan, seen: Int32Array, now: number): void {
  const { at, note } = fading;
  let kept = 0;
  for (let row = 0; row < fading.count; row++) {
    const noted = note[row] as number;
    const which = noted & laneMask;
    const before = noted >> laneBits;
    const after = (seen[lanes.code[which] as number] as number) - before - 1;
    if (after >= (lanes.latest[which] as number) || before >= (lanes.first[which] as number)) continue;
    if ((now - (at[row] as number)) * daysPerMs > (lanes.size[which] as number) + 1) continue;
    at[kept] = at[row] as number;
    note[kept] = noted;
    kept++;
  }
  fading.count = kept;
}

/**
 * Adds up what is left at `now` of all that was noted; `seen` says how many of each type there were so far. `below` gets the
 * negative part, the return value is the positive.
 */
export function fade(fading: Fading, plan: ScoringPlan, seen: Int32Array, now: number): number {
  const { table, offset, size, code, latest, first } = plan.lanes;
  const { at, note, count } = fading;
  let sum = 0;
  let below = 0;
  let alive = 0;
  for (let row = count - 1; row >= 0; row--) {
    const noted = note[row] as number;
    const which = noted & laneMask;
    const before = noted >> laneBits;
    const age = ((now - (at[row] as number) + 0.5) * daysPerMs) | 0;
    const after = (seen[code[which] as number] as number) - before - 1;
    // All bits set where it counts: fewer than `latest` came after, fewer than `first` before.
    const mask = ((after - (latest[which] as number)) & (before - (first[which] as number))) >> 31;
    const left = (table[(offset[which] as number) + Math.min(age, size[which] as number)] as number) & mask;
    sum += left;
    below += left & (left >> 31);
    alive -= mask & ((age - (size[which] as number)) >> 31);
  }
  fading.below = below;
  const spent = count - alive;
  if (spent > worthForgetting && spent > alive) forgetSpent(fading, plan, seen, now);
  return sum - below;
}
