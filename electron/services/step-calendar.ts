// The calendar of a workspace: its dated next steps and the weekly meeting, written in slices.
import { createHash } from 'node:crypto';
import { addDays, type PlainDate } from '../../shared/dates.ts';
import { stepText } from '../../shared/next-step.ts';
import type { CalendarChoice, ReminderSettings } from '../../shared/reminders.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Reader } from '../db/file/handle.ts';
import { type DatedStep, nextStepDay, stepsBetween } from '../db/tables/dated-steps.ts';
import { zoneOf } from '../domain/zone.ts';
import { calendarFile, calendarHead, type IcsLine, text } from '../formats/ics/lines.ts';
import { firstMeeting, meetingEvent } from '../formats/ics/meeting.ts';
import { type Alarms, type CalendarStep, stepEvent } from '../formats/ics/steps.ts';
import { timeZoneLines } from '../formats/ics/time-zone.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';

export type CalendarEntry = CalendarStep & DatedStep;

/** Days for which an overdue step stays in the calendar. */
const daysBack = 92;
/** Days read at once, so that no read keeps the main process long. */
const daysAtOnce = 30;
/** Steps in a calendar, the earliest first. */
export const mostInCalendar = 5000;

/** Gives each step the id under which calendars know it: by lead and text, since the id of a step goes on to the next one. */
function entryMaker(names: boolean): (step: DatedStep) => CalendarEntry {
  const seen = new Map<string, number>();
  return step => {
    const key = `${step.leadId}\n${stepText(step).toLowerCase()}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const uid = `${createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 32)}@ripen`;
    const summary = names ? `${stepText(step)}: ${step.name}` : 'Next step';
    return { ...step, uid, summary, description: names ? step.company : null };
  };
}

/** All dated steps of one lead as a calendar has them. */
export const calendarEntries = (steps: readonly DatedStep[]): CalendarEntry[] => steps.map(entryMaker(true));

/** Steps from a day on, a month of them at a time, the earliest first. */
function* stepsByMonth(db: Reader, from: PlainDate): Generator<readonly DatedStep[]> {
  let left = mostInCalendar;
  for (let day = nextStepDay(db, from); day !== null && left > 0; ) {
    const last = addDays(day, daysAtOnce);
    const steps = stepsBetween(db, day, last, left);
    left -= steps.length;
    yield steps;
    day = nextStepDay(db, addDays(last, 1));
  }
}

export type CalendarRequest = {
  readonly db: Reader;
  readonly workspace: Settings;
  readonly choice: CalendarChoice;
  readonly reminders: ReminderSettings;
  /** UTC ms. */
  readonly now: number;
};

/** The whole file in pieces, how many steps it holds, and a mark that changes with anything but the time of writing. */
export async function workspaceCalendar({ db, workspace, choice, reminders, now }: CalendarRequest): Promise<{
  readonly pieces: readonly string[];
  readonly steps: number;
  readonly mark: string;
}> {
  const zone = zoneOf(workspace.timeZone);
  const today = zone.dateAt(now);
  const from = addDays(today, -daysBack);
  const [hour = 0, minute = 0] = reminders.morning.split(':').map(Number);
  const alarms: Alarms = choice.alarms ? { minutesBefore: reminders.minutesBefore, morning: hour * 60 + minute } : null;
  const mark = createHash('sha256');
  const pieces: string[] = [];
  const add = (lines: readonly IcsLine[]): void => {
    for (const [name, value] of lines) if (name !== 'DTSTAMP') mark.update(`${name}:${value}\n`);
    pieces.push(calendarFile(lines));
  };
  add([
    ...calendarHead,
    ['X-WR-CALNAME', text(choice.names ? workspace.name : 'Ripen')],
    // How often a calendar is asked to look again.
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT15M'],
    ['X-PUBLISHED-TTL', 'PT15M'],
    ...timeZoneLines(zone, from),
  ]);
  const { meetingTime, name } = workspace;
  if (meetingTime !== null) {
    const meeting = {
      ...meetingTime,
      workspace: choice.names ? name : 'Ripen',
      alarmMinutes: alarms?.minutesBefore ?? null,
    };
    add(meetingEvent(meeting, zone, firstMeeting(meetingTime, zone, now), now));
  }
  const yieldToEventLoop = createYield();
  const entryOf = entryMaker(choice.names);
  let count = 0;
  for (const steps of stepsByMonth(db, from)) {
    for (const step of steps) {
      add(stepEvent(entryOf(step), zone, alarms, now));
      await yieldToEventLoop();
    }
    count += steps.length;
  }
  add([['END', 'VCALENDAR']]);
  return { pieces, steps: count, mark: mark.digest('hex') };
}
