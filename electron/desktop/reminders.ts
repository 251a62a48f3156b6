// Tells reminders at their time: one timer, planned anew at each change and when the computer wakes. Free of Electron.
import { addDays } from '../../shared/dates.ts';
import {
  isReminderOf,
  type ReminderOf,
  type ReminderSettings,
  type Snooze,
  type Snoozed,
} from '../../shared/reminders.ts';
import { AppError } from '../../shared/result.ts';
import { type NoticeText, noticeText } from '../domain/reminders/notice-text.ts';
import {
  type Notice,
  planReminders,
  type ReminderPlan,
  type ReminderState,
  reminderKey,
} from '../domain/reminders/plan.ts';
import { minuteOf, nextOpen } from '../domain/reminders/quiet.ts';
import { zoneOf } from '../domain/zone.ts';
import type { App } from '../open-workspace.ts';
import { remindedSteps } from '../services/reminded-steps.ts';
import type { Device } from './device.ts';

/** A notification of the system, and what its clicks do. */
export type SystemNotice = NoticeText & {
  /** Opens the window, at the lead that it is about. */
  readonly open: () => void;
  /** Where the system has buttons; none where it is about several. */
  readonly snooze: ((how: Snooze) => void) | null;
};

/** The notifications of the system. */
export type Notifier = {
  /** Asked each time: what shows them may start after Ripen. */
  readonly supported: () => boolean;
  /** Answers how it is taken from the screen again. */
  readonly show: (notice: SystemNotice) => () => void;
};

export type RemindersOptions = {
  readonly device: Device;
  readonly current: () => App | null;
  /** UTC ms. */
  readonly now: () => number;
  readonly locale: string;
  readonly notifier: Notifier;
  /** Brings the window to the front, at a lead or at Today. */
  readonly openLead: (leadId: string | null) => void;
  readonly log: (error: unknown) => void;
};

export type Reminders = {
  readonly settings: () => ReminderSettings;
  readonly save: (change: Partial<ReminderSettings>) => void;
  /** Puts a reminder off, or with null takes that back; answers when it comes (UTC ms). */
  readonly snooze: (of: ReminderOf, how: Snooze | null) => number | null;
  /** Shows how a reminder looks; false: the system shows none. */
  readonly tryOut: () => boolean;
  readonly canNotify: () => boolean;
  readonly snoozed: () => readonly Snoozed[];
  /** Something has changed in the workspace, or another one is open. */
  readonly changed: () => void;
  /** Leads are gone for good: notifications that may name one go from the screen. */
  readonly erased: () => void;
  /** The computer was asleep. */
  readonly woke: () => void;
  readonly close: () => void;
};

/** Changes that come quickly one after the other are planned once, in ms. */
const settleMs = 500;
/** The clock may be put forward while the timer runs: it looks at least so often, in ms, which costs nothing. */
const lookMs = 30_000;
/** It looks again so soon when a long step, such as a dry run of an import, is half done, in ms. */
const busyMs = 1000;
/** Snoozed reminders of a workspace. */
const mostSnoozed = 500;
/** What is settled is written at least so often, in ms: after a kill nothing older is taken for missed. */
const writeEveryMs = 5 * 60_000;
/** Workspaces of which it is remembered what was told. */
const mostWorkspaces = 20;
const minuteMs = 60_000;

/** A notification about leads that may be on the screen. */
type Shown = { readonly file: string; readonly names: boolean; readonly close: () => void };
/** More than that go from the screen, the oldest first. */
const mostShown = 50;

