// Reminders when much is told or read at once, and when the rules change between two looks.
import { describe, expect, it } from 'vitest';
import {
  planReminders,
  type RemindedStep,
  type ReminderInput,
  type ReminderState,
} from '../../../electron/domain/reminders/plan.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { defaultReminders, type ReminderSettings } from '../../../shared/reminders.ts';

const minute = 60_000;
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

describe('what was told before its time', () => {
  it('is not told again, however much is told after it', () => {
    const early = { ...settings, minutesBefore: 120 };
    const steps = [aStep({ leadId: 'ada', time: '14:30' })];
    const first = plan({
      steps,
      settings: early,
      now: at('2026-03-02T12:30'),
      state: { ...nothing, upTo: at('2026-03-02T12:00') },
    });
    expect(first.tell).toHaveLength(1);
    const many = Array.from({ length: 1100 }, (_, n) => aStep({ leadId: `n${n}`, time: '14:29' }));
    const then = plan({ steps: [...steps, ...many], settings: early, now: at('2026-03-02T12:31'), state: first.state });
    expect(then.tell).toMatchObject([{ kind: 'several', steps: { length: 1100 } }]);
    expect(
      plan({ steps: [...steps, ...many], settings: early, now: at('2026-03-02T14:30'), state: then.state }).tell,
    ).toEqual([]);
  });

  it('is forgotten once it is long past, but for the last thousand', () => {
    const told = Array.from({ length: 1500 }, (_, n) => `n${n} 2026-02-02 10:00`);
    const steps = [aStep({ time: '14:30' })];
    const found = plan({
      steps,
      now: at('2026-03-02T14:30'),
      state: { ...nothing, upTo: at('2026-03-02T14:00'), told },
    });
    expect(found.state.told).toHaveLength(1000);
  });
});

describe('what was ahead by other rules and is past by these', () => {
  it('is told now: the hour of the morning is set earlier than it is', () => {
    const steps = [aStep({})];
    const ten = { ...settings, morning: '10:00' };
    const state = { ...nothing, upTo: at('2026-03-02T07:00') };
    const before = plan({ steps, settings: ten, now: at('2026-03-02T09:00'), state });
    expect(before.tell).toEqual([]);
    const eight = { ...settings, morning: '08:00' };
    const after = plan({ steps, settings: eight, now: at('2026-03-02T09:00'), state: before.state });
    expect(after.tell).toEqual([{ kind: 'day', steps }]);
    expect(plan({ steps, settings: eight, now: at('2026-03-02T09:01'), state: after.state }).tell).toEqual([]);
  });

  it('is told now: the workspace has another zone', () => {
    const steps = [aStep({ time: '10:00' })];
    const state = { ...nothing, upTo: at('2026-03-02T07:00') };
    const before = plan({ steps, now: at('2026-03-02T09:30'), state });
    const zone = zoneOf('Europe/Berlin');
    const after = plan({ steps, zone, now: at('2026-03-02T09:30'), state: before.state });
    expect(after.tell).toEqual([{ kind: 'step', step: steps[0], late: true }]);
    expect(plan({ steps, zone, now: at('2026-03-02T10:30'), state: after.state }).tell).toEqual([]);
  });
});

describe('more than can be read at once', () => {
  it('is settled no further than what was read', () => {
    const steps = [aStep({ leadId: 'a', time: '10:00' }), aStep({ leadId: 'b', time: '11:00' })];
    const rest = aStep({ leadId: 'c', time: '12:00' });
    const state = { ...nothing, upTo: at('2026-03-02T09:00') };
    const now = at('2026-03-02T16:00');
    const first = plan({ steps, cutAfter: steps[1] ?? null, now, state });
    expect(first.tell).toMatchObject([{ kind: 'several', steps }]);
    expect(first.wakeAt).toBe(now + minute);
    const then = plan({ steps: [rest], now: now + minute, state: first.state });
    expect(then.tell).toEqual([{ kind: 'step', step: rest, late: true }]);
  });
});
