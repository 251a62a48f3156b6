// Reminders as a person meets them over days: told once, never in quiet hours, none forgotten; through restarts, sleep and clocks put back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../electron/domain/reminders/notice-text.ts';
import {
  type Notice,
  planReminders,
  type RemindedStep,
  type ReminderInput,
  type ReminderState,
  reminderKey,
} from '../../../electron/domain/reminders/plan.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { addDays, weekday } from '../../../shared/dates.ts';
import { defaultReminders, type ReminderSettings } from '../../../shared/reminders.ts';
import { seed } from '../../support/seed.ts';

const minute = 60_000;
const hour = 60 * minute;
const two = (value: number) => String(value).padStart(2, '0');
const clockTime = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const settings: ReminderSettings = { ...defaultReminders, on: true };
const workspace = { meetingTime: null, freeWeekdays: [6, 7], holidays: [] };
const nothing: ReminderState = { upTo: 0, told: [], snoozed: [] };
const aStep = (step: Partial<RemindedStep>): RemindedStep => ({
  leadId: 'ada',
  what: 'Call back',
  on: '2026-03-02',
  time: null,
  name: 'Ada Adler',
  company: 'Mill',
  ...step,
});
const at = (text: string) => Date.parse(`${text}:00Z`);
const plan = (input: Partial<ReminderInput>) =>
  planReminders({ steps: [], settings, workspace, zone: zoneOf('UTC'), now: 0, state: nothing, ...input });

const stepsOf = (notice: Notice): readonly RemindedStep[] =>
  notice.kind === 'step' ? [notice.step] : notice.kind === 'meeting' ? [] : notice.steps;

describe('a next step with a time', () => {
  const steps = [aStep({ time: '14:30' })];

  it('is told at its time, not before, and once', () => {
    const before = plan({ steps, now: at('2026-03-02T09:00'), state: { ...nothing, upTo: at('2026-03-02T08:59') } });
    expect(before.tell).toEqual([]);
    expect(before.wakeAt).toBe(at('2026-03-02T14:30'));
    const then = plan({ steps, now: at('2026-03-02T14:30'), state: before.state });
    expect(then.tell).toEqual([{ kind: 'step', step: steps[0], late: false }]);
    expect(plan({ steps, now: at('2026-03-02T14:31'), state: then.state }).tell).toEqual([]);
  });

  it('is told the minutes before that the owner wants, and at once when it is planned within them', () => {
    const early = { ...settings, minutesBefore: 30 };
    const state = { ...nothing, upTo: at('2026-03-02T13:00') };
    expect(plan({ steps, settings: early, now: at('2026-03-02T13:30'), state }).wakeAt).toBe(at('2026-03-02T14:00'));
    const planned = plan({
      steps,
      settings: early,
      now: at('2026-03-02T14:10'),
      state: { ...state, upTo: at('2026-03-02T14:05') },
    });
    expect(planned.tell).toEqual([{ kind: 'step', step: steps[0], late: false }]);
  });

  it('that is entered for a time that has passed is no reminder', () => {
    const state = { ...nothing, upTo: at('2026-03-02T15:00') };
    expect(plan({ steps, now: at('2026-03-02T15:00'), state }).tell).toEqual([]);
  });

  it('is not told twice when the zone of the workspace changes', () => {
    const first = plan({ steps, now: at('2026-03-02T14:30'), state: { ...nothing, upTo: at('2026-03-02T14:00') } });
    const zone = zoneOf('America/New_York');
    const later = plan({ steps, zone, now: at('2026-03-02T19:30'), state: first.state });
    expect(later.tell).toEqual([]);
  });

  it('is told at its hour on the clock before and after the clocks change', () => {
    const zone = zoneOf('Europe/Berlin');
    const state = { ...nothing, upTo: at('2026-03-27T00:00') };
    const wakeAt = (on: string) =>
      plan({ steps: [aStep({ on, time: '09:00' })], zone, now: at('2026-03-27T00:00'), state }).wakeAt;
    expect(wakeAt('2026-03-27')).toBe(at('2026-03-27T08:00'));
    expect(wakeAt('2026-03-30')).toBe(at('2026-03-30T07:00'));
  });
});

