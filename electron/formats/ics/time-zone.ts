// A time zone as a calendar file carries it (RFC 5545, 3.6.5): when its clocks change, as yearly rules where they are regular.

import type { ContentLine } from '../../../shared/content-lines.ts';
import { dayMs, dayNumber, fromDayNumber, type PlainDate } from '../../../shared/dates.ts';
import type { Zone } from '../../domain/zone.ts';

const minuteMs = 60_000;
/** Years ahead for which the changes are looked up; a rule that holds so long is taken to hold on. */
const yearsAhead = 10;
const daysBefore = 550;

/** One change of the clocks. `local`: what they showed just before, in ms as if UTC. */
type Change = { readonly local: number; readonly from: number; readonly to: number };

const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');

/** "20260329T020000" of ms as if UTC. */
export const localStamp = (local: number): string => {
  const day = Math.floor(local / dayMs);
  const minute = Math.floor((local - day * dayMs) / minuteMs);
  return `${fromDayNumber(day).replaceAll('-', '')}T${two(minute / 60)}${two(minute % 60)}00`;
};

function offset(ms: number): string {
  const minutes = Math.abs(ms) / minuteMs;
  const seconds = Math.round((minutes % 1) * 60);
  return `${ms < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}${seconds === 0 ? '' : two(seconds)}`;
}

function changesIn(zone: Zone, fromDay: number, toDay: number): Change[] {
  const found: Change[] = [];
  for (let day = fromDay; day < toDay; day++) {
    const from = zone.offsetAt(day * dayMs);
    const to = zone.offsetAt((day + 1) * dayMs);
    if (from === to) continue;
    let low = day * dayMs;
    let high = low + dayMs;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (zone.offsetAt(middle) === from) low = middle;
      else high = middle;
    }
    found.push({ local: high + from, from, to });
  }
  return found;
}

/** "-1SU", "2SU": which weekday of its month a day is, counted from the end where it is the last. */
function weekdaysInMonth(local: number): { readonly fromStart: string; readonly fromEnd: string } {
  const day = Math.floor(local / dayMs);
  const date = fromDayNumber(day);
  const name = days[(((day + 4) % 7) + 7) % 7] ?? 'SU';
  const isLast = fromDayNumber(day + 7).slice(0, 7) !== date.slice(0, 7);
  return { fromStart: `${Math.ceil(Number(date.slice(8)) / 7)}${name}`, fromEnd: isLast ? `-1${name}` : '' };
}

/** The rule that all these changes follow, once a year each; null where they follow none. */
function yearlyRule(changes: readonly Change[], years: number): string | null {
  const [first] = changes;
  if (first === undefined || changes.length < years) return null;
  const all = changes.map(({ local }) => ({ ...weekdaysInMonth(local), stamp: localStamp(local) }));
  const months = new Set(all.map(({ stamp }) => stamp.slice(4, 6)));
  const times = new Set(all.map(({ stamp }) => stamp.slice(8)));
  const eachYear = new Set(all.map(({ stamp }) => stamp.slice(0, 4)));
  if (months.size > 1 || times.size > 1 || eachYear.size < all.length) return null;
  const month = Number([...months][0]);
  for (const key of ['fromEnd', 'fromStart'] as const) {
    const positions = new Set(all.map(position => position[key]));
    const [position] = positions;
    if (positions.size === 1 && position) return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${position}`;
  }
  return null;
}

function observance(changes: readonly Change[], rule: string | null): ContentLine[] {
  const [first, ...later] = changes;
  if (first === undefined) return [];
  const kind = first.to > first.from ? 'DAYLIGHT' : 'STANDARD';
  return [
    ['BEGIN', kind],
    ['DTSTART', localStamp(first.local)],
    ['TZOFFSETFROM', offset(first.from)],
    ['TZOFFSETTO', offset(first.to)],
    ...(rule !== null
      ? [['RRULE', rule] as const]
      : later.length > 0
        ? [['RDATE', later.map(({ local }) => localStamp(local)).join(',')] as const]
        : []),
    ['END', kind],
  ];
}

/** The VTIMEZONE of a zone for events from `from` on. */
export function timeZoneLines(zone: Zone, from: PlainDate): ContentLine[] {
  const day = dayNumber(from);
  const changes = changesIn(zone, day - daysBefore, day + Math.round(yearsAhead * 365.25));
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.from} ${change.to}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const regular = [...groups.values()].map(group => yearlyRule(group, yearsAhead));
  const rules = regular.every(rule => rule !== null) ? regular : regular.map(() => null);
  const before = zone.offsetAt((day - daysBefore) * dayMs);
  return [
    ['BEGIN', 'VTIMEZONE'],
    ['TZID', zone.id],
    // What held before the first change that is listed, and for ever where the clocks never change.
    ['BEGIN', 'STANDARD'],
    ['DTSTART', '19700101T000000'],
    ['TZOFFSETFROM', offset(before)],
    ['TZOFFSETTO', offset(before)],
    ['END', 'STANDARD'],
    ...[...groups.values()].flatMap((group, index) => observance(group, rules[index] ?? null)),
    ['END', 'VTIMEZONE'],
  ];
}
