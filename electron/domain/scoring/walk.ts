// Walks the activities of a lead in order: first promotion, and engagement at an instant.
import { cappedEngagement } from './capped.ts';
import { clearFading, createFading, fade, laneBits } from './fading.ts';
import type { ScoringPlan } from './plan.ts';
import { adjustmentCode, apart, fades, inShortcut, promotes } from './plan.ts';
import type { Track } from './track.ts';

export type { Track } from './track.ts';

export const notMet = -2;
export const byThreshold = -1;

/** 'first': stop when the rules are met. 'now': go on to the score at `now`. 'peak': the greatest score at any moment. */
export type Goal = 'first' | 'now' | 'peak';

/** What a walk goes by; the same for many leads. */
export type WalkRules = {
  readonly plan: ScoringPlan;
  readonly goal: Goal;
  /** UTC ms; later activities are as if they had not happened. */
  readonly now: number;
  /** The first moment (UTC ms) that may promote. */
  readonly from: number;
};

/** One lead: activities `start` to `end` of the track. One record may be filled anew for each lead. */
export type WalkedLead = {
  track: Track;
  start: number;
  end: number;
  /** Points for the fit. */
  base: number;
  /** Whether moments are checked at all. */
  eligible: boolean;
  /** The last moment (UTC ms) that may promote. */
  until: number;
};

export type ScoreWalk = {
  /** `notMet`, `byThreshold`, or the place in the criteria of the shortcut that was met first. */
  why: number;
  /** UTC ms at which the rules were first met; meaningless while `why` is notMet. */
  promotedAt: number;
  /** Goal 'now': points for activities and manual adjustments as of `now`. */
  engagement: number;
  /** Goal 'now': whether the rules are met as of `now`, by score or shortcut. */
  metNow: boolean;
  /** Goal 'peak': greatest score at any promoting moment; -2^31 when there was none. */
  peak: number;
  /** Goal 'peak': every score greater than all before it, with its moment (UTC ms). */
  readonly maxima: { score: Int32Array; at: Float64Array; count: number };
};

/**
 * Walks the activities of a lead. A moment is an instant with at least one promoting activity, after all of that instant. The
 * result is the walker's own and holds until its next walk.
 */
export type Walk = (rules: WalkRules, lead: WalkedLead) => Readonly<ScoreWalk>;

const lowest = -(2 ** 31);
/** Above every score: nothing is checked any more. */
const unreachable = Number.MAX_SAFE_INTEGER;