describe('what could not be told in time', () => {
  const steps = [
    aStep({ leadId: 'a', time: '10:00' }),
    aStep({ leadId: 'b', time: '11:00' }),
    aStep({ leadId: 'c', time: '12:00' }),
  ];

  it('is told once, together', () => {
    const state = { ...nothing, upTo: at('2026-03-02T09:00') };
    const found = plan({ steps, now: at('2026-03-02T16:00'), state });
    expect(found.tell).toEqual([{ kind: 'several', steps, late: true }]);
    expect(plan({ steps, now: at('2026-03-02T16:01'), state: found.state }).tell).toEqual([]);
  });

  it('waits for the end of quiet hours and of days off', () => {
    const quiet = { ...settings, quiet: true, quietFrom: '18:00', quietTo: '08:00' };
    const late = [aStep({ on: '2026-03-06', time: '19:00' })];
    const found = plan({
      steps: late,
      settings: quiet,
      now: at('2026-03-06T19:00'),
      state: { ...nothing, upTo: at('2026-03-06T18:00') },
    });
    expect(found.tell).toEqual([]);
    // Friday evening, then a weekend: Monday morning.
    expect(found.wakeAt).toBe(at('2026-03-09T08:00'));
    const monday = plan({ steps: late, settings: quiet, now: at('2026-03-09T08:00'), state: found.state });
    // It could not be told before: it was not missed.
    expect(monday.tell).toEqual([{ kind: 'step', step: late[0], late: false }]);
    const evening = plan({ steps: late, settings: quiet, now: at('2026-03-09T12:00'), state: found.state });
    expect(evening.tell).toEqual([{ kind: 'step', step: late[0], late: true }]);
  });

  it('and was due more than a year ago stands on Today only', () => {
    const old = [aStep({ on: '2024-03-01', time: '10:00' })];
    expect(plan({ steps: old, now: at('2026-03-02T16:00') }).tell).toEqual([]);
  });
});

describe('next steps of the day without a time', () => {
  it('are told in one notification at the hour of the owner', () => {
    const steps = [aStep({ leadId: 'a' }), aStep({ leadId: 'b' })];
    const state = { ...nothing, upTo: at('2026-03-02T07:00') };
    const found = plan({ steps, now: at('2026-03-02T07:00'), state });
    expect(found.wakeAt).toBe(at('2026-03-02T08:30'));
    expect(plan({ steps, now: at('2026-03-02T08:30'), state: found.state }).tell).toEqual([{ kind: 'day', steps }]);
  });

  it('of a weekend come with those of Monday, and are missed only when Monday is past', () => {
    const steps = [aStep({ leadId: 'a', on: '2026-02-28' }), aStep({ leadId: 'b', on: '2026-03-02' })];
    const found = plan({ steps, now: at('2026-03-02T08:30'), state: { ...nothing, upTo: at('2026-02-27T18:00') } });
    expect(found.tell).toEqual([{ kind: 'day', steps }]);
    const tuesday = plan({ steps, now: at('2026-03-03T08:30'), state: { ...nothing, upTo: at('2026-02-27T18:00') } });
    expect(tuesday.tell).toEqual([{ kind: 'several', steps, late: true }]);
  });
});

describe('a snoozed reminder', () => {
  const steps = [aStep({ time: '14:30' })];
  const told = [reminderKey({ leadId: 'ada', on: '2026-03-02', time: '14:30' })];
  const snoozed = [{ leadId: 'ada', on: '2026-03-02', time: '14:30', until: at('2026-03-02T14:40') }];

  it('comes again at its time, once', () => {
    const state = { upTo: at('2026-03-02T14:31'), told, snoozed };
    const found = plan({ steps, now: at('2026-03-02T14:35'), state });
    expect([found.tell, found.wakeAt]).toEqual([[], at('2026-03-02T14:40')]);
    const again = plan({ steps, now: at('2026-03-02T14:40'), state: found.state });
    expect(again.tell).toEqual([{ kind: 'step', step: steps[0], late: false }]);
    expect(again.state.snoozed).toEqual([]);
    expect(plan({ steps, now: at('2026-03-02T14:50'), state: again.state }).tell).toEqual([]);
  });

  it('that was put off to another day was not missed, with a time or without', () => {
    const until = at('2026-03-03T08:30');
    for (const time of ['14:30', null]) {
      const of = { leadId: 'ada', on: '2026-03-02', time };
      const step = aStep({ time });
      const state = { upTo: at('2026-03-03T08:00'), told: [reminderKey(of)], snoozed: [{ ...of, until }] };
      const kinds = plan({ steps: [step], now: until, state }).tell.map(notice => [
        notice.kind,
        'late' in notice && notice.late,
      ]);
      expect(kinds).toEqual([[time === null ? 'day' : 'step', false]]);
    }
  });

  it('is forgotten when its step is done by then', () => {
    const found = plan({
      steps: [],
      now: at('2026-03-02T14:40'),
      state: { upTo: at('2026-03-02T14:31'), told, snoozed },
    });
    expect([found.tell, found.state.snoozed]).toEqual([[], []]);
  });
});

