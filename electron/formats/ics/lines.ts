// What every calendar of ours has (RFC 5545): how it begins, and a reminder.
import { type ContentLine, text } from '../../../shared/content-lines.ts';

/** How each of our calendars begins. */
export const calendarHead: readonly ContentLine[] = [
  ['BEGIN', 'VCALENDAR'],
  ['VERSION', '2.0'],
  ['PRODID', '-//Ripen//Ripen//EN'],
  ['CALSCALE', 'GREGORIAN'],
];

/** A reminder by the calendar itself. `trigger`: a duration from the start, such as "-PT10M". */
export const alarm = (trigger: string, description: string): readonly ContentLine[] => [
  ['BEGIN', 'VALARM'],
  ['ACTION', 'DISPLAY'],
  ['DESCRIPTION', text(description)],
  ['TRIGGER', trigger],
  ['END', 'VALARM'],
];
