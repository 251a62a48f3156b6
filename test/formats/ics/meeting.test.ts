// The calendar file, read by a second reader written from RFC 5545: lines, text, and the instant of every week's meeting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { meetingFile } from '../../../electron/formats/ics/meeting.ts';
import { foldedLines, text } from '../../../shared/content-lines.ts';
import { zonesOfTheWorld } from '../../support/history-arbitrary.ts';

const day = 86_400_000;
const zones = [
  ...zonesOfTheWorld,
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Jerusalem',
  'Africa/Cairo',
  'America/Havana',
];

/** Lines unfolded, as name with parameters and value. */
function linesOf(file: string): (readonly [string, string])[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const raw = file.slice(0, -2).split('\r\n');
  for (const line of raw) {
    expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toContain('\ufffd');
  }
  const whole: string[] = [];
  for (const line of raw) {
    if (line.startsWith(' ')) whole.push(`${whole.pop()}${line.slice(1)}`);
    else whole.push(line);
  }
  return whole.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}

const unescaped = (value: string) =>
  value.replace(/\\(.)/g, (_, next: string) => (next === 'n' || next === 'N' ? '\n' : next));

/** ms as if UTC of "20260330T093000". */
const stamp = (value: string) =>
  Date.UTC(+value.slice(0, 4), +value.slice(4, 6) - 1, +value.slice(6, 8), +value.slice(9, 11), +value.slice(11, 13));
const offset = (value: string) => (value[0] === '-' ? -1 : 1) * (+value.slice(1, 3) * 60 + +value.slice(3, 5)) * 60_000;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Every onset of an observance up to a year, in local time before it. */
function onsets(part: ReadonlyMap<string, string>, untilYear: number): number[] {
  const start = stamp(part.get('DTSTART') ?? '');
  const rule = part.get('RRULE');
  const dates = (part.get('RDATE') ?? '').split(',').filter(Boolean).map(stamp);
  if (rule === undefined) return [start, ...dates];
  const month = Number(/BYMONTH=(\d+)/.exec(rule)?.[1]);
  const [, nth = '', name = ''] = /BYDAY=(-?\d+)([A-Z]{2})/.exec(rule) ?? [];
  const found: number[] = [];
  for (let year = new Date(start).getUTCFullYear(); year <= untilYear; year++) {
    const all = Array.from({ length: 31 }, (_, i) => new Date(Date.UTC(year, month - 1, i + 1))).filter(
      date => date.getUTCMonth() === month - 1 && date.getUTCDay() === weekdays.indexOf(name),
    );
    const date = Number(nth) < 0 ? all.at(Number(nth)) : all[Number(nth) - 1];
    if (date) found.push(date.getTime() + (start % day));
  }
  return found.filter(at => at >= start);
}

type Read = { readonly toUtc: (local: number) => number; readonly event: ReadonlyMap<string, string> };

function read(file: string, untilYear: number): Read {
  const parts: { name: string; values: Map<string, string> }[] = [];
  const open: { name: string; values: Map<string, string> }[] = [];
  for (const [name, value] of linesOf(file)) {
    if (name === 'BEGIN') open.push({ name: value, values: new Map() });
    else if (name === 'END') {
      const part = open.pop();
      expect(part?.name).toBe(value);
      if (part) parts.push(part);
    } else open.at(-1)?.values.set(name.split(';')[0] ?? '', value);
  }
  expect(open).toEqual([]);
  const changes = parts
    .filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
    .flatMap(({ values }) =>
      onsets(values, untilYear).map(local => ({
        local,
        from: offset(values.get('TZOFFSETFROM') ?? ''),
        to: offset(values.get('TZOFFSETTO') ?? ''),
      })),
    )
    .sort((a, b) => a.local - b.local);
  const toUtc = (local: number) => {
    const last = changes.filter(change => change.local <= local).at(-1);
    return local - (last?.to ?? Number.NaN);
  };
  return { toUtc, event: parts.find(({ name }) => name === 'VEVENT')?.values ?? new Map() };
}

/** What a clock on the wall shows, by Intl alone. */
function wall(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(at);
}

const aMeeting = fc.record({
  zone: fc.constantFrom(...zones),
  now: fc
    .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
    .map(minute => minute * 60_000),
  weekday: fc.integer({ min: 1, max: 7 }),
  // In the night hours clocks jump; nobody meets then, and what such a time means is the calendar's affair.
  hour: fc.integer({ min: 5, max: 22 }),
  minute: fc.integer({ min: 0, max: 59 }),
  minutes: fc.integer({ min: 5, max: 480 }),
  // U+FFFD is how the test sees a letter cut in two.
  workspace: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter(name => !name.includes('\ufffd')),
  sequence: fc.nat(50),
});
const two = (value: number) => String(value).padStart(2, '0');

describe('The meeting in a calendar', () => {
  it('is every week at the same time of the wall clock, in every zone, over all changes of the clocks for four years', () => {
    fc.assert(
      fc.property(aMeeting, request => {
        const time = `${two(request.hour)}:${two(request.minute)}`;
        const file = meetingFile(
          { ...request, time, uid: 'one', alarmMinutes: null },
          zoneOf(request.zone),
          request.now,
        );
        const { event, toUtc } = read(file, 2036);
        const start = stamp(event.get('DTSTART') ?? '');
        expect(event.get('RRULE')).toBe(`FREQ=WEEKLY;BYDAY=${weekdays[request.weekday % 7]}`);
        expect(event.get('DURATION')).toBe(`PT${request.minutes}M`);
        const first = toUtc(start);
        expect(first).toBeGreaterThan(request.now);
        // Within a week and the hour that a change of the clocks may add.
        expect(first - request.now).toBeLessThanOrEqual(7 * day + 3_600_000 * 2);
        const name = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][request.weekday - 1];
        for (let week = 0; week < 208; week++) {
          expect(wall(toUtc(start + week * 7 * day), request.zone), `${request.zone} week ${week}`).toBe(
            `${name} ${time}`,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the rules of Berlin and New York as they are known', () => {
    const file = (zone: string) =>
      meetingFile(
        { weekday: 1, time: '09:30', minutes: 30, uid: 'u', sequence: 0, workspace: 'Mill', alarmMinutes: null },
        zoneOf(zone),
        Date.UTC(2026, 2, 2),
      );
    expect(file('Europe/Berlin')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n');
    expect(file('Europe/Berlin')).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n');
    expect(file('America/New_York')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n');
    expect(file('America/New_York')).toContain('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n');
    expect(file('Asia/Kolkata')).toContain('TZOFFSETTO:+0530\r\n');
  });
});

describe('Text in a calendar', () => {
  it('comes out as it went in, whatever it holds, in lines of 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), value => {
        fc.pre(!/\p{Cc}/u.test(value.replaceAll('\n', '')) && value.isWellFormed());
        const [[name, written] = ['', '']] = linesOf(foldedLines([['SUMMARY', text(value)]]));
        expect(name).toBe('SUMMARY');
        expect(unescaped(written)).toBe(value);
      }),
    );
  });

  it('cannot add a line of its own', () => {
    const file = foldedLines([['SUMMARY', text('Mill\r\nATTACH:file:///etc/passwd\nX;Y,Z\\')]]);
    expect(linesOf(file)).toEqual([['SUMMARY', 'Mill\\nATTACH:file:///etc/passwd\\nX\\;Y\\,Z\\\\']]);
  });
});