export function createReminders(options: RemindersOptions): Reminders {
  const { device, current, now, notifier, openLead, locale } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let plan: ReminderPlan | null = null;
  let plannedAt = 0;
  let plannedFor = '';
  let writtenAt = 0;
  let closed = false;
  const shown: Shown[] = [];
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });

  /** Of a workspace that was never seen with reminders on, nothing before now is told. */
  const stateOf = (file: string): ReminderState =>
    device.state().reminded.find(({ workspace }) => workspace === file) ?? { upTo: now(), told: [], snoozed: [] };

  function keep(file: string, state: ReminderState, mustWrite: boolean): void {
    const others = device.state().reminded.filter(({ workspace }) => workspace !== file);
    const own = { ...state, workspace: file, told: [...state.told], snoozed: [...state.snoozed] };
    const writes = mustWrite || Math.abs(now() - writtenAt) >= writeEveryMs;
    if (writes) writtenAt = now();
    device.change({ reminded: [own, ...others].slice(0, mostWorkspaces) }, writes ? undefined : 'later');
  }

  /** Time that has passed with nothing due is settled: a step that is entered for a past time is no reminder. */
  function passTime(app: App | null): void {
    if (app?.file !== plannedFor || plan === null || plan.waiting) return;
    const at = now();
    const state = stateOf(app.file);
    if ((plan.wakeAt === null || at < plan.wakeAt) && at > state.upTo) keep(app.file, { ...state, upTo: at }, false);
  }

  function planNow(app: App): void {
    const at = now();
    const settings = device.state().reminders;
    const state = stateOf(app.file);
    const workspace = app.settings();
    const zone = zoneOf(workspace.timeZone);
    const today = zone.dateAt(at);
    const read = remindedSteps(app.reader, { state, settings, zone, now: at });
    const found = planReminders({ ...read, settings, workspace, zone, now: at, state });
    // Before anything is shown: killed in between, it is told never rather than twice.
    keep(app.file, found.state, found.tell.length > 0 || found.state.snoozed.length < state.snoozed.length);
    // The days after tomorrow were not read: they come into sight with the next day.
    const nextDay = zone.startOfDay(zone.dayAt(at) + 1);
    plan = { ...found, wakeAt: Math.min(found.wakeAt ?? nextDay, nextDay) };
    plannedAt = at;
    plannedFor = app.file;
    for (const notice of found.tell) show(notice, app.file, today);
  }

  /** Of another workspace, or with names where the owner wants none: it may be locked by now, or the names are of erased people. */
  function takeFromScreen(isKept: (notice: Shown) => boolean): void {
    for (const notice of shown.splice(0)) {
      if (isKept(notice)) shown.push(notice);
      else notice.close();
    }
  }

  function show(notice: Notice, file: string, today: string): void {
    const { names } = device.state().reminders;
    const step = notice.kind === 'step' ? notice.step : null;
    // Another workspace may be open when it is clicked.
    const isHere = () => current()?.file === file;
    const close = notifier.show({
      ...noticeText(notice, { names, today, dateText: date => day.format(Date.parse(date)) }),
      open: () => openLead(isHere() ? (step?.leadId ?? null) : null),
      snooze: step && (how => void (isHere() && snooze(step, how))),
    });
    if (notice.kind === 'meeting') return;
    shown.push({ file, names, close });
    if (shown.length > mostShown) shown.shift()?.close();
  }

  function look(): void {
    if (closed) return;
    const app = current();
    if (!app?.isOpen() || !device.state().reminders.on) {
      plan = null;
      return;
    }
    let again = lookMs;
    try {
      if (notifier.supported() && !lookAt(app)) again = busyMs;
    } catch (error) {
      options.log(error);
    }
    lookIn(Math.max(1000, Math.min((plan?.wakeAt ?? Number.POSITIVE_INFINITY) - now(), again)));
  }

  /** A clock that was put back may have what is due ahead once more. False: what is in the file now may be taken back. */
  function lookAt(app: App): boolean {
    const at = now();
    if (plan !== null && plan.wakeAt !== null && at < plan.wakeAt && at >= plannedAt) passTime(app);
    else if (app.isWriting()) return false;
    else planNow(app);
    return true;
  }

  function lookIn(ms: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(look, ms);
    timer.unref();
  }

  /** Forgets the plan, not what was told. */
  function planAgain(ms: number): void {
    passTime(current());
    plan = null;
    lookIn(ms);
  }

  function snooze({ leadId, on, time }: ReminderOf, how: Snooze | null): number | null {
    const app = current();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    const of = { leadId, on, time };
    const until = how === null ? null : snoozeUntil(app, how);
    const state = stateOf(app.file);
    const others = state.snoozed.filter(one => !isReminderOf(of)(one));
    const snoozed = until === null ? others : [...others, { ...of, until }];
    const key = reminderKey(of);
    // Put off before its time, it is not told at its time; taken back, it is.
    const isTold = until !== null || dueOf(app, of) <= now();
    const told = [...state.told.filter(one => one !== key), ...(isTold ? [key] : [])];
    keep(app.file, { ...state, told, snoozed: snoozed.slice(-mostSnoozed) }, true);
    planAgain(0);
    return until;
  }

  function dueOf(app: App, { on, time }: ReminderOf): number {
    const { morning } = device.state().reminders;
    return on === null ? 0 : zoneOf(app.settings().timeZone).instant(on, minuteOf(time ?? morning));
  }

  function snoozeUntil(app: App, how: Snooze): number {
    if (how !== 'tomorrow') return now() + (how === 'hour' ? 60 : 10) * minuteMs;
    const workspace = app.settings();
    const zone = zoneOf(workspace.timeZone);
    const { reminders } = device.state();
    const morning = zone.instant(addDays(zone.dateAt(now()), 1), minuteOf(reminders.morning));
    return nextOpen(morning, false, { ...reminders, ...workspace }, zone) ?? morning;
  }

  function save(change: Partial<ReminderSettings>): void {
    passTime(current());
    const { reminders: before, reminded } = device.state();
    const reminders = { ...before, ...change };
    // Turned on, it starts from now: what is overdue stands on Today.
    const starts = reminders.on && !before.on;
    if (!reminders.on || !reminders.names) takeFromScreen(({ names }) => reminders.on && !names);
    device.change({
      reminders,
      ...(starts ? { reminded: reminded.map(({ morning: _, zone: __, ...one }) => ({ ...one, upTo: now() })) } : {}),
    });
    plan = null;
    lookIn(0);
  }

  return {
    settings: () => device.state().reminders,
    snoozed: () => {
      const app = current();
      return app ? stateOf(app.file).snoozed : [];
    },
    save,
    snooze,
    tryOut: () => {
      if (!notifier.supported()) return false;
      notifier.show({
        title: 'Reminders work',
        body: 'This is how Ripen reminds you of a next step.',
        open: () => openLead(null),
        snooze: null,
      });
      return true;
    },
    canNotify: notifier.supported,
    changed: () => {
      const file = current()?.file;
      takeFromScreen(notice => notice.file === file);
      planAgain(settleMs);
    },
    erased: () => takeFromScreen(({ names }) => !names),
    woke: () => planAgain(0),
    close: () => {
      const app = current();
      passTime(app);
      closed = true;
      clearTimeout(timer);
      takeFromScreen(() => false);
      if (app && device.state().reminders.on) keep(app.file, stateOf(app.file), true);
    },
  };
}
