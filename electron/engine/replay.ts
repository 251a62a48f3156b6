// Replay: when every lead would first have met the rules of a draft, over all that ever happened.
import type { Criteria } from '../../shared/criteria.ts';
import type { ScoringPlan } from '../domain/scoring/plan.ts';
import { compile } from '../domain/scoring/plan.ts';
import type { Goal, ScoreWalk, Track, WalkedLead, WalkRules } from '../domain/scoring/walk.ts';
import { createWalk, notMet } from '../domain/scoring/walk.ts';
import { createRunningMaxima } from './running-maxima.ts';
import { createScoreBounds } from './score-bounds.ts';
import type { Store } from './store.ts';
import { trackWithAdjustments } from './store.ts';

export type ReplayWindow = {
  /** First and last moment that may promote (UTC ms, inclusive). Activities before count; those after `to` do not exist. */
  readonly from?: number;
  readonly to?: number;
  /** Per position: the last moment that may promote this lead, such as the day it became a customer. */
  readonly until?: Float64Array;
  /** Only the leads at these positions are walked; nobody else is promoted. */
  readonly only?: Int32Array;
  /** Only positions (places in `only`, if given) `from` to `to` (exclusive) are walked and written: for work in slices. */
  readonly slice?: { readonly from: number; readonly to: number };
  /** Columns of the caller's own to write to, of at least as many positions: another replay may run between its slices. */
  readonly into?: ReplayColumns;
};

export type ReplayColumns = { readonly why: Int16Array; readonly at: Float64Array };

/** Columns for `size` leads of whom none is promoted. */
export const replayColumns = (size: number): ReplayColumns => ({
  why: new Int16Array(size).fill(notMet),
  at: new Float64Array(size),
});

/** By position. The arrays are the engine's own and hold until the next replay, unless the caller gave some. */
export type Replayed = {
  /** `notMet` (-2), `byThreshold` (-1), or the number of the shortcut in the criteria. */
  readonly why: Int16Array;
  /** UTC ms of the first promotion; meaningless where `why` is notMet. */
  readonly at: Float64Array;
  /** Leads promoted, in this slice. */
  readonly count: number;
};

/** By position: the greatest score at any moment the lead could have been promoted. Holds until the next call. */
export type Peaks = {
  /** -2^31 where there was no such moment; 2^31 - 1 where a shortcut would have promoted the lead at any threshold. */
  readonly peak: Int32Array;
};

const always = 2 ** 31 - 1;
const never = -(2 ** 31);

