// What needs somebody today: the response clock, due steps, nurture dates, quiet and cooling leads.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowUpLead, type FollowUpRules, followUpsOf } from '../../electron/domain/follow-up.ts';
import { clockEnd, clockState, defaultClock, hoursOnClock } from '../../electron/domain/follow-up-clock.ts';
import { zoneOf } from '../../electron/domain/zone.ts';
import { zonesOfTheWorld } from '../support/history-arbitrary.ts';

const zone = zoneOf('Europe/Berlin');
const at = (date: string, hour = 9) => zone.instant(date, hour * 60);
const now = at('2026-03-18', 10);
const rules: FollowUpRules = { zone, now, clock: defaultClock, quietAfterDays: 14 };
const workdays = { ...defaultClock, freeWeekdays: [6, 7] };

const aLead = (attributes: Partial<FollowUpLead>): FollowUpLead => ({
  id: 'a',
  stage: 'lead',
  stageSince: at('2026-01-01'),
  nurtureUntil: null,
  nextStepOn: null,
  consent: 'unknown',
  lastActivityAt: null,
  lastTouchAt: null,
  cooling: false,
  ...attributes,
});
const reasons = (attributes: Partial<FollowUpLead>, more: Partial<FollowUpRules> = {}) =>
  followUpsOf(aLead(attributes), { ...rules, ...more });

describe('an MQL that waits', () => {
  test('is in time for 24 hours, late for 72, then too late', () => {
    const states = [24, 24.01, 72, 72.01].map(hours => clockState(hours, defaultClock));
    expect(states).toEqual(['in-time', 'late', 'late', 'too-late']);
  });
  test('shows its hours', () => {
    expect(reasons({ stage: 'mql', stageSince: at('2026-03-17', 10) })).toEqual([
      { kind: 'waiting', hours: 24, state: 'in-time' },
    ]);
  });
  test('waits no longer once our side has called, but a call before it became MQL does not count', () => {
    const stageSince = at('2026-03-17');
    expect(reasons({ stage: 'mql', stageSince, lastTouchAt: at('2026-03-17', 11) })).toEqual([]);
    expect(reasons({ stage: 'mql', stageSince, lastTouchAt: at('2026-03-16', 11) })).toHaveLength(1);
  });
  test('waits no longer once it has left MQL', () => {
    expect(reasons({ stage: 'sql', stageSince: at('2026-03-17') })).toEqual([]);
  });
});

describe('the clock on working days', () => {
  test('stands still from Friday midnight to Monday midnight', () => {
    expect(hoursOnClock(zone, at('2026-03-13', 18), at('2026-03-16', 9), workdays)).toBe(6 + 9);
    expect(hoursOnClock(zone, at('2026-03-14', 9), at('2026-03-15', 9), workdays)).toBe(0);
  });
  test('does not lose the hour of a clock change that lies in a weekend', () => {
    expect(hoursOnClock(zone, at('2026-03-27', 12), at('2026-03-30', 12), workdays)).toBe(24);
    expect(hoursOnClock(zone, at('2026-03-27', 12), at('2026-03-30', 12), defaultClock)).toBe(71);
  });
  test('stands still on a holiday, on whatever weekday it falls', () => {
    const clock = { ...workdays, holidays: ['2026-03-17', '2026-03-21'] };
    expect(hoursOnClock(zone, at('2026-03-16', 12), at('2026-03-18', 12), clock)).toBe(24);
    expect(hoursOnClock(zone, at('2026-03-20', 12), at('2026-03-23', 12), clock)).toBe(24);
    const everyDay = { ...defaultClock, holidays: ['2026-03-17'] };
    expect(hoursOnClock(zone, at('2026-03-16', 12), at('2026-03-18', 12), everyDay)).toBe(24);
  });
  test('never runs backwards', () => {
    expect(hoursOnClock(zone, at('2026-03-18'), at('2026-03-17'), workdays)).toBe(0);
  });
  test.each(zonesOfTheWorld)('ends when it has run its hours, in %s', id => {
    const start = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-01-01') });
    const free = fc.constantFrom<readonly number[]>([], [6, 7], [5, 6], [1, 2, 3, 4, 5, 6]);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 }), free, (from, hours, freeWeekdays) => {
        const clock = { ...defaultClock, freeWeekdays, holidays: ['2026-03-17', '2026-12-25'] };
        expect(hoursOnClock(zoneOf(id), from, clockEnd(zoneOf(id), from, hours, clock), clock)).toBeCloseTo(hours, 6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a next step', () => {
  test('is due on its date, and stays due', () => {
    expect(reasons({ nextStepOn: '2026-03-19' })).toEqual([]);
    expect(reasons({ nextStepOn: '2026-03-18' })).toEqual([{ kind: 'due', days: 0 }]);
    expect(reasons({ nextStepOn: '2026-03-11' })).toEqual([{ kind: 'due', days: 7 }]);
  });
  test('is due by the date of the workspace, not of the machine', () => {
    const late = Date.parse('2026-03-18T23:30:00Z');
    expect(reasons({ nextStepOn: '2026-03-19' }, { now: late })).toEqual([{ kind: 'due', days: 0 }]);
    expect(reasons({ nextStepOn: '2026-03-19' }, { now: late, zone: zoneOf('America/New_York') })).toEqual([]);
  });
});

describe('a lead in nurture', () => {
  const attributes = { stage: 'nurture', nurtureUntil: '2026-03-17' } as const;
  test('comes back on its date', () => {
    expect(reasons(attributes)).toEqual([{ kind: 'nurture', days: 1 }]);
    expect(reasons({ ...attributes, nurtureUntil: '2026-03-19' })).toEqual([]);
  });
  test('does not come back when the person asked not to be contacted', () => {
    expect(reasons({ ...attributes, consent: 'no' })).toEqual([]);
  });
});

describe('a quiet lead', () => {
  const attributes = { stage: 'sql', stageSince: at('2026-02-01'), lastActivityAt: at('2026-03-04') } as const;
  test('has had no activity for as many days as its stage allows', () => {
    expect(reasons(attributes)).toEqual([{ kind: 'quiet', days: 14, limit: 14 }]);
    expect(reasons({ ...attributes, lastActivityAt: at('2026-03-05', 0) })).toEqual([]);
  });
  test('counts from the start of its stage when nothing has happened in it', () => {
    expect(reasons({ ...attributes, stageSince: at('2026-03-10') })).toEqual([]);
  });
  test('is not quiet with a next step planned', () => {
    expect(reasons({ ...attributes, nextStepOn: '2026-04-30' })).toEqual([]);
  });
  test('is not quiet in a stage without a limit', () => {
    expect(reasons({ ...attributes, stage: 'lead' })).toEqual([]);
  });
  test('is not quiet for an activity dated in the future', () => {
    expect(reasons({ ...attributes, lastActivityAt: at('2036-01-01') })).toEqual([]);
  });
});

test('a cooling lead shows while sales has it, not before', () => {
  expect(reasons({ stage: 'opportunity', cooling: true, nextStepOn: '2026-04-01' })).toEqual([{ kind: 'cooling' }]);
  expect(reasons({ stage: 'lead', cooling: true })).toEqual([]);
});
