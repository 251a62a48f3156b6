// Puts what somebody does into time: sessions around one fixed moment, at hours at which people are awake.
import { dayMs } from '../../shared/dates.ts';
import type { SampleCalendar } from './calendar.ts';
import { minuteMs, yearDays } from './calendar.ts';
import type { Doing } from './interest.ts';
import type { LifeStep } from './life.ts';
import type { Ago } from './parts.ts';
import type { Random } from './random.ts';

/** The moment that lies `ago`: exactly, or at some hour of some day between, rather on a working day and rather recently. */
export function instantOf(calendar: SampleCalendar, random: Random, [newest, oldest]: Ago): number {
  if (newest === oldest) return Math.round(calendar.now - newest * dayMs);
  const day = Math.round(random.between(newest, oldest, 1.25));
  const at = calendar.at(day, random.whole(7 * 60, 21 * 60));
  return random.chance(0.75) ? Math.min(calendar.office(at, random), calendar.at(newest, 22 * 60)) : at;
}

export type Anchor = {
  /** Place of the session whose end is known, and that end (UTC ms). */
  readonly position: number;
  readonly at: number;
  /** When the first session was; null: as the gaps say, but not before the sample begins. */
  readonly first: number | null;
};

/** Steps of all sessions, in order of time, around the one that is fixed. */
export function schedule(
  calendar: SampleCalendar,
  random: Random,
  doings: readonly Doing[],
  anchor: Anchor,
): LifeStep[] {
  const { position: fixed, at, first } = anchor;
  const offsets = doings.map((_, i) => doings.slice(0, i + 1).reduce((sum, { gap }) => sum + gap, 0));
  const length = offsets[fixed] ?? 0;
  const room = first === null ? yearDays - calendar.daysAgo(at) : (at - first) / dayMs;
  const scale = length > 0 && (first !== null || length > room) ? Math.max(0, room) / length : 1;
  let last = Number.NEGATIVE_INFINITY;
  return doings.flatMap(({ types }, position) => {
    const duration = (types.length - 1) * 3 * minuteMs;
    const days = ((offsets[position] ?? 0) - length) * (position <= fixed ? scale : 1);
    const drawn = calendar.awake(at + days * dayMs, random);
    // Whatever the hour, the fixed session stays where it is and the others stay on their side of it.
    const latest = at - (fixed - position) * 30 * minuteMs;
    const end = position === fixed ? at : position < fixed ? Math.min(drawn, latest) : Math.max(drawn, latest);
    const begin = position === fixed ? end - duration : Math.max(end - duration, last + 20 * minuteMs);
    last = begin + duration;
    return types.map((did, i): LifeStep => ({ at: begin + i * 3 * minuteMs, did }));
  });
}
