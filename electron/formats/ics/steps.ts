// Next steps as events of a calendar (RFC 5545): with a time in the workspace's zone, without one for the whole day.

import { type ContentLine, foldedLines, text } from '../../../shared/content-lines.ts';
import { addDays, dayMs, dayNumber, type PlainDate } from '../../../shared/dates.ts';
import type { Repeat } from '../../../shared/next-step.ts';
import type { Zone } from '../../domain/zone.ts';
import { alarm, calendarHead } from './lines.ts';
import { localStamp, timeZoneLines } from './time-zone.ts';

export type CalendarStep = {
  /** Stays the same when the step moves to another day or time. */
  readonly uid: string;
  readonly on: PlainDate;
  readonly time: string | null;
  readonly repeats: Repeat | null;
  readonly summary: string;
  readonly description: string | null;
};

/** When the calendar reminds: minutes before a time, minutes after midnight for a whole day; null: it does not. */
export type Alarms = { readonly minutesBefore: number; readonly morning: number } | null;

/** How long a step with a time takes up in the calendar, in minutes: a call, as far as anyone knows. */
const stepMinutes = 30;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dayStamp = (date: PlainDate): string => date.replaceAll('-', '');

/** Years ahead for which Februaries are listed. */
const yearsAhead = 10;

/** Whether a step comes in Februaries that may lack its day: then the rule leaves them out, and their last days are listed. */
const missesFebruary = (repeats: Repeat, on: PlainDate): boolean =>
  ['29', '30'].includes(on.slice(8)) &&
  (repeats === 'month' || (repeats === 'quarter' && Number(on.slice(5, 7)) % 3 === 2));

/** The last days of Februaries that stand in for a day they lack. BYSETPOS could say so, but not all programs read it rightly. */
export function februaryDays(repeats: Repeat, on: PlainDate): readonly PlainDate[] {
  if (!missesFebruary(repeats, on)) return [];
  const year = Number(on.slice(0, 4));
  return Array.from({ length: yearsAhead }, (_, index) => addDays(`${year + index}-03-01`, -1)).filter(
    last => last > on && last.slice(8) < on.slice(8),
  );
}

/** "BYMONTHDAY=-1": the day of the month, where that is 31 the last one. */
const monthDay = (on: PlainDate): string => `BYMONTHDAY=${on.endsWith('-31') ? -1 : Number(on.slice(8))}`;

/** The rule by which a repeating step comes again, on the very days on which Ripen has it. */
export function repeatRule(repeats: Repeat, on: PlainDate): string {
  switch (repeats) {
    case 'day':
      return 'FREQ=DAILY';
    case 'week':
      return 'FREQ=WEEKLY';
    case 'two-weeks':
      return 'FREQ=WEEKLY;INTERVAL=2';
    case 'month':
      return `FREQ=MONTHLY;${monthDay(on)}`;
    case 'quarter':
      return `FREQ=MONTHLY;INTERVAL=3;${monthDay(on)}`;
    case 'year':
      return on.endsWith('-02-29') ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY';
    default:
      return repeats satisfies never;
  }
}

function alarmOf({ time, summary }: CalendarStep, alarms: Alarms): readonly ContentLine[] {
  if (alarms === null) return [];
  const { minutesBefore, morning } = alarms;
  return alarm(time === null ? `PT${morning}M` : `-PT${minutesBefore}M`, summary);
}

/** A property of days, each at the time of the step. */
function dated(name: string, { time }: CalendarStep, days: readonly PlainDate[], zone: Zone): ContentLine {
  if (time === null) return [`${name};VALUE=DATE`, days.map(dayStamp).join(',')];
  const stamps = days.map(day => localStamp(dayNumber(day) * dayMs + minuteOf(time) * 60_000));
  return [`${name};TZID=${zone.id}`, stamps.join(',')];
}

function repetition(step: CalendarStep, zone: Zone): readonly ContentLine[] {
  const { repeats, on } = step;
  if (repeats === null) return [];
  const days = februaryDays(repeats, on);
  return [['RRULE', repeatRule(repeats, on)], ...(days.length === 0 ? [] : [dated('RDATE', step, days, zone)])];
}

/** `now`: UTC ms. */
export const stepEvent = (step: CalendarStep, zone: Zone, alarms: Alarms, now: number): ContentLine[] => [
  ['BEGIN', 'VEVENT'],
  ['UID', step.uid],
  ['DTSTAMP', `${localStamp(now)}Z`],
  dated('DTSTART', step, [step.on], zone),
  ...(step.time === null ? [] : ([['DURATION', `PT${stepMinutes}M`]] as const)),
  ...repetition(step, zone),
  ['SUMMARY', text(step.summary)],
  ...(step.description === null ? [] : ([['DESCRIPTION', text(step.description)]] as const)),
  ['CLASS', 'PRIVATE'],
  ['TRANSP', step.time === null ? 'TRANSPARENT' : 'OPAQUE'],
  ...alarmOf(step, alarms),
  ['END', 'VEVENT'],
];

/** A calendar of one step, to be added to another calendar. `sequence` grows, so that a later one takes its place. */
export const stepFile = (step: CalendarStep, zone: Zone, now: number): string =>
  foldedLines([
    ...calendarHead,
    ...(step.time === null ? [] : timeZoneLines(zone, step.on)),
    ...stepEvent(step, zone, null, now).flatMap(line =>
      line[0] === 'UID' ? [line, ['SEQUENCE', String(Math.floor(now / 60_000) - sequenceStart)] as const] : [line],
    ),
    ['END', 'VCALENDAR'],
  ]);

/** Minutes from 1970 to 2020: a sequence is a number of 31 bits at most. */
const sequenceStart = 26_297_280;
