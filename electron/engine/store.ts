// In-memory input of all scores: leads, fields, activities, adjustments.
import type { Track } from '../domain/scoring/walk.ts';
import { ActivityStore } from './activity-store.ts';
import { AttributeStore } from './attribute-store.ts';
import { FitCache } from './fit-cache.ts';
import type { Adjustments } from './lead-index.ts';
import { LeadIndex } from './lead-index.ts';

export type Store = {
  readonly leadIndex: LeadIndex;
  readonly attributes: AttributeStore;
  readonly activities: ActivityStore;
  readonly fits: FitCache;
};

export function createStore(): Store {
  const attributes = new AttributeStore();
  return { leadIndex: new LeadIndex(), attributes, activities: new ActivityStore(), fits: new FitCache(attributes) };
}

export type LeadTrack = { readonly track: Track; readonly start: number; readonly end: number };

/** The activities of one lead with the points given by hand merged in, in columns of their own: for the few leads that have any. */
export function trackWithAdjustments(store: Store, position: number, { hand }: Adjustments): LeadTrack {
  const { columns, start, length } = store.activities.activities;
  const from = start[position] as number;
  const count = length[position] as number;
  const given = [...hand].sort((a, b) => a.at - b.at);
  const at = new Float64Array(count + given.length);
  const type = new Uint16Array(at.length);
  const points = new Int32Array(at.length);
  let row = 0;
  let next = 0;
  for (let i = from; i <= from + count; i++) {
    const when = i < from + count ? (columns.at[i] as number) : Number.POSITIVE_INFINITY;
    for (let one = given[next]; one && one.at <= when; one = given[++next]) {
      at[row] = one.at;
      points[row] = one.points;
      row++;
    }
    if (i === from + count) break;
    at[row] = when;
    type[row] = columns.type[i] as number;
    row++;
  }
  return { track: { at, type, hand: points }, start: 0, end: at.length };
}

/** The track of any lead: where it lies in the columns of all, or a copy with its adjustments. */
export function leadTracks(store: Store): (position: number, adjusted: Adjustments) => LeadTrack {
  const { start, length, columns } = store.activities.activities;
  const track: Track = { at: columns.at, type: columns.type, hand: null };
  return (position, adjusted) => {
    if (adjusted.hand.length > 0) return trackWithAdjustments(store, position, adjusted);
    const begin = start[position] as number;
    return { track, start: begin, end: begin + (length[position] as number) };
  };
}