describe('the weekly meeting', () => {
  const meets = { ...workspace, meetingTime: { weekday: 1, time: '09:30', minutes: 30, uid: 'u', sequence: 0 } };
  const tells = (now: string, upTo = '2026-03-02T09:00', more: Partial<ReminderInput> = {}) =>
    plan({ workspace: meets, now: at(now), state: { ...nothing, upTo: at(upTo) }, ...more });

  it('is told at its time, and while it goes on; not afterwards', () => {
    expect(tells('2026-03-02T09:29')).toMatchObject({ tell: [], wakeAt: at('2026-03-02T09:30') });
    expect(tells('2026-03-02T09:30').tell).toEqual([{ kind: 'meeting', time: '09:30' }]);
    expect(tells('2026-03-02T09:50').tell).toEqual([{ kind: 'meeting', time: '09:30' }]);
    expect(tells('2026-03-02T10:05')).toMatchObject({ tell: [], wakeAt: at('2026-03-09T09:30') });
  });

  it('is told once a week', () => {
    const first = tells('2026-03-02T09:30');
    expect(first.wakeAt).toBe(at('2026-03-09T09:30'));
    expect(tells('2026-03-02T09:31', undefined, { state: first.state }).tell).toEqual([]);
  });

  it('is not told when the owner does not want it, or on a holiday', () => {
    expect(tells('2026-03-02T09:30', undefined, { settings: { ...settings, meeting: false } }).tell).toEqual([]);
    expect(tells('2026-03-02T09:30', undefined, { workspace: { ...meets, holidays: ['2026-03-02'] } }).tell).toEqual(
      [],
    );
  });
});

const aTime = fc.integer({ min: 0, max: 1439 }).map(clockTime);
const someSettings = fc.record({
  on: fc.constant(true),
  minutesBefore: fc.constantFrom(0, 10, 60),
  morning: aTime,
  meeting: fc.boolean(),
  quiet: fc.boolean(),
  quietFrom: aTime,
  quietTo: aTime,
  daysOff: fc.boolean(),
  names: fc.boolean(),
  tray: fc.constant(false),
});
const start = '2026-03-23';
const someSteps = fc.uniqueArray(
  fc.record({
    leadId: fc.constantFrom('a', 'b', 'c', 'd'),
    what: fc.constant('Call'),
    on: fc.integer({ min: 0, max: 12 }).map(days => addDays(start, days)),
    time: fc.option(aTime, { freq: 3 }),
    name: fc.constant('Ada'),
    company: fc.constant(null),
  }),
  { maxLength: 12, selector: reminderKey },
);
const aWorkspace = fc.record({
  freeWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
  holidays: fc.uniqueArray(
    fc.integer({ min: 0, max: 12 }).map(days => addDays(start, days)),
    { maxLength: 2 },
  ),
  meetingTime: fc.option(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      time: aTime,
      minutes: fc.constant(30),
      uid: fc.constant('u'),
      sequence: fc.constant(0),
    }),
  ),
});
/** What happens to the computer: it goes on to the next look, sleeps for hours, or its clock is put back. */
const aLife = fc.array(fc.oneof(fc.constant('wake' as const), fc.integer({ min: -3, max: 60 })), { maxLength: 60 });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');

