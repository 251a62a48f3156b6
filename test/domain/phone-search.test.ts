// A number is found by any part of it, with or without its country code, however it and the question are written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, samePhone } from '../../electron/domain/import/phones.ts';
import { phoneDigits, phoneNeedles } from '../../electron/domain/phone-search.ts';

const finds = (typed: string, phone: string, home: string | null = 'GB', country: string | null = null): boolean =>
  phoneNeedles(typed, home).some(needle => phoneDigits({ phone, country }).includes(needle));

/** One number in the ways people, programs and spreadsheets write it. */
const numbers: readonly (readonly [country: string, ways: readonly string[]])[] = [
  [
    'GB',
    [
      ...[
        '07700 900555',
        '+44 7700 900555',
        '+447700900555',
        '0044 7700 900555',
        '+44 (0)7700 900555',
        '07700-900-555',
      ],
      ...['(07700) 900555', '7700 900555', '447700900555', 'tel:+447700900555', '０７７００９００５５５'],
    ],
  ],
  ['DE', ['0170 1234567', '+49 170 1234567', '0049 170 1234567', '+49 (0)170 / 123 45 67', '491701234567']],
  ['US', ['(212) 555-0188', '+1 212 555 0188', '1-212-555-0188', '2125550188', '212.555.0188']],
  ['FR', ['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678', '+33 (0)6 12345678']],
];

describe('one phone', () => {
  it.each(numbers)('in %s', (country, ways) => {
    const keys = ways.map(way => parsePhone(way, country)?.key);
    expect(new Set(keys).size, JSON.stringify(keys)).toBe(1);
    for (const way of ways) expect([way, samePhone(way, ways[0] ?? '', country)]).toEqual([way, true]);
  });

  it('another last digit is another phone', () => {
    for (const [country, ways] of numbers) {
      const other = (ways[1] ?? '').replace(/\d$/, digit => String((Number(digit) + 1) % 10));
      for (const way of ways) expect([way, samePhone(way, other, country)]).toEqual([way, false]);
    }
  });

  it('a short number has a key too, the same each time', () => {
    expect(parsePhone('12345', 'GB')?.key).toBe('12345');
    expect(parsePhone('55 01 2', null)?.key).toBe('55012');
    expect(parsePhone('1234', 'GB')).toBeNull();
  });
});

describe('searching', () => {
  it.each(numbers)('in %s every writing finds every other', (country, ways) => {
    const ascii = ways.filter(way => /^[ -~]*$/.test(way));
    for (const typed of ascii) {
      for (const stored of ascii) {
        // Without a plus nobody knows that 491701234567 begins with a country code.
        if (/^(?:44|49)\d+$/.test(typed) || /^\d-|^tel:/.test(typed)) continue;
        expect([typed, stored, finds(typed, stored, country)]).toEqual([typed, stored, true]);
      }
    }
  });

  it('by a part of it, as it is typed', () => {
    for (const stored of ['07700 900555', '+44 7700 900555']) {
      for (const typed of ['07700', '7700 9', '900555', '0555', '+44 7700', '+44 7700 900', '0044 7700 9'])
        expect([typed, stored, finds(typed, stored)]).toEqual([typed, stored, true]);
      for (const typed of ['07701', '900556', '+44 7701', '+49 7700 900555', '555'])
        expect([typed, stored, finds(typed, stored)]).toEqual([typed, stored, false]);
    }
  });

  it('a number of another country is found by its own code', () => {
    for (const stored of ['030 1234567', '+49 30 1234567'])
      for (const typed of ['030 123', '+49 30 1234567', '0049 30 12'])
        expect([typed, stored, finds(typed, stored, 'GB', 'Deutschland')]).toEqual([typed, stored, true]);
    expect(finds('+43 30 1234567', '+49 30 1234567', 'GB', 'Germany')).toBe(false);
  });

  it('any four digits in a row of any number find it; words are no numbers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^7\d{9}$/), fc.integer({ min: 0, max: 5 }), (national, from) => {
        const part = national.slice(from, from + 5);
        return part.startsWith('0') || (finds(part, `0${national}`) && finds(part, `+44${national}`));
      }),
    );
    for (const typed of ['Dave', 'Studio 54', '24/7 Fitness', '', '123', 'ann@mill.example', '12.5.'])
      expect([typed, phoneNeedles(typed, 'GB')]).toEqual([typed, []]);
  });
});
