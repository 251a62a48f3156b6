// Running maxima of each lead's engagement: promotions at any threshold without another walk.
import type { Criteria } from '../../shared/criteria.ts';
import { compile } from '../domain/scoring/plan.ts';
import type { Track } from '../domain/scoring/walk.ts';
import { byThreshold, createWalk, notMet } from '../domain/scoring/walk.ts';
import type { Store } from './store.ts';
import { trackWithHand } from './store.ts';

const never = Number.POSITIVE_INFINITY;

export type Highs = ReturnType<typeof createHighs>;

/**
 * Dragging the threshold only needs running maxima: threshold, minimum fit, fit rules and disqualifiers do not change the points
 * of activities. Kept per lead: the instants of a new engagement maximum, and the first instant of each shortcut. They are computed
 * in slices when the same behavior rules are replayed a second time, and dropped when those rules or the activities change.
 */
export function createHighs(store: Store) {
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

  /** Appends what the last walk has found. */
  const put = (position: number): void => {
    const { highs } = walk;
    const from = start[position] as number;
    if (from + highs.count > score.length) {
      const capacity = Math.max(1024, (from + highs.count) * 2);
      const [scores, moments] = [new Int32Array(capacity), new Float64Array(capacity)];
      scores.set(score);
      moments.set(at);
      [score, at] = [scores, moments];
    }
    for (let i = 0; i < highs.count; i++) {
      score[from + i] = highs.score[i] as number;
      at[from + i] = highs.at[i] as number;
    }
    start[position + 1] = from + highs.count;
    shortcut[position] = walk.why;
    shortcutAt[position] = walk.why === notMet ? never : walk.promotedAt;
  };

  const cover = (criteria: Criteria, to: number): void => {
    const { roster, activities } = store;
    const plan = compile(criteria, activities.codeOf, activities.codeCount);
    const { start: first, length, columns } = activities.activities;
    const all: Track = { at: columns.at, type: columns.type, hand: null };
    for (let position = covered; position < to; position++) {
      const said = roster.byHand(position);
      const begin = first[position] as number;
      const one =
        said.hand.length > 0
          ? trackWithHand(store, position, said)
          : { track: all, start: begin, end: begin + (length[position] as number) };
      walk.run(plan, one.track, one.start, one.end, 0, true, 'peak', never, -never, never);
      put(position);
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
      const { behaviour, shortcuts, ...rest } = criteria;
      const { version } = store.activities;
      const asked = JSON.stringify([version, store.roster.size, behaviour, shortcuts]);
      const beside = JSON.stringify(rest);
      if (asked !== key) {
        key = asked;
        others = beside;
        wanted = false;
        covered = 0;
        return false;
      }
      wanted ||= beside !== others;
      if (!wanted || from > covered) return false;
      need(store.roster.size);
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
      const moment = Math.min(reached, counted);
      if (moment > last || moment === never) return false;
      out.why[position] = reached <= counted ? byThreshold : (shortcut[position] as number);
      out.at[position] = moment;
      return true;
    },
  };
}
