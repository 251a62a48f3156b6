// Running maxima of each lead's engagement: promotions at any threshold without another walk.
import type { Criteria } from '../../shared/criteria.ts';
import { compile } from '../domain/scoring/plan.ts';
import type { ScoreWalk, WalkRules } from '../domain/scoring/walk.ts';
import { byThreshold, createWalk, notMet } from '../domain/scoring/walk.ts';
import type { Store } from './store.ts';
import { leadTracks } from './store.ts';

const never = Number.POSITIVE_INFINITY;

export type RunningMaxima = ReturnType<typeof createRunningMaxima>;

/**
 * Dragging the threshold only needs running maxima: threshold, minimum fit, fit rules and disqualifiers do not change the points
 * of activities. Kept per lead: the instants of a new engagement maximum, and the first instant of each shortcut. They are computed
 * in slices when the same behavior rules are replayed a second time, and dropped when those rules or the activities change.
 */
export function createRunningMaxima(store: Store) {
  const walk = createWalk();
  let key = '';
  let others = '';
  let wanted = false;
  /** Leads at positions 0 to `covered` - 1 are done. */
  let covered = 0;
  let start = new Int32Array(1);
  let score = new Int32Array(0);
  let at = new Float64Array(0);
  let shortcut = new Int16Array(0);
  let shortcutAt = new Float64Array(0);

  const need = (size: number): void => {
    if (shortcut.length >= size) return;
    start = new Int32Array(size + 1025);
    shortcut = new Int16Array(size + 1024);
    shortcutAt = new Float64Array(size + 1024);
  };

  /** Appends what a walk has found. */
  const put = (position: number, { maxima, why, promotedAt }: Readonly<ScoreWalk>): void => {
    const from = start[position] as number;
    if (from + maxima.count > score.length) {
      const capacity = Math.max(1024, (from + maxima.count) * 2);
      const [scores, instants] = [new Int32Array(capacity), new Float64Array(capacity)];
      scores.set(score);
      instants.set(at);
      [score, at] = [scores, instants];
    }
    for (let i = 0; i < maxima.count; i++) {
      score[from + i] = maxima.score[i] as number;
      at[from + i] = maxima.at[i] as number;
    }
    start[position + 1] = from + maxima.count;
    shortcut[position] = why;
    shortcutAt[position] = why === notMet ? never : promotedAt;
  };

  const cover = (criteria: Criteria, to: number): void => {
    const { leadIndex, activities } = store;
    const plan = compile(criteria, activities.codeOf, activities.codeCount);
    const rules: WalkRules = { plan, goal: 'peak', now: never, from: -never };
    const trackOf = leadTracks(store);
    for (let position = covered; position < to; position++) {
      const { track, start: first, end } = trackOf(position, leadIndex.adjustments(position));
      put(position, walk(rules, { track, start: first, end, base: 0, eligible: true, until: never }));
    }
    covered = to;
  };

  return {
    /** Something was said about a lead by hand. */
    forget: (): void => {
      key = '';
    },

    /** Whether `find` knows positions `from` to `to` (exclusive) under these criteria; after a second asking, they are made known. */
    knows: (criteria: Criteria, from: number, to: number): boolean => {
      const { behavior, shortcuts, caps, engagementCap, ...rest } = criteria;
      const { version } = store.activities;
      const request = JSON.stringify([version, store.leadIndex.size, behavior, shortcuts, caps, engagementCap]);
      const beside = JSON.stringify(rest);
      if (request !== key) {
        key = request;
        others = beside;
        wanted = false;
        covered = 0;
        return false;
      }
      wanted ||= beside !== others;
      if (!wanted || from > covered) return false;
      need(store.leadIndex.size);
      if (to > covered) cover(criteria, to);
      return true;
    },

    /**
     * Writes into the columns why and when the lead is promoted with `fit`, up to and including `last` (UTC ms); false when it is not.
     * Threshold before shortcut, as at every moment.
     */
    find: (
      position: number,
      least: number,
      last: number,
      out: { readonly why: Int16Array; readonly at: Float64Array },
    ): boolean => {
      const end = start[position + 1] as number;
      let high = start[position] as number;
      if (high === end || (score[end - 1] as number) < least) high = end;
      else while ((score[high] as number) < least) high++;
      const reached = high < end ? (at[high] as number) : never;
      const counted = shortcutAt[position] as number;
      const time = Math.min(reached, counted);
      if (time > last || time === never) return false;
      out.why[position] = reached <= counted ? byThreshold : (shortcut[position] as number);
      out.at[position] = time;
      return true;
    },
  };
}
