// The weekly meeting as a calendar file (RFC 5545): repeats every week at a time of the workspace's zone.

import { type ContentLine, foldedLines, text } from '../../../shared/content-lines.ts';
import { addDays, dayMs, dayNumber, type PlainDate, weekday } from '../../../shared/dates.ts';
import type { MeetingTime } from '../../../shared/print.ts';
import type { Zone } from '../../domain/zone.ts';
import { alarm, calendarHead } from './lines.ts';
import { localStamp, timeZoneLines } from './time-zone.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type CalendarMeeting = MeetingTime & {
  /** Stays the same for good, so that a calendar replaces the meeting instead of adding another. */
  readonly uid: string;
  /** Grows with each change of day, time or length. */
  readonly sequence: number;
  /** Name of the workspace. */
  readonly workspace: string;
  /** Minutes before it at which the calendar reminds; null: it does not. */
  readonly alarmMinutes: number | null;
};

/** Minutes since midnight of "09:30". */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The first such weekday and time that is still to come. */
export function firstMeeting({ weekday: wanted, time }: MeetingTime, zone: Zone, now: number): PlainDate {
  const today = zone.dateAt(now);
  const ahead = (wanted - weekday(today) + 7) % 7;
  const date = addDays(today, ahead);
  return zone.instant(date, minuteOf(time)) > now ? date : addDays(date, 7);
}

const agenda = [
  'Last week’s decisions and commitments',
  'Figures',
  'This week’s MQLs',
  'Handoff: accepted, rejected, waiting too long',
  'Channels and spend',
  'What if',
  'Decisions and action items',
];

/** The event alone, from its first day on. `now`: UTC ms. */
export const meetingEvent = (meeting: CalendarMeeting, zone: Zone, first: PlainDate, now: number): ContentLine[] => [
  ['BEGIN', 'VEVENT'],
  ['UID', meeting.uid],
  ['SEQUENCE', String(meeting.sequence)],
  ['DTSTAMP', `${localStamp(now)}Z`],
  [`DTSTART;TZID=${zone.id}`, localStamp(dayNumber(first) * dayMs + minuteOf(meeting.time) * 60_000)],
  ['DURATION', `PT${meeting.minutes}M`],
  ['RRULE', `FREQ=WEEKLY;BYDAY=${weekdays[meeting.weekday - 1] ?? 'MO'}`],
  ['SUMMARY', text(`Weekly review: ${meeting.workspace}`)],
  ['DESCRIPTION', text(agenda.map((item, index) => `${index + 1}. ${item}`).join('\n'))],
  ['CLASS', 'PRIVATE'],
  ['TRANSP', 'OPAQUE'],
  ...(meeting.alarmMinutes === null ? [] : alarm(`-PT${meeting.alarmMinutes}M`, 'Weekly review')),
  ['END', 'VEVENT'],
];

/** `now`: UTC ms. */
export function meetingFile(meeting: CalendarMeeting, zone: Zone, now: number): string {
  const first = firstMeeting(meeting, zone, now);
  return foldedLines([
    ...calendarHead,
    ...timeZoneLines(zone, first),
    ...meetingEvent(meeting, zone, first, now),
    ['END', 'VCALENDAR'],
  ]);
}