describe('over two weeks of any life', () => {
  it('each is told once at most, never while it is quiet, and none is forgotten', () => {
    fc.assert(
      fc.property(someSteps, someSettings, aWorkspace, zones, aLife, (steps, chosen, rules, zoneId, life) => {
        const zone = zoneOf(zoneId);
        const begins = zone.startOfDay(zone.dayAt(Date.parse(`${start}T12:00:00Z`)));
        let now = begins;
        let state: ReminderState = { ...nothing, upTo: begins - 1 };
        const told: string[] = [];
        const meetings: string[] = [];
        const isQuiet = (moment: number) => {
          const date = zone.dateAt(moment);
          const clock = zone.minuteAt(moment);
          const [from, to] = [minutes(chosen.quietFrom), minutes(chosen.quietTo)];
          const inHours = from <= to ? clock >= from && clock < to : clock >= from || clock < to;
          const off = rules.freeWeekdays.includes(weekday(date)) || rules.holidays.includes(date);
          return (chosen.quiet && inHours) || (chosen.daysOff && off);
        };
        const look = () => {
          const found = planReminders({ steps, settings: chosen, workspace: rules, zone, now, state });
          if (found.tell.length > 0) expect(isQuiet(now), `quiet at ${new Date(now).toISOString()}`).toBe(false);
          for (const notice of found.tell) {
            if (notice.kind === 'meeting') meetings.push(`${zone.dateAt(now)} ${notice.time}`);
            told.push(...stepsOf(notice).map(reminderKey));
          }
          if (found.wakeAt !== null) expect(found.wakeAt).toBeGreaterThan(now);
          state = found.state;
          // As after a restart: the state goes through a file.
          state = JSON.parse(JSON.stringify(state)) as ReminderState;
          expect(planReminders({ steps, settings: chosen, workspace: rules, zone, now, state }).tell).toEqual([]);
          return found.wakeAt;
        };
        let wakeAt = look();
        for (const event of life) {
          now = event === 'wake' ? (wakeAt ?? now + hour) : now + event * hour;
          wakeAt = look();
        }
        // Then it stays awake until everything is past.
        const ends = begins + 40 * 24 * hour;
        for (let looks = 0; wakeAt !== null && wakeAt < ends && looks < 400; looks++) {
          now = Math.max(now, wakeAt);
          wakeAt = look();
        }
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(meetings).size).toBe(meetings.length);
        expect([...told].sort()).toEqual(steps.map(reminderKey).sort());
      }),
      { numRuns: 150, seed },
    );
  });
});

describe('the words', () => {
  const style = { names: true, today: '2026-03-02', dateText: (date: string) => `day ${date.slice(8)}` };
  const step = aStep({ time: '14:30' });

  it('say what, who and when', () => {
    expect(noticeText({ kind: 'step', step, late: false }, style)).toEqual({
      title: 'Call back',
      body: 'Ada Adler, Mill · 14:30',
    });
    expect(noticeText({ kind: 'step', step: { ...step, on: '2026-02-27' }, late: true }, style)).toEqual({
      title: 'Missed: Call back',
      body: 'Ada Adler, Mill · day 27, 14:30',
    });
    expect(noticeText({ kind: 'day', steps: [step, { ...step, on: '2026-02-28' }] }, style).title).toBe(
      '2 next steps due',
    );
    expect(noticeText({ kind: 'day', steps: [step, step, step, step] }, style)).toEqual({
      title: '4 next steps due today',
      body: 'Ada Adler: Call back\nAda Adler: Call back\nAda Adler: Call back\nand 1 more',
    });
  });

  it('hold no name and no text where the owner wants none on the screen', () => {
    const notices: Notice[] = [
      { kind: 'step', step, late: false },
      { kind: 'step', step, late: true },
      { kind: 'several', steps: [step, step], late: true },
      { kind: 'several', steps: [step, step, step, step], late: false },
      { kind: 'day', steps: [step] },
    ];
    for (const notice of notices) {
      const { title, body } = noticeText(notice, { ...style, names: false });
      expect(`${title} ${body}`).not.toMatch(/Ada|Adler|Mill|Call back/i);
      expect(title).not.toBe('');
    }
  });
});