export function createReplay(store: Store) {
  const walk = createWalk();
  const reachOf = createScoreBounds(store.activities);
  const maxima = createRunningMaxima(store);
  let why = new Int16Array(0);
  let at = new Float64Array(0);
  let peak = new Int32Array(0);

  /** Positions `from` to `to` (exclusive) that can reach the threshold or a shortcut, by their counts alone, and marked leads in any case. */
  const reaching = (plan: ScoringPlan, fit: Int32Array, from: number, to: number): Int32Array => {
    const { leadIndex } = store;
    const { most, counted } = reachOf(plan, leadIndex.size);
    const { threshold } = plan;
    const some = leadIndex.marked.size > 0;
    const found = new Int32Array(Math.max(0, to - from));
    let count = 0;
    for (let position = from; position < to; position++) {
      const enough = (fit[position] as number) + (most[position] as number) >= threshold;
      if (enough || counted[position] === 1 || (some && leadIndex.marked.has(position))) found[count++] = position;
    }
    return found.subarray(0, count);
  };

  /** Calls `visit` with a walked lead for every lead that may meet the rules. */
  const each = (
    criteria: Criteria,
    goal: Goal,
    window: ReplayWindow,
    visit: (position: number, walked: Readonly<ScoreWalk>) => void,
  ): void => {
    const { leadIndex, activities } = store;
    const plan = compile(criteria, activities.codeOf, activities.codeCount);
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, until, slice } = window;
    const { start, length, columns } = activities.activities;
    const track: Track = { at: columns.at, type: columns.type, hand: null };
    const rules: WalkRules = { plan, goal, now: to, from };
    // One record, filled anew: a hundred thousand of them would be garbage at once.
    const lead: WalkedLead = { track, start: 0, end: 0, base: 0, eligible: true, until: 0 };
    const { marked } = leadIndex;
    const first = slice?.from ?? 0;
    const end = Math.min(slice?.to ?? Infinity, window.only?.length ?? leadIndex.size);
    // For a few leads, neither their fit nor what their counts allow is worth a pass over all.
    const few = window.only?.subarray(first, end);
    const { fit, disqualified } = few
      ? store.fits.some(criteria, few, leadIndex.size)
      : store.fits.get(criteria, leadIndex.size);
    const only = few ?? (goal === 'first' ? reaching(plan, fit, first, end) : null);
    const size = only?.length ?? end - first;
    for (let index = 0; index < size; index++) {
      const position = only ? (only[index] as number) : first + index;
      const base = fit[position] as number;
      if (disqualified[position] === 1 || base < criteria.minimumFit) continue;
      lead.base = base;
      lead.until = until === undefined ? to : Math.min(to, until[position] as number);
      if (marked.size > 0 && marked.has(position)) {
        const adjusted = leadIndex.adjustments(position);
        if (adjusted.mqlExclusion !== null) continue;
        const one = trackWithAdjustments(store, position, adjusted);
        lead.track = one.track;
        lead.start = one.start;
        lead.end = one.end;
      } else {
        lead.track = track;
        lead.start = start[position] as number;
        lead.end = lead.start + (length[position] as number);
      }
      visit(position, walk(rules, lead));
    }
  };

  /** The same as walking positions `from` to `to`, from the record highs; answers how many are promoted. */
  const lookUp = (criteria: Criteria, window: ReplayWindow, from: number, to: number, out: ReplayColumns): number => {
    const { leadIndex } = store;
    const { fit, disqualified } = store.fits.get(criteria, leadIndex.size);
    const { marked } = leadIndex;
    const { until, to: now = Number.POSITIVE_INFINITY } = window;
    const { threshold, minimumFit } = criteria;
    let count = 0;
    for (let position = from; position < to; position++) {
      const base = fit[position] as number;
      if (disqualified[position] === 1 || base < minimumFit) continue;
      if (marked.size > 0 && leadIndex.adjustments(position).mqlExclusion !== null) continue;
      const last = until === undefined ? now : Math.min(now, until[position] as number);
      if (maxima.find(position, threshold - base, last, out)) count++;
    }
    return count;
  };

  return {
    /** Something was said about a lead by hand. */
    forget: (): void => maxima.forget(),

    /** First promotion of every lead under `criteria`, as if these had always been the rules; facts are those of now. */
    replay: (criteria: Criteria, window: ReplayWindow = {}): Replayed => {
      const size = store.leadIndex.size;
      if (!window.into && why.length < size) {
        why = new Int16Array(size + 1024);
        at = new Float64Array(size + 1024);
      }
      const out = window.into ?? { why, at };
      if (window.only && window.slice) {
        for (const position of window.only.subarray(window.slice.from, window.slice.to)) out.why[position] = notMet;
      } else out.why.fill(notMet, window.slice?.from, window.slice?.to);
      const first = window.slice?.from ?? 0;
      const end = Math.min(size, window.slice?.to ?? size);
      if (!window.only && window.from === undefined && maxima.knows(criteria, first, end)) {
        return { ...out, count: lookUp(criteria, window, first, end, out) };
      }
      let count = 0;
      each(criteria, 'first', window, (position, walked) => {
        if (walked.why === notMet) return;
        out.why[position] = walked.why;
        out.at[position] = walked.promotedAt;
        count++;
      });
      return { ...out, count };
    },

    /** Greatest score of every lead that nothing stands against: who would be an MQL at any threshold, in one pass. */
    peaks: (criteria: Criteria, window: ReplayWindow = {}): Peaks => {
      const size = store.leadIndex.size;
      if (peak.length < size) peak = new Int32Array(size + 1024);
      peak.fill(never, window.slice?.from, window.slice?.to);
      each(criteria, 'peak', window, (position, walked) => {
        peak[position] = walked.why === notMet ? walked.peak : always;
      });
      return { peak };
    },
  };
}
