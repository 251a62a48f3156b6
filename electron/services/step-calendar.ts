// The calendar of a workspace: its dated next steps and the weekly meeting, written in slices.
import { createHash } from 'node:crypto';
import { type ContentLine, foldedLines, text } from '../../shared/content-lines.ts';
import { addDays, type PlainDate } from '../../shared/dates.ts';
import { stepText } from '../../shared/next-step.ts';
import type { CalendarChoice, ReminderSettings } from '../../shared/reminders.ts';
import type { Settings } from '../../shared/workspace.ts';
import type { Reader } from '../db/file/handle.ts';
import { countStepsBetween, type DatedStep, nextStepDay, stepsBetween } from '../db/tables/dated-steps.ts';
import { zoneOf } from '../domain/zone.ts';
import { calendarHead } from '../formats/ics/lines.ts';
import { firstMeeting, meetingEvent } from '../formats/ics/meeting.ts';
import { type Alarms, type CalendarStep, stepEvent } from '../formats/ics/steps.ts';
import { timeZoneLines } from '../formats/ics/time-zone.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';

export type CalendarEntry = CalendarStep & DatedStep;

/** Days for which an overdue step stays in the calendar. */
const daysBack = 92;
/** Days, and steps of them, read at once, so that no read keeps the main process long. */
const daysAtOnce = 30;
const stepsAtOnce = 500;
const lastDay = '9999-12-31';
/** Steps in a calendar: those from today on, the earliest first, then the latest of those that are overdue. */
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

type Range = { readonly from: PlainDate; readonly to: PlainDate; readonly skip: number; readonly most: number };

/** Steps of some days after `skip` of them, the earliest first, read in slices. */
async function stepsIn(
  db: Reader,
  { from, to, skip, most }: Range,
  giveWay: () => Promise<void>,
): Promise<DatedStep[]> {
  const found: DatedStep[] = [];
  let left = skip;
  for (let day = nextStepDay(db, from); day !== null && day <= to && found.length < most; ) {
    const month = addDays(day, daysAtOnce);
    const last = month < to ? month : to;
    const count = countStepsBetween(db, day, last);
    while (left < count && found.length < most) {
      const steps = stepsBetween(db, day, last, Math.min(stepsAtOnce, most - found.length), left);
      found.push(...steps);
      left += steps.length;
      await giveWay();
    }
    left -= Math.min(left, count);
    day = nextStepDay(db, addDays(last, 1));
  }
  return found;
}

export type CalendarContent = {
  readonly workspace: Settings;
  readonly steps: readonly DatedStep[];
  /** Steps for which there was no room. */
  readonly leftOut: number;
};

/** Reads what stands in the calendar. To be run between two steps: it gives way, and a step half done may be taken back. */
export async function readCalendar(
  db: Reader,
  workspace: Settings,
  now: number,
  most = mostInCalendar,
): Promise<CalendarContent> {
  const giveWay = createYield();
  const today = zoneOf(workspace.timeZone).dateAt(now);
  const overdue = { from: addDays(today, -daysBack), to: addDays(today, -1) };
  const [before, ahead] = [countStepsBetween(db, overdue.from, overdue.to), countStepsBetween(db, today, lastDay)];
  const room = Math.max(0, most - ahead);
  const skip = Math.max(0, before - room);
  await giveWay();
  const late = await stepsIn(db, { ...overdue, skip, most: Math.min(before, room) }, giveWay);
  const next = await stepsIn(db, { from: today, to: lastDay, skip: 0, most: Math.min(ahead, most) }, giveWay);
  return { workspace, steps: [...late, ...next], leftOut: skip + Math.max(0, ahead - most) };
}

export type CalendarRequest = {
  readonly content: CalendarContent;
  readonly choice: CalendarChoice;
  readonly reminders: ReminderSettings;
  /** UTC ms. */
  readonly now: number;
};

/** The whole file in pieces, and a mark that changes with anything but the time of writing. */
export async function workspaceCalendar({ content, choice, reminders, now }: CalendarRequest): Promise<{
  readonly pieces: readonly string[];
  readonly mark: string;
}> {
  const yieldToEventLoop = createYield();
  const { workspace, steps } = content;
  const zone = zoneOf(workspace.timeZone);
  const today = zone.dateAt(now);
  const from = addDays(today, -daysBack);
  const [hour = 0, minute = 0] = reminders.morning.split(':').map(Number);
  const alarms: Alarms = choice.alarms ? { minutesBefore: reminders.minutesBefore, morning: hour * 60 + minute } : null;
  const mark = createHash('sha256');
  const pieces: string[] = [];
  const add = (lines: readonly ContentLine[]): void => {
    for (const [name, value] of lines) if (name !== 'DTSTAMP') mark.update(`${name}:${value}\n`);
    pieces.push(foldedLines(lines));
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
  const entryOf = entryMaker(choice.names);
  for (const step of steps) {
    add(stepEvent(entryOf(step), zone, alarms, now));
    await yieldToEventLoop();
  }
  add([['END', 'VCALENDAR']]);
  return { pieces, mark: mark.digest('hex') };
}
