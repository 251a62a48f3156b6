// Weeks of the workspace as a grid of instants, to assign many instants quickly.
import type { PlainDate } from '../../../../shared/dates.ts';
import { addDays, dayMs, weekStart } from '../../../../shared/dates.ts';
import type { Zone } from '../../zone.ts';

const weekMs = 7 * dayMs;

export type Weeks = {
  readonly starts: readonly PlainDate[];
  /** Number of the week an instant falls in; -1 outside the grid. */
  readonly of: (at: number) => number;
};

/** The weeks that hold the instants `from` to `to`, in the workspace's zone, starting on ISO weekday `firstDay`. */
export function weeksBetween(zone: Zone, firstDay: number, from: number, to: number): Weeks {
  const starts: PlainDate[] = [];
  const last = zone.dateAt(to);
  for (let start = weekStart(zone.dateAt(from), firstDay); start <= last; start = addDays(start, 7)) starts.push(start);
  const edges = Float64Array.from([...starts, addDays(starts.at(-1) ?? last, 7)], date => zone.instant(date, 0));
  const first = edges[0] ?? 0;
  const count = starts.length;
  return {
    starts,
    of: at => {
      // Daylight saving shifts an edge by an hour or so: the guess is at most one week off.
      const guess = Math.floor((at - first) / weekMs);
      for (let week = Math.max(0, guess - 1); week <= guess + 1 && week < count; week++) {
        if (at >= (edges[week] ?? 0) && at < (edges[week + 1] ?? 0)) return week;
      }
      return -1;
    },
  };
}
