// Local dates and instants in the zones of promise P11, whatever zone the machine itself is in.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isZone, zoneOf } from '../../electron/domain/zone.ts';
import { addDays, dayNumber } from '../../shared/dates.ts';

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
];
const hour = 3_600_000;
const utc = (text: string) => Date.parse(text);
const anInstant = fc.integer({ min: utc('1960-01-01T00:00Z'), max: utc('2060-01-01T00:00Z') });
const temporalDate = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

describe.each(['UTC', ...zones])('on a machine set to %s', machineZone => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = machineZone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test('the machine really is set to that zone', () => {
    const summer = utc('2026-07-01T00:00Z');
    expect(new Date(summer).getTimezoneOffset() * 60_000 + zoneOf(machineZone).offsetAt(summer)).toBe(0);
  });

  test.each(zones)('the date of any instant in %s is the one Temporal gives', id => {
    const zone = zoneOf(id);
    fc.assert(
      fc.property(anInstant, at => {
        expect(zone.dateAt(at)).toBe(temporalDate(at, id));
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
        expect(zone.minuteAt(at)).toBe(local.hour * 60 + local.minute);
      }),
      { numRuns: 60 },
    );
  });

  test.each(zones)('any date and time in %s is the instant Temporal gives, gaps and repeats included', id => {
    const zone = zoneOf(id);
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 30_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const date = addDays('1970-01-01', day);
        const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
        const expected = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: id, plainTime: time });
        expect(zone.instant(date, minute)).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 60 },
    );
  });

  test.each(zones)('a date in %s survives the way to noon and back, except one the calendar left out', id => {
    const zone = zoneOf(id);
    for (let day = dayNumber('2008-01-01'); day < dayNumber('2028-01-01'); day += 1) {
      const date = addDays('1970-01-01', day);
      if (id === 'Pacific/Apia' && date === '2011-12-30') continue;
      if (zone.dateAt(zone.noon(date)) !== date) expect.fail(`${date} became ${zone.dateAt(zone.noon(date))}`);
    }
  });
});

test.each(zones)('the days of %s touch: each begins where the one before ends, and is its own date', id => {
  const zone = zoneOf(id);
  for (let day = dayNumber('2008-01-01'); day < dayNumber('2028-01-01'); day++) {
    const start = zone.startOfDay(day);
    const length = zone.startOfDay(day + 1) - start;
    if (length === 0) continue;
    if (zone.dayAt(start) !== day || zone.dayAt(start - 1) >= day)
      expect.fail(`${addDays('1970-01-01', day)} in ${id}`);
    if (![23, 24, 25].includes(length / hour)) expect.fail(`${length / hour} hours on ${addDays('1970-01-01', day)}`);
  }
});

test.each([
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['Asia/Kolkata', '2026-03-29', 24],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['America/Sao_Paulo', '2018-02-17', 25],
  ['Africa/Casablanca', '2025-02-23', 25],
  ['Pacific/Apia', '2011-12-30', 0],
])('in %s the %s has %i hours', (id, date, hours) => {
  const zone = zoneOf(id);
  expect((zone.startOfDay(dayNumber(date) + 1) - zone.startOfDay(dayNumber(date))) / hour).toBe(hours);
});

test('a day that begins after midnight begins at the jump', () => {
  expect(zoneOf('America/Sao_Paulo').startOfDay(dayNumber('2018-11-04'))).toBe(utc('2018-11-04T03:00Z'));
});

test('a time that comes twice means the first, one that is left out moves later', () => {
  const berlin = zoneOf('Europe/Berlin');
  expect(berlin.instant('2026-10-25', 2 * 60 + 30)).toBe(utc('2026-10-25T00:30Z'));
  expect(berlin.instant('2026-03-29', 2 * 60 + 30)).toBe(utc('2026-03-29T01:30Z'));
});

test.each(zones)('the wall clock of %s agrees with the operating system tables', id => {
  const shown = new Intl.DateTimeFormat('en-CA', { timeZone: id, year: 'numeric', month: '2-digit', day: '2-digit' });
  fc.assert(
    fc.property(anInstant, at => {
      expect(zoneOf(id).dateAt(at)).toBe(shown.format(at));
    }),
    { numRuns: 300 },
  );
});

test('names that are no zones are refused', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Middle-earth/Shire')).toBe(false);
  expect(() => zoneOf('Middle-earth/Shire')).toThrow(RangeError);
});

test('a date that does not exist has no instant', () => {
  expect(zoneOf('UTC').noon('2026-02-30')).toBeNaN();
});
