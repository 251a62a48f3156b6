// Next steps in a calendar, read by ical.js, a reader that shares no code with ours.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../electron/domain/zone.ts';
import { stepFile } from '../../../electron/formats/ics/steps.ts';
import { addDays } from '../../../shared/dates.ts';
import { nextDay, type Repeat, repeatLabels } from '../../../shared/next-step.ts';
import { zonesOfTheWorld } from '../../support/history-arbitrary.ts';
import { seed } from '../../support/seed.ts';

const now = Date.UTC(2026, 2, 2, 9);
const aStep = {
  uid: 'one@ripen',
  on: '2026-03-05',
  time: '14:30' as string | null,
  repeats: null as Repeat | null,
  summary: 'Call back: Ada Adler',
  description: null as string | null,
};

/** The only event of a file, with its zones known to the reader. */
function eventOf(file: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Ripen//Ripen//EN');
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0] as ICAL.Component);
}

const aDay = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2024-01-01', days));
const two = (value: number) => String(value).padStart(2, '0');
const aTime = fc.integer({ min: 0, max: 1439 }).map(minute => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

describe('a next step in a calendar', () => {
  it('is at its instant, in every zone of the world', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zonesOfTheWorld), aDay, aTime, (zoneId, on, time) => {
        const zone = zoneOf(zoneId);
        const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
        const instant = zone.instant(on, minute);
        // A time that comes twice or not at all is the calendar's affair.
        fc.pre(zone.offsetAt(instant - 4 * 3_600_000) === zone.offsetAt(instant + 4 * 3_600_000));
        const event = eventOf(stepFile({ ...aStep, on, time }, zone, now));
        expect(event.startDate.toJSDate().getTime()).toBe(instant);
        expect(event.duration.toSeconds()).toBe(30 * 60);
      }),
      { numRuns: 100, seed },
    );
  });

  it('without a time takes the whole day, and leaves it free', () => {
    const event = eventOf(stepFile({ ...aStep, time: null }, zoneOf('Europe/Berlin'), now));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2026-03-05');
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('says what it is, whatever the words hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), words => {
        const file = stepFile({ ...aStep, summary: words, description: words }, zoneOf('UTC'), now);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const event = eventOf(file);
        const plain = words.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
        expect([event.summary, event.description]).toEqual([plain, plain]);
      }),
      { numRuns: 200, seed },
    );
  });

  it('comes again on the days on which Ripen has it', () => {
    const repeats = fc.constantFrom(...(Object.keys(repeatLabels) as Repeat[]));
    fc.assert(
      fc.property(repeats, aDay, (again, on) => {
        const found = eventOf(stepFile({ ...aStep, on, time: null, repeats: again }, zoneOf('UTC'), now)).iterator();
        let day = on;
        for (let times = 0; times < 14; times++) {
          expect(found.next()?.toString(), `${again} from ${on}, time ${times}`).toBe(day);
          day = nextDay({ on, repeats: again }, day) ?? '';
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  it('takes the place of what was saved before', () => {
    const sequence = (at: number) => eventOf(stepFile(aStep, zoneOf('UTC'), at)).sequence;
    expect(sequence(now + 60_000)).toBeGreaterThan(sequence(now));
    expect(sequence(Date.UTC(2190, 0, 1))).toBeLessThan(2 ** 31);
  });
});
