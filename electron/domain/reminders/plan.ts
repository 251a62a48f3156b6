// Which reminders are told now, and when to look again: a pure function of what is due, the settings, the clock and what was told.
import { fromDayNumber, type PlainDate, weekday } from '../../../shared/dates.ts';
import { isReminderOf, type ReminderOf, type ReminderSettings, type Snoozed } from '../../../shared/reminders.ts';
import type { Settings } from '../../../shared/workspace.ts';
import { type Zone, zoneOf } from '../zone.ts';
import { minuteOf, nextOpen, type QuietRules } from './quiet.ts';

/** A next step with a day, of a lead that may be contacted. */
export type RemindedStep = {
  readonly leadId: string;
  readonly what: string | null;
  readonly on: PlainDate;
  readonly time: string | null;
  /** Name of the lead, and of the company where that is another one. */
  readonly name: string;
  readonly company: string | null;
};

/** What this computer remembers of reminders. */
export type ReminderState = {
  /** UTC ms: what was due by then is settled. */
  readonly upTo: number;
  /** Keys of what was told, the latest last. */
  readonly told: readonly string[];
  readonly snoozed: readonly Snoozed[];
  /** The hour of the morning and the zone by which `upTo` was reckoned; none: as they are now. */
  readonly morning?: string | undefined;
  readonly zone?: string | undefined;
};

/** Whether what is settled is so by these rules. */
export const isReckonedBy = (
  state: ReminderState,
  { morning }: Pick<ReminderSettings, 'morning'>,
  zone: Zone,
): boolean => (state.morning ?? morning) === morning && (state.zone ?? zone.id) === zone.id;

export type Notice =
  | { readonly kind: 'step'; readonly step: RemindedStep; readonly late: boolean }
  /** Several at once: due while nothing could be told, or due at one moment. */
  | { readonly kind: 'several'; readonly steps: readonly RemindedStep[]; readonly late: boolean }
  /** Due today without a time. */
  | { readonly kind: 'day'; readonly steps: readonly RemindedStep[] }
  | { readonly kind: 'meeting'; readonly time: string };

export type ReminderInput = {
  readonly steps: readonly RemindedStep[];
  /** The last one that was read, where there are more that may be due. */
  readonly cutAfter?: RemindedStep | null;
  readonly settings: ReminderSettings;
  readonly workspace: Pick<Settings, 'meetingTime' | 'freeWeekdays' | 'holidays'>;
  readonly zone: Zone;
  /** UTC ms. */
  readonly now: number;
  readonly state: ReminderState;
};

export type ReminderPlan = {
  readonly tell: readonly Notice[];
  readonly state: ReminderState;
  /** UTC ms at which to look again; null: nothing is ahead. Something is due and waits for the end of quiet hours: `waiting`. */
  readonly wakeAt: number | null;
  readonly waiting: boolean;
};

const minuteMs = 60_000;
/** Told later than this after its time, it was missed. */
const graceMs = 5 * minuteMs;
/** Told one by one up to so many; more are told together. */
const mostAtOnce = 3;
/** Keys remembered; more only while what they stand for is not settled. */
const mostTold = 1000;
/** A meeting goes on after its time, and another zone has another day. */
const keyMs = 2 * 24 * 60 * minuteMs;
/** What is older is on Today, and no news. It also keeps a clock that ran far ahead from settling everything. */
const oldestMs = 366 * 24 * 60 * minuteMs;
/** Days ahead at which the next meeting is looked for. */
const meetingDays = 8;

export const reminderKey = ({ leadId, on, time }: ReminderOf): string => `${leadId} ${on ?? ''} ${time ?? ''}`.trim();

type Entry = {
  readonly key: string;
  /** UTC ms: when it is to be told, without quiet hours. */
  readonly at: number;
  /** UTC ms: the time of the step itself. */
  readonly due: number;
  readonly step: RemindedStep;
};

/** The time of a step; of one without, the morning of its day. NaN where its day does not exist in the calendar. */
const dueOf = (
  { on, time }: Pick<RemindedStep, 'on' | 'time'>,
  { morning }: Pick<ReminderSettings, 'morning'>,
  zone: Zone,
): number => zone.instant(on, minuteOf(time ?? morning));

