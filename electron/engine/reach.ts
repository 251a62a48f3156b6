// The most each lead's activities could ever be worth, from how often each type occurs: rules most leads out of a replay at once.
import type { Plan } from '../domain/scoring/plan.ts';
import { inShortcut, moreRules } from '../domain/scoring/plan.ts';
import type { ActivityStore } from './activity-store.ts';

/** By position. */
export type Reach = {
  /** Points as if nothing faded and nothing negative had happened. */
  readonly most: Int32Array;
  /** Not 0 where a type happened that a shortcut asks for. */
  readonly asked: Uint8Array;
};

/** What a type with more than one rule could give when it occurs `count` times. */
function bestOf({ rules: { start, points, cap } }: Plan, code: number, count: number): number {
  let best = 0;
  const last = start[code + 1] as number;
  for (let rule = start[code] as number; rule < last; rule++) {
    best += Math.max(0, points[rule] as number) * Math.min(count, cap[rule] as number);
  }
  return best;
}

/** Keeps the last reach: neither threshold, half-lives nor fit change it, so that dragging those costs no pass over the leads. */
export function createReach(activities: ActivityStore): (plan: Plan, positions: number) => Reach {
  let most = new Int32Array(0);
  let asked = new Uint8Array(0);
  let key = '';

  const fill = (plan: Plan, positions: number): void => {
    const { start, length, columns } = activities.kinds;
    const { type, count } = columns;
    const { flags } = plan;
    const { gain, cap } = plan.gains;
    for (let position = 0; position < positions; position++) {
      const first = start[position] as number;
      const end = first + (length[position] as number);
      let best = 0;
      let some = 0;
      for (let kind = first; kind < end; kind++) {
        const code = type[kind] as number;
        const flag = flags[code] as number;
        const many = count[kind] as number;
        best += Math.max(0, gain[code] as number) * Math.min(many, cap[code] as number);
        if ((flag & moreRules) !== 0) best += bestOf(plan, code, many);
        some |= flag & inShortcut;
      }
      most[position] = best;
      asked[position] = some;
    }
  };

  return (plan, positions) => {
    const { rules, flags } = plan;
    const wanted = [activities.version, positions, rules.start, rules.points, rules.cap, flags].join(';');
    if (wanted !== key) {
      if (most.length < positions) {
        most = new Int32Array(positions + (positions >> 3) + 64);
        asked = new Uint8Array(most.length);
      }
      fill(plan, positions);
      key = wanted;
    }
    return { most, asked };
  };
}
