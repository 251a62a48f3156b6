// One walk over a lead's activities in order of time: when the rules are first met, and what the engagement is at a moment.
import { dayMs } from './decay.ts';
import type { Plan } from './plan.ts';
import { handCode } from './plan.ts';

/** Columns of activities; those of one lead lie together, sorted by time. `hand` holds points where the type is handCode. */
export type Track = {
  readonly at: Float64Array;
  readonly type: Uint16Array;
  readonly hand: Int32Array | null;
};

export const notMet = -2;
export const byThreshold = -1;

/** 'first': stop when the rules are met. 'now': go on to the score at `now`. 'peak': the greatest score at any moment. */
export type Goal = 'first' | 'now' | 'peak';

export type Walk = {
  /** `notMet`, `byThreshold`, or the place in the criteria of the shortcut that was met first. */
  why: number;
  /** UTC ms at which the rules were first met; meaningless while `why` is notMet. */
  promotedAt: number;
  /** Goal 'now': points for activities and by hand as of `now`. */
  engagement: number;
  /** Goal 'now': whether the rules are met as of `now`, by score or shortcut. */
  metNow: boolean;
  /** Goal 'peak': greatest score at any promoting moment; -2^31 when there was none. */
  peak: number;
  /**
   * Walks activities `start` to `end` of `track` up to and including `now`. `base` is the fit. A moment is an instant with at
   * least one promoting activity, after all of that instant; only moments in `from`..`until` are checked, and only
   * when `eligible`. Results are left in the fields above.
   */
  readonly run: (
    plan: Plan,
    track: Track,
    start: number,
    end: number,
    base: number,
    eligible: boolean,
    goal: Goal,
    now: number,
    from: number,
    until: number,
  ) => void;
};

/** A walker with its own scratch space, to be used again and again. */
export function createWalk(): Walk {
  let counts = new Int32Array(64);
  /** Times seen per remembered type code, in order; counts[code] of them are valid. */
  const times: Float64Array[] = [];
  let faded = 0;

  const prepare = (codeCount: number): void => {
    if (counts.length < codeCount) counts = new Int32Array(codeCount * 2);
    while (times.length < codeCount) times.push(new Float64Array(16));
  };

  /** Adds up what is left at `now` of all lines that fade; `faded` gets the negative part, the return value the positive. */
  const fade = (plan: Plan, now: number): number => {
    let gained = 0;
    faded = 0;
    for (const { rule, code } of plan.fading) {
      const seen = counts[code] as number;
      if (seen === 0) continue;
      const table = plan.tables[rule] as Int32Array;
      const list = times[code] as Float64Array;
      const firstOnly = plan.firstOnly[rule] === 1;
      const newest = firstOnly ? 0 : seen - 1;
      const oldest = firstOnly ? 0 : Math.max(0, seen - (plan.cap[rule] as number));
      let sum = 0;
      for (let i = newest; i >= oldest; i--) {
        const age = Math.floor((now - (list[i] as number)) / dayMs);
        if (age >= table.length) break;
        sum += table[age] as number;
      }
      if (sum > 0) gained += sum;
      else faded += sum;
    }
    return gained;
  };

  const shortcutMet = (plan: Plan): number => {
    for (const { codes, times: needed, index } of plan.shortcuts) {
      let all = true;
      for (let i = 0; i < codes.length; i++) {
        if ((counts[codes[i] as number] as number) < (needed[i] as number)) all = false;
      }
      if (all) return index;
    }
    return notMet;
  };

  const walk: Walk = {
    why: notMet,
    promotedAt: 0,
    engagement: 0,
    metNow: false,
    peak: -(2 ** 31),
    run: (plan, track, start, end, base, eligible, goal, now, from, until) => {
      const { ruleStart, points, cap, firstOnly, fades, remember, promoting, inShortcut } = plan;
      const { at, type } = track;
      prepare(plan.codeCount);
      walk.why = notMet;
      walk.peak = -(2 ** 31);
      let target = goal === 'peak' ? walk.peak + 1 : plan.threshold;
      let checking = eligible;
      /** Points that do not fade, exactly; and a number the score cannot be above, lowered whenever it is computed. */
      let hard = 0;
      let bound = base;
      let moment = false;
      let counted = false;
      let i = start;
      for (; i < end; i++) {
        const when = at[i] as number;
        if (when > now) break;
        const code = type[i] as number;
        if (code === handCode) {
          const given = track.hand?.[i] ?? 0;
          hard += given;
          bound += given;
          if (given > 0) moment = true;
        } else {
          const seen = counts[code] as number;
          counts[code] = seen + 1;
          const last = ruleStart[code + 1] as number;
          for (let rule = ruleStart[code] as number; rule < last; rule++) {
            const worth = points[rule] as number;
            if (fades[rule] === 0) {
              if (seen < (cap[rule] as number)) {
                hard += worth;
                bound += worth;
              }
            } else if (worth > 0 && (seen === 0 || firstOnly[rule] === 0)) bound += worth;
          }
          if (remember[code] === 1) {
            let list = times[code] as Float64Array;
            if (seen >= list.length) {
              const longer = new Float64Array(list.length * 2);
              longer.set(list);
              times[code] = list = longer;
            }
            list[seen] = when;
          }
          if (promoting[code] === 1) moment = true;
          if (inShortcut[code] === 1) counted = true;
        }
        if (!checking || !moment) continue;
        if (i + 1 < end && at[i + 1] === when) continue;
        moment = false;
        if (when < from) continue;
        if (when > until) {
          if (goal !== 'now') break;
          checking = false;
          continue;
        }
        if (bound >= target) {
          const gained = fade(plan, when);
          bound = base + hard + gained;
          const score = bound + faded;
          if (score >= target) {
            if (goal === 'peak') {
              walk.peak = score;
              target = score + 1;
            } else {
              walk.why = byThreshold;
              walk.promotedAt = when;
              checking = false;
              if (goal === 'first') break;
              continue;
            }
          }
        }
        if (counted && walk.why === notMet) {
          counted = false;
          const index = shortcutMet(plan);
          if (index !== notMet) {
            walk.why = index;
            walk.promotedAt = when;
            if (goal === 'peak') continue;
            checking = false;
            if (goal === 'first') break;
          }
        }
      }
      if (goal === 'now') {
        const gained = fade(plan, now);
        walk.engagement = hard + gained + faded;
        walk.metNow = base + walk.engagement >= plan.threshold || shortcutMet(plan) !== notMet;
      }
      if (i - start > plan.codeCount) counts.fill(0);
      else for (let j = Math.min(i, end - 1); j >= start; j--) counts[type[j] as number] = 0;
    },
  };
  return walk;
}
