// Points for activities under caps: on groups of types, and on all of them.
import { dayMs } from '../../../shared/dates.ts';
import type { CompiledCaps, ScoringPlan } from './plan.ts';
import { adjustmentCode } from './plan.ts';
import type { Track } from './track.ts';

/** Scratch space: what is used is filled anew. */
let sums = new Float64Array(16);
let before = new Int32Array(64);

/**
 * Engagement at `now` of the rows `start` to `end` (exclusive) of a track, caps applied, score adjustments included; `seen` says
 * how often each type is among them. Without caps it is never more: a walk asks only where that would be enough.
 */
export function cappedEngagement(
  { rules, lanes, codeCount }: ScoringPlan,
  caps: CompiledCaps,
  { at, type, hand }: Track,
  rows: { readonly start: number; readonly end: number },
  seen: Int32Array,
  now: number,
): number {
  const groups = caps.points.length;
  if (sums.length < groups + 1) sums = new Float64Array(groups * 2);
  if (before.length < codeCount) before = new Int32Array(codeCount * 2);
  sums.fill(0, 0, groups + 1);
  before.fill(0, 0, codeCount);
  let adjusted = 0;
  for (let row = rows.start; row < rows.end; row++) {
    const code = type[row] as number;
    if (code === adjustmentCode) {
      adjusted += hand?.[row] ?? 0;
      continue;
    }
    const earlier = before[code] as number;
    before[code] = earlier + 1;
    const later = (seen[code] as number) - earlier - 1;
    const group = caps.capOf[code] as number;
    const sum = group < 0 ? groups : group;
    const last = rules.start[code + 1] as number;
    for (let rule = rules.start[code] as number; rule < last; rule++) {
      const lane = rules.lane[rule] as number;
      if (lane < 0) {
        if (earlier < (rules.cap[rule] as number)) sums[sum] = (sums[sum] as number) + (rules.points[rule] as number);
      } else if (later < (lanes.latest[lane] as number) && earlier < (lanes.first[lane] as number)) {
        const age = Math.min(Math.floor((now - (at[row] as number)) / dayMs), lanes.size[lane] as number);
        sums[sum] = (sums[sum] as number) + (lanes.table[(lanes.offset[lane] as number) + age] as number);
      }
    }
  }
  let whole = sums[groups] as number;
  for (let group = 0; group < groups; group++) whole += Math.min(sums[group] as number, caps.points[group] as number);
  return Math.min(whole, caps.total) + adjusted;
}
