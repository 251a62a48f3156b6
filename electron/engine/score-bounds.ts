// Upper bounds of engagement from counts by type, to skip leads in a replay.
import type { ScoringPlan } from '../domain/scoring/plan.ts';
import { apart } from '../domain/scoring/plan.ts';
import type { ActivityStore } from './activity-store.ts';

/** By position. */
export type ScoreBounds = {
  /** Points as if nothing faded and nothing negative had happened. */
  readonly most: Int32Array;
  /** 1 where the counts of all time satisfy some shortcut; the moment is for the walk to find. */
  readonly counted: Uint8Array;
};

/** What activities of a type could give when they occur `count` times. */
function mostOf({ flags, gains, rules }: ScoringPlan, code: number, count: number): number {
  if (((flags[code] as number) & apart) === 0)
    return Math.max(0, gains.gain[code] as number) * Math.min(count, gains.cap[code] as number);
  let best = 0;
  const last = rules.start[code + 1] as number;
  for (let rule = rules.start[code] as number; rule < last; rule++) {
    best += Math.max(0, rules.points[rule] as number) * Math.min(count, rules.cap[rule] as number);
  }
  return best;
}

/** Everything that `mostOf` looks at, of one type. */
const worthOf = ({ rules }: ScoringPlan, code: number): string => {
  const [from, to] = [rules.start[code], rules.start[code + 1]];
  return `${rules.points.slice(from, to)} ${rules.cap.slice(from, to)}`;
};

/** Leads that a type occurs for, and how often. */
type Having = { readonly code: number; readonly version: number; readonly at: Int32Array; readonly count: Int32Array };

/**
 * Keeps the last reach: neither threshold, half-lives nor fit change it, so that dragging those costs no pass over the leads;
 * and where one type is worth something else, only those are looked at who have it.
 */
export function createScoreBounds(activities: ActivityStore): (plan: ScoringPlan, positions: number) => ScoreBounds {
  let most = new Int32Array(0);
  let counted = new Uint8Array(0);
  let mostKey = '';
  let countedKey = '';
  let before: { readonly plan: ScoringPlan; readonly worth: readonly string[] } | null = null;
  let having: Having | null = null;

  const fillMost = (plan: ScoringPlan, positions: number): void => {
    const { start, length, columns } = activities.kinds;
    const { type, count } = columns;
    for (let position = 0; position < positions; position++) {
      const first = start[position] as number;
      const end = first + (length[position] as number);
      let best = 0;
      for (let kind = first; kind < end; kind++) best += mostOf(plan, type[kind] as number, count[kind] as number);
      most[position] = best;
    }
  };

  const havingOf = (code: number, positions: number): Having => {
    if (having?.code === code && having.version === activities.version) return having;
    const { start, length, columns } = activities.kinds;
    const [at, counts] = [new Int32Array(positions), new Int32Array(positions)];
    let found = 0;
    for (let position = 0; position < positions; position++) {
      const first = start[position] as number;
      const end = first + (length[position] as number);
      for (let kind = first; kind < end; kind++) {
        if (columns.type[kind] !== code) continue;
        at[found] = position;
        counts[found++] = columns.count[kind] as number;
      }
    }
    having = { code, version: activities.version, at: at.slice(0, found), count: counts.slice(0, found) };
    return having;
  };

  const changeMost = (old: ScoringPlan, plan: ScoringPlan, code: number, positions: number): void => {
    const { at, count } = havingOf(code, positions);
    for (let i = 0; i < at.length; i++) {
      const position = at[i] as number;
      const times = count[i] as number;
      most[position] = (most[position] as number) + mostOf(plan, code, times) - mostOf(old, code, times);
    }
  };

  const fillCounted = ({ shortcuts }: ScoringPlan, positions: number): void => {
    const { start, length, columns } = activities.kinds;
    counted.fill(0, 0, positions);
    for (const { codes, times } of shortcuts) {
      for (let position = 0; position < positions; position++) {
        const first = start[position] as number;
        const end = first + (length[position] as number);
        let met = 0;
        for (let kind = first; kind < end; kind++) {
          for (let i = 0; i < codes.length; i++)
            if (columns.type[kind] === codes[i] && (columns.count[kind] as number) >= (times[i] as number)) met++;
        }
        if (met === codes.length) counted[position] = 1;
      }
    }
  };

  return (plan, positions) => {
    const held = `${activities.version} ${positions}`;
    if (most.length < positions) {
      most = new Int32Array(positions + (positions >> 3) + 64);
      counted = new Uint8Array(most.length);
      mostKey = '';
      countedKey = '';
    }
    const worth = Array.from({ length: plan.codeCount }, (_, code) => worthOf(plan, code));
    const others = before?.worth.flatMap((one, code) => (one === worth[code] ? [] : [code])) ?? [];
    if (mostKey !== held || !before || others.length > 1) fillMost(plan, positions);
    else if (others[0] !== undefined) changeMost(before.plan, plan, others[0], positions);
    mostKey = held;
    before = { plan, worth };
    const wanted = `${held} ${plan.shortcuts.map(({ codes, times }) => `${codes} ${times}`).join(';')}`;
    if (wanted !== countedKey) fillCounted(plan, positions);
    countedKey = wanted;
    return { most, counted };
  };
}
