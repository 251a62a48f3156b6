// One walk over a lead's activities in order of time: when the rules are first met, and what the engagement is at a moment.
import { dayMs } from './decay.ts';
import type { Plan } from './plan.ts';
import { fades, handCode, inShortcut, moreRules, promotes } from './plan.ts';

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

const lowest = -(2 ** 31);
/**
 * Multiplying is several times faster than dividing. Half a ms keeps whole days clear of rounding: exact up to 70,000 years.
 */
const daysPerMs = 1 / dayMs;

/** Above every score: nothing is checked any more. */
const unreachable = Number.MAX_SAFE_INTEGER;

/** A walker with its own scratch space, to be used again and again. */
export function createWalk(): Walk {
  let counts = new Int32Array(64);
  /** The codes seen in this walk, so that only they are looked at and cleared. */
  let codes = new Int32Array(65);
  let present = 0;
  /** Times of the codes that fade, `stride` to a code; the first counts[code] of each are valid. */
  let stride = 32;
  let times = new Float64Array(64 * stride);
  let faded = 0;

  const prepare = (codeCount: number): void => {
    if (counts.length >= codeCount) return;
    counts = new Int32Array(codeCount * 2);
    codes = new Int32Array(codeCount * 2 + 1);
    times = new Float64Array(codeCount * 2 * stride);
  };

  const widen = (): void => {
    const wider = new Float64Array(times.length * 2);
    for (let code = 0; code < counts.length; code++) {
      wider.set(times.subarray(code * stride, (code + 1) * stride), code * stride * 2);
    }
    times = wider;
    stride *= 2;
  };

  /** Adds up what is left at `now` of all lines that fade; `faded` gets the negative part, the return value the positive. */
  const fade = (plan: Plan, now: number): number => {
    const { flags, ruleStart, tables, cap, firstOnly } = plan;
    let gained = 0;
    faded = 0;
    for (let k = 0; k < present; k++) {
      const code = codes[k] as number;
      if (((flags[code] as number) & fades) === 0) continue;
      const seen = counts[code] as number;
      const first = code * stride;
      const last = ruleStart[code + 1] as number;
      for (let rule = ruleStart[code] as number; rule < last; rule++) {
        const table = tables[rule] as Int32Array | null;
        if (table === null) continue;
        const size = table.length;
        const once = firstOnly[rule] === 1;
        const most = cap[rule] as number;
        const oldest = once || most >= seen ? first : first + seen - most;
        let sum = 0;
        for (let i = once ? first : first + seen - 1; i >= oldest; i--) {
          const age = ((now - (times[i] as number) + 0.5) * daysPerMs) | 0;
          if (age >= size) break;
          sum += table[age] as number;
        }
        if (sum > 0) gained += sum;
        else faded += sum;
      }
    }
    return gained;
  };

  const shortcutMet = (plan: Plan): number => {
    for (const { codes: asked, times: needed, index } of plan.shortcuts) {
      let all = true;
      for (let i = 0; i < asked.length; i++) {
        if ((counts[asked[i] as number] as number) < (needed[i] as number)) all = false;
      }
      if (all) return index;
    }
    return notMet;
  };

  /** Whether any activity at the instant of row `i`, the last of that instant, may make an MQL. */
  const isMoment = ({ flags }: Plan, { at, type, hand }: Track, start: number, i: number): boolean => {
    const when = at[i];
    for (let j = i; j >= start && at[j] === when; j--) {
      const code = type[j] as number;
      if (code === handCode ? (hand?.[j] ?? 0) > 0 : ((flags[code] as number) & promotes) !== 0) return true;
    }
    return false;
  };

  const walk: Walk = {
    why: notMet,
    promotedAt: 0,
    engagement: 0,
    metNow: false,
    peak: lowest,
    run: (plan, track, start, end, base, eligible, goal, now, from, until) => {
      const { flags, ruleStart, points, cap, firstOnly, tables } = plan;
      const { gain, hard: stays, upTo } = plan.gains;
      const { at, type } = track;
      prepare(plan.codeCount);
      walk.why = notMet;
      walk.peak = lowest;
      let target = !eligible ? unreachable : goal === 'peak' ? lowest : plan.threshold;
      /** Points that do not fade, exactly; and a number the score cannot be above, lowered whenever it is computed. */
      let hard = 0;
      let bound = base;
      /** Some count a shortcut asks for has changed since shortcuts were last looked at. */
      let counted = 0;
      for (let i = start; i < end; i++) {
        const when = at[i] as number;
        if (when > now) break;
        const code = type[i] as number;
        if (code === handCode) {
          const given = track.hand?.[i] ?? 0;
          hard += given;
          bound += given;
        } else {
          const seen = counts[code] as number;
          const flag = flags[code] as number;
          counts[code] = seen + 1;
          if (seen >= stride) widen();
          times[code * stride + seen] = when;
          // No branches here: which type comes next cannot be foretold, and a wrong guess costs more than all the rest.
          codes[present] = code;
          present += (seen - 1) >>> 31;
          const mask = (seen - (upTo[code] as number)) >> 31;
          bound += (gain[code] as number) & mask;
          hard += (stays[code] as number) & mask;
          counted |= flag & inShortcut;
          if ((flag & moreRules) !== 0) {
            const last = ruleStart[code + 1] as number;
            for (let rule = ruleStart[code] as number; rule < last; rule++) {
              const worth = points[rule] as number;
              if (tables[rule] === null) {
                if (seen < (cap[rule] as number)) {
                  hard += worth;
                  bound += worth;
                }
              } else if (worth > 0 && (seen === 0 || firstOnly[rule] === 0)) bound += worth;
            }
          }
        }
        if (bound < target && counted === 0) continue;
        if (i + 1 < end && at[i + 1] === when) continue;
        if (when < from || target === unreachable || !isMoment(plan, track, start, i)) continue;
        if (when > until) {
          if (goal !== 'now') break;
          target = unreachable;
          continue;
        }
        if (bound >= target) {
          const gained = fade(plan, when);
          bound = base + hard + gained;
          const score = bound + faded;
          if (score >= target && goal === 'peak') {
            walk.peak = score;
            target = score + 1;
          } else if (score >= target) {
            walk.why = byThreshold;
            walk.promotedAt = when;
            if (goal === 'first') break;
            target = unreachable;
            continue;
          }
        }
        if (counted !== 0 && walk.why === notMet) {
          counted = 0;
          walk.why = shortcutMet(plan);
          if (walk.why !== notMet) {
            walk.promotedAt = when;
            if (goal === 'first') break;
            if (goal === 'now') target = unreachable;
          }
        }
      }
      if (goal === 'now') {
        const gained = fade(plan, now);
        walk.engagement = hard + gained + faded;
        walk.metNow = base + walk.engagement >= plan.threshold || shortcutMet(plan) !== notMet;
      }
      for (let k = 0; k < present; k++) counts[codes[k] as number] = 0;
      present = 0;
    },
  };
  return walk;
}