/** A walker with its own scratch space, to be used again and again. */
export function createWalk(): Walk {
  /** How often each code was seen in this walk. */
  let counts = new Int32Array(64);
  const fading = createFading();
  const maxima = { score: new Int32Array(64), at: new Float64Array(64), count: 0 };

  const isHigh = (score: number, at: number): void => {
    if (maxima.count === maxima.score.length) {
      const more = { score: new Int32Array(maxima.count * 2), at: new Float64Array(maxima.count * 2) };
      more.score.set(maxima.score);
      more.at.set(maxima.at);
      Object.assign(maxima, more);
    }
    maxima.score[maxima.count] = score;
    maxima.at[maxima.count++] = at;
  };

  const prepare = ({ codeCount, widest }: ScoringPlan, rows: number): void => {
    clearFading(fading, rows * widest);
    if (counts.length < codeCount) counts = new Int32Array(codeCount * 2);
  };

  const shortcutMet = (plan: ScoringPlan): number => {
    for (const { codes: request, times: needed, index } of plan.shortcuts) {
      let all = true;
      for (let i = 0; i < request.length; i++) {
        if ((counts[request[i] as number] as number) < (needed[i] as number)) all = false;
      }
      if (all) return index;
    }
    return notMet;
  };

  /** Whether any activity at the instant of row `i`, the last of that instant, may make an MQL. */
  const isInstant = ({ flags }: ScoringPlan, { at, type, hand }: Track, start: number, i: number): boolean => {
    const when = at[i];
    for (let j = i; j >= start && at[j] === when; j--) {
      const code = type[j] as number;
      if (code === adjustmentCode ? (hand?.[j] ?? 0) > 0 : ((flags[code] as number) & promotes) !== 0) return true;
    }
    return false;
  };

  const walk: ScoreWalk = { why: notMet, promotedAt: 0, engagement: 0, metNow: false, peak: lowest, maxima };

  return ({ plan, goal, now, from }, { track, start, end, base, eligible, until }) => {
    const { flags, rules, caps } = plan;
    const { gain, hard: stays, upTo, lane } = plan.gains;
    const { at, type } = track;
    prepare(plan, end - start);
    // Locals: what a closure holds is fetched anew at every use.
    const had = counts;
    const fadingAt = fading.at;
    const fadingNote = fading.note;
    let noted = 0;
    walk.why = notMet;
    walk.peak = lowest;
    maxima.count = 0;
    let target = !eligible ? unreachable : goal === 'peak' ? lowest : plan.threshold;
    /** Points that do not fade, exactly; and a number the score cannot be above: the last computed one with all gains since. */
    let hard = 0;
    let bound = base;
    /** Not 0: some count a shortcut asks for has changed since shortcuts were last looked at. */
    let counted = 0;
    let i = start;
    for (; i < end; i++) {
      // Runs over all rows at which nothing can happen. No calls and no branches on what comes next here: a wrong guess at the next
      // type costs more than all the rest.
      let flag = 0;
      for (; i < end; i++) {
        const when = at[i] as number;
        const code = type[i] as number;
        flag = flags[code] as number;
        if (when > now || (flag & apart) !== 0) break;
        const seen = had[code] as number;
        had[code] = seen + 1;
        fadingAt[noted] = when;
        fadingNote[noted] = (seen << laneBits) | (lane[code] as number);
        noted += flag & fades;
        const counts = (seen - (upTo[code] as number)) >> 31;
        bound += (gain[code] as number) & counts;
        hard += (stays[code] as number) & counts;
        counted |= flag & inShortcut;
        if (bound >= target || counted !== 0) break;
      }
      if (i === end) break;
      const when = at[i] as number;
      if (when > now) break;
      if ((flag & apart) !== 0) {
        const code = type[i] as number;
        const given = code === adjustmentCode ? (track.hand?.[i] ?? 0) : 0;
        hard += given;
        bound += given;
        const seen = had[code] as number;
        had[code] = seen + 1;
        counted |= flag & inShortcut;
        const last = rules.start[code + 1] as number;
        for (let rule = rules.start[code] as number; rule < last; rule++) {
          const worth = seen < (rules.upTo[rule] as number) ? (rules.points[rule] as number) : 0;
          const lane = rules.lane[rule] as number;
          bound += lane < 0 && caps === null ? worth : Math.max(0, worth);
          if (lane < 0) hard += worth;
          else {
            fadingAt[noted] = when;
            fadingNote[noted++] = (seen << laneBits) | lane;
          }
        }
        if (bound < target && counted === 0) continue;
      }
      if (i + 1 < end && at[i + 1] === when) continue;
      if (when < from || target === unreachable || !isInstant(plan, track, start, i)) continue;
      if (when > until) {
        if (goal !== 'now') break;
        target = unreachable;
        continue;
      }
      if (bound >= target) {
        fading.count = noted;
        const gained = fade(fading, plan, had, when);
        noted = fading.count;
        bound = base + hard + gained;
        const free = bound + fading.below;
        let score = free;
        if (caps !== null && free >= target) {
          score = base + cappedEngagement(plan, caps, track, { start, end: i + 1 }, had, when);
          // More points without caps are at least as many more with them: all rows are gone through again only when enough has come.
          bound = score - fading.below;
        }
        if (score >= target && goal === 'peak') {
          walk.peak = score;
          target = score + 1;
          isHigh(score, when);
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
      fading.count = noted;
      const gained = fade(fading, plan, had, now);
      walk.engagement =
        caps === null ? hard + gained + fading.below : cappedEngagement(plan, caps, track, { start, end: i }, had, now);
      walk.metNow = base + walk.engagement >= plan.threshold || shortcutMet(plan) !== notMet;
    }
    if (i - start >= plan.codeCount) had.fill(0);
    else for (let j = Math.min(i, end - 1); j >= start; j--) had[type[j] as number] = 0;
    return walk;
  };
}
