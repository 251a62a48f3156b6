// Local dates of instants in a named time zone, and instants of local dates, fast enough for a million of them.
import { Temporal } from 'temporal-polyfill';
import { dayMs, dayNumber, fromDayNumber, type PlainDate } from '../../shared/dates.ts';

const minuteMs = 60_000;
/** Offsets lie between -14 h and +14 h, so a local time and its instant are never further apart than this. */
const reachMs = 16 * 60 * minuteMs;
/** Transitions are looked up five years at a time: the zone's rules are slow to ask (1 to 7 ms) and rarely needed in full. */
const spanMs = 5 * 365.25 * dayMs;
/** Dates whose numbers are kept: a log has a million moments on some hundred days. */
const mostDays = 4000;

export type Zone = {
  /** IANA name, such as 'Europe/Berlin'. */
  readonly id: string;
  /** Local time minus UTC at an instant, in ms. */
  readonly offsetAt: (at: number) => number;
  /** Day number (days since 1970-01-01) of the local date of an instant. */
  readonly dayAt: (at: number) => number;
  readonly dateAt: (at: number) => PlainDate;
  /** Minutes since midnight that a clock on the wall shows at an instant. */
  readonly minuteAt: (at: number) => number;
  /** First instant of a local day; of the next one that exists when the calendar leaves the day out. */
  readonly startOfDay: (day: number) => number;
  /**
   * Instant at which a clock shows `minute` (since midnight) on a local date. A time that comes twice means the first; one
   * that is left out moves later by the gap, as in RFC 5545. NaN when the date does not exist in the calendar.
   */
  readonly instant: (date: PlainDate, minute: number) => number;
  /** Noon of a local date: what a day without a time is stored as. */
  readonly noon: (date: PlainDate) => number;
};

/** Offsets in force during one span of five years: offsets[i] holds from starts[i] on. */
type Span = { readonly starts: Float64Array; readonly offsets: Float64Array };

function readSpan(id: string, index: number): Span {
  const from = index * spanMs;
  let zoned = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id);
  const starts = [from];
  const offsets = [zoned.offsetNanoseconds / 1e6];
  for (;;) {
    const next = zoned.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= from + spanMs) break;
    starts.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    zoned = next;
  }
  return { starts: Float64Array.from(starts), offsets: Float64Array.from(offsets) };
}

function lastAtOrBefore(starts: Float64Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function makeZone(id: string): Zone {
  const spans = new Map<number, Span>();
  let lastIndex = Number.NaN;
  let lastSpan: Span = { starts: Float64Array.of(0), offsets: Float64Array.of(0) };
  const spanAt = (at: number): Span => {
    const index = Math.floor(at / spanMs);
    if (index === lastIndex) return lastSpan;
    let span = spans.get(index);
    if (span === undefined) {
      span = readSpan(id, index);
      spans.set(index, span);
    }
    lastIndex = index;
    lastSpan = span;
    return span;
  };
  const offsetAt = (at: number): number => {
    const { starts, offsets } = spanAt(at);
    return offsets[offsets.length === 1 ? 0 : lastAtOrBefore(starts, at)] ?? 0;
  };
  const dayAt = (at: number): number => Math.floor((at + offsetAt(at)) / dayMs);

  /** The instant whose wall clock reads `local` (ms as if UTC), the earlier of two; null when no clock ever shows it. */
  const exact = (local: number): number | null => {
    const before = local - offsetAt(local - reachMs);
    if (before + offsetAt(before) === local) return before;
    const after = local - offsetAt(local + reachMs);
    return after + offsetAt(after) === local ? after : null;
  };
  const startOfDay = (day: number): number => {
    const local = day * dayMs;
    const instant = exact(local);
    if (instant !== null) return instant;
    // The clock jumps over this midnight: the day begins at the jump.
    let low = local - reachMs;
    let high = local + reachMs;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (middle + offsetAt(middle) < local) low = middle;
      else high = middle;
    }
    return high;
  };
  const days = new Map<PlainDate, number>();
  const numberOf = (date: PlainDate): number => {
    const known = days.get(date);
    if (known !== undefined) return known;
    if (days.size >= mostDays) days.clear();
    const day = dayNumber(date);
    days.set(date, day);
    return day;
  };
  const instant = (date: PlainDate, minute: number): number => {
    const local = numberOf(date) * dayMs + minute * minuteMs;
    if (Number.isNaN(local)) return Number.NaN;
    return exact(local) ?? local - offsetAt(local - reachMs);
  };
  return {
    id,
    offsetAt,
    dayAt,
    dateAt: at => fromDayNumber(dayAt(at)),
    minuteAt: at => Math.floor(((((at + offsetAt(at)) % dayMs) + dayMs) % dayMs) / minuteMs),
    startOfDay,
    instant,
    noon: date => instant(date, 12 * 60),
  };
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name, with its table of transitions kept for the next caller. Throws RangeError on a name that is none. */
export function zoneOf(id: string): Zone {
  let zone = zones.get(id);
  if (zone === undefined) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    zone = makeZone(id);
    zones.set(id, zone);
  }
  return zone;
}

export function isZone(id: string): boolean {
  try {
    zoneOf(id);
    return true;
  } catch {
    return false;
  }
}