/** Those that were not told yet and are not settled, each once: two steps of a lead at one time are one reminder. */
function openEntries({ steps, settings, zone, now, state }: ReminderInput, upTo: number): Entry[] {
  const told = new Set(state.told);
  const found = new Map<string, Entry>();
  const before = isReckonedBy(state, settings, zone)
    ? null
    : { morning: state.morning ?? settings.morning, zone: state.zone === undefined ? zone : zoneOf(state.zone) };
  /** What was ahead when the rules were others, and is past by these, is due now. */
  const isSettled = (step: RemindedStep, due: number) =>
    !(due > upTo) && !(before !== null && dueOf(step, before, before.zone) > upTo);
  for (const step of steps) {
    const key = reminderKey(step);
    if (found.has(key)) continue;
    const again = state.snoozed.find(isReminderOf(step));
    const due = again?.until ?? dueOf(step, settings, zone);
    // By its own time: one that is planned within the minutes before it is still to come.
    if (again === undefined && (told.has(key) || isSettled(step, due))) continue;
    const at = again !== undefined || step.time === null ? due : due - settings.minutesBefore * minuteMs;
    if (now - at < oldestMs) found.set(key, { key, at, due, step });
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** The meeting that is running or comes next, unless it was told. */
function nextMeeting({ workspace, settings, zone, now, state }: ReminderInput) {
  const { meetingTime } = workspace;
  if (meetingTime === null || !settings.meeting) return null;
  const today = zone.dayAt(now);
  for (let day = today - 1; day <= today + meetingDays; day++) {
    const date = fromDayNumber(day);
    if (weekday(date) !== meetingTime.weekday) continue;
    const start = zone.instant(date, minuteOf(meetingTime.time));
    const key = `meeting ${date} ${meetingTime.time}`;
    const at = start - settings.minutesBefore * minuteMs;
    const end = start + meetingTime.minutes * minuteMs;
    if (end > now && !state.told.includes(key)) return { key, at, end, time: meetingTime.time };
  }
  return null;
}

/** What was told goes to the end; of the oldest keys those go that stand for what is settled long since. */
function remember({ state, settings, zone }: ReminderInput, keys: readonly string[], upTo: number): readonly string[] {
  if (keys.length === 0) return state.told;
  const told = [...new Set([...state.told, ...keys])];
  const mayGo = told.length - mostTold;
  const isAhead = (key: string) => {
    const [, on = '', time = null] = key.split(' ');
    return on !== '' && dueOf({ on, time }, settings, zone) + keyMs > upTo;
  };
  return mayGo <= 0 ? told : told.filter((key, index) => index >= mayGo || isAhead(key));
}

/** One by one, but what was missed together, and what has no time in one. */
function noticesOf(
  entries: readonly Entry[],
  { zone, now }: ReminderInput,
  openAt: (at: number, step: RemindedStep) => number | null,
): Notice[] {
  /** Whether it could have been told before: what waited for the end of quiet hours or was put off was not missed. */
  const isLate = ({ due, step }: Entry) => {
    const first = openAt(due, step) ?? due;
    return step.time === null ? zone.dayAt(now) > zone.dayAt(first) : now - first > graceMs;
  };
  const late = entries.filter(isLate).map(({ step }) => step);
  const rest = entries.filter(entry => !isLate(entry)).map(({ step }) => step);
  const timed = rest.filter(({ time }) => time !== null);
  const day = rest.filter(({ time }) => time === null);
  const [only] = late;
  return [
    ...(only !== undefined && late.length === 1
      ? [{ kind: 'step', step: only, late: true } as const]
      : late.length > 1
        ? [{ kind: 'several', steps: late, late: true } as const]
        : []),
    ...(timed.length > mostAtOnce
      ? [{ kind: 'several', steps: timed, late: false } as const]
      : timed.map(step => ({ kind: 'step', step, late: false }) as const)),
    ...(day.length > 0 ? [{ kind: 'day', steps: day } as const] : []),
  ];
}

const earliest = (moments: readonly (number | null)[]): number | null => {
  const found = moments.filter(moment => moment !== null);
  return found.length === 0 ? null : Math.min(...found);
};

/** What is told at `now`, what is remembered of it, and when to look again. */
export function planReminders(input: ReminderInput): ReminderPlan {
  const { settings, workspace, zone, now, state } = input;
  const reckoned = { morning: settings.morning, zone: zone.id };
  if (!settings.on) return { tell: [], state: { ...state, ...reckoned, upTo: now }, wakeAt: null, waiting: false };
  const rules: QuietRules = { ...settings, ...workspace };
  const openAt = (at: number, step: RemindedStep | null) => nextOpen(at, step?.time !== null, rules, zone);
  // A clock that was put back leaves open what is not told by it.
  const entries = openEntries(input, Math.min(state.upTo, now));
  const isOpen = ({ at, step }: Entry) => at <= now && openAt(now, step) === now;
  const due = entries.filter(isOpen);
  const ahead = entries.filter(entry => !isOpen(entry));
  const meeting = nextMeeting(input);
  const meets = meeting !== null && meeting.at <= now && openAt(now, null) === now;
  const dueKeys = new Set(due.map(({ key }) => key));
  const waiting = ahead.filter(({ at }) => at <= now);
  const readTo = input.cutAfter ? dueOf(input.cutAfter, settings, zone) : null;
  // No further than what was read; what was settled before stays so.
  const settledTo = readTo === null ? now : Math.min(now, Math.max(readTo, state.upTo));
  const upTo = Math.min(settledTo, ...waiting.map(({ due: own }) => own - 1));
  const told = remember(input, [...dueKeys, ...(meets ? [meeting.key] : [])], upTo);
  const meetingAt = (given: NonNullable<typeof meeting>) => {
    const at = openAt(Math.max(now, given.at), null);
    // Told at the end of quiet hours only while it goes on.
    return at !== null && at < given.end ? at : given.end;
  };
  const left = { ...state, told };
  const later = meets ? nextMeeting({ ...input, state: left }) : meeting;
  return {
    tell: [...noticesOf(due, input, openAt), ...(meets ? [{ kind: 'meeting', time: meeting.time } as const] : [])],
    state: {
      ...reckoned,
      upTo,
      told,
      // One whose step is gone by its time has nothing to remind of.
      snoozed: state.snoozed.filter(
        again => !dueKeys.has(reminderKey(again)) && (again.until > now || input.steps.some(isReminderOf(again))),
      ),
    },
    wakeAt: earliest([
      ...ahead.map(({ at, step }) => openAt(Math.max(at, now), step)),
      later === null ? null : meetingAt(later),
      readTo !== null && readTo - settings.minutesBefore * minuteMs <= now ? now + minuteMs : null,
    ]),
    waiting: waiting.length > 0,
  };
}
