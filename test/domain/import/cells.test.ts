// Single cells: numbers, dates, phones, addresses, names, words that say nothing; each in the writings that really come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateEvidence, parseDate, serialToDay } from '../../../electron/domain/import/dates.ts';
import { decimalEvidence, lostDigits, parseNumber, parseSize } from '../../../electron/domain/import/numbers.ts';
import { cleanCell } from '../../../electron/domain/import/text.ts';
import { dayMs, fromDayNumber } from '../../../shared/dates.ts';

describe('numbers', () => {
  test.each([
    ['1.234,56', ',', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['1 234,56', ',', 1234.56],
    ['1\u00a0234,56', ',', 1234.56],
    ['1\u202f234,56', ',', 1234.56],
    ["1'234.50", '.', 1234.5],
    ['12,34,567.89', '.', 1234567.89],
    ['(5)', '.', -5],
    ['12-', '.', -12],
    ['-12', '.', -12],
    ['−12', '.', -12],
    ['12 %', '.', 12],
    ['EUR 5', ',', 5],
    ['5 €', ',', 5],
    ['$1,200,000.00', '.', 1_200_000],
    ['1.200,- €', ',', 1200],
    ['CHF 1’250.00', '.', 1250],
    ['Rs. 5,00,000', '.', 500_000],
    ['50k', '.', 50_000],
    ['1,5 Mio', ',', 1_500_000],
    ['٣٤٥', '.', 345],
    ['.5', '.', 0.5],
    ['1e3', '.', 1000],
  ] as const)('%s with decimal %s', (text, decimal, value) => expect(parseNumber(text, decimal)).toBe(value));

  test.each([
    '',
    'abc',
    '1.2.3',
    '12 or 13',
    '1,23,4',
    '--5',
    'A12',
    '12:30',
    '2024-01-02',
    '1234567890123456789012345678901234567890123',
  ])('%s is none', text => {
    expect(parseNumber(text, '.')).toBeNull();
  });

  test('what a cell says about its column', () => {
    const said = Object.fromEntries(
      ['1.234', '1,234', '1.234,5', '1,234.5', '12,5', '0.125', '1.234.567', '1234,567', '42', 'x'].map(text => [
        text,
        decimalEvidence(text),
      ]),
    );
    expect(said).toEqual({
      '1.234': 'either',
      '1,234': 'either',
      '1.234,5': ',',
      '1,234.5': '.',
      '12,5': ',',
      '0.125': '.',
      '1.234.567': ',',
      '1234,567': ',',
      '42': null,
      x: null,
    });
  });

  test('numbers of any locale come back', () => {
    const locales = [
      ['en-US', '.'],
      ['de-DE', ','],
      ['fr-FR', ','],
      ['de-CH', '.'],
      ['en-IN', '.'],
      ['pl-PL', ','],
      ['sv-SE', ','],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom(...locales),
        (cents, [locale, decimal]) => {
          const value = cents / 100;
          expect(parseNumber(value.toLocaleString(locale, { minimumFractionDigits: 2 }), decimal)).toBe(value);
          expect(parseNumber(value.toLocaleString(locale, { style: 'currency', currency: 'EUR' }), decimal)).toBe(
            value,
          );
        },
      ),
    );
  });

  test('lost digits, and sizes given as ranges', () => {
    expect(['1.70123E+11', '1,70123E+11', '4.9E+12', '1E+15'].map(lostDigits)).toEqual([true, true, true, true]);
    expect(['170123', 'E12', '1.5', 'ABC1E5'].map(lostDigits)).toEqual([false, false, false, false]);
    expect(
      ['51-200', '1 to 50', '10,000+', '> 500', '11–50 employees', '250', 'many'].map(text => parseSize(text, '.')),
    ).toEqual([51, 1, 10_000, 500, 11, 250, null]);
  });
});

describe('dates', () => {
  const day = (text: string, order: Parameters<typeof parseDate>[1] = 'dmy') => parseDate(text, order)?.date ?? null;

  test.each([
    ['2024-03-05', 'ymd'],
    ['05.03.2024', 'dmy'],
    ['5.3.24', 'dmy'],
    ['05/03/2024', 'dmy'],
    ['03/05/2024', 'mdy'],
    ['3-5-24', 'mdy'],
    ['2024/3/5', 'dmy'],
    ['20240305', 'dmy'],
    ['5 March 2024', 'dmy'],
    ['Mar 5, 2024', 'dmy'],
    ['March 5th, 2024', 'dmy'],
    ['5. März 2024', 'dmy'],
    ['05-Mar-24', 'dmy'],
    ['5 de marzo de 2024', 'dmy'],
    ['5 mars 2024', 'dmy'],
    ['5 marca 2024', 'dmy'],
    ['Tue, 5 Mar 2024', 'dmy'],
    ['Dienstag, 5. März 2024', 'dmy'],
    ['2024年3月5日', 'dmy'],
    ['2024년 3월 5일', 'dmy'],
    ['5 марта 2024', 'dmy'],
    ['45356', 'serial-1900'],
    ['43894', 'serial-1904'],
    ['1709596800', 'unix-s'],
    ['1709596800000', 'unix-ms'],
    ['5. 3. 2024', 'dmy'],
  ] as const)('%s (%s) is 5 March 2024', (text, order) => expect(day(text, order)).toBe('2024-03-05'));

  test.each([
    ['2024-03-05 14:30', 52_200, null],
    ['2024-03-05T14:30:10Z', 52_210, 0],
    ['2024-03-05T14:30:10.123+02:00', 52_210.123, 120],
    ['2024-03-05 14:30:10 -0500', 52_210, -300],
    ['05/03/2024 2:30:10 PM', 52_210, null],
    ['05/03/2024 12:05 am', 300, null],
    ['Mar 5, 2024 14:30:10', 52_210, null],
    ['Tue, 05 Mar 2024 14:30:10 GMT', 52_210, 0],
    ['2024-03-05 14:30:10 UTC', 52_210, 0],
    ['5.3.2024 14.30 Uhr', 52_200, null],
    ['2024-03-05', null, null],
  ] as const)('%s has its time', (text, seconds, offset) => {
    expect(parseDate(text, 'dmy')).toEqual({ date: '2024-03-05', seconds, offset });
  });

  test.each([
    '',
    'soon',
    '31.02.2024',
    '2024-13-01',
    '00/00/0000',
    '12',
    '1/2',
    '99/99/99',
    '2024-02-30',
    'May be',
    '5 Marchember 2024',
    '12:30',
    '1.234',
    '3000000000000',
  ])('%s is none', text => {
    expect(day(text)).toBeNull();
  });

  test('two-digit years are of this century up to 68', () => {
    expect(['1.1.68', '1.1.69', '1.1.00'].map(text => day(text))).toEqual(['2068-01-01', '1969-01-01', '2000-01-01']);
  });

  test('what a cell says about its column', () => {
    expect(
      ['13/02/2024', '02/13/2024', '02/03/2024', '2.3.2024', '2024-02-03', '5 May 2024', 'x', '+49 170 1'].map(
        dateEvidence,
      ),
    ).toEqual(['dmy', 'mdy', 'either', 'dmy', 'ymd', 'ymd', null, null]);
  });

  test('serials: the day that never was is 1 March, and both systems name the same days', () => {
    expect([1, 59, 60, 61, 45_351].map(serial => fromDayNumber(serialToDay(serial, 1900)))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '1900-03-01',
      '2024-02-29',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1462 + 61, max: 80_000 }), serial => {
        expect(serialToDay(serial, 1900)).toBe(serialToDay(serial - 1462, 1904));
      }),
    );
  });

  test('days of any locale come back', () => {
    const locales = [
      'en-GB',
      'de-DE',
      'fr-FR',
      'es-ES',
      'it-IT',
      'nl-NL',
      'pl-PL',
      'pt-PT',
      'sv-SE',
      'ru-RU',
      'tr-TR',
      'cs-CZ',
      'ja-JP',
      'ko-KR',
      'fi-FI',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 36_000 }),
        fc.constantFrom(...locales),
        fc.constantFrom('long' as const, 'medium' as const, 'short' as const),
        (number, locale, style) => {
          const written = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(
            new Date(number * dayMs),
          );
          fc.pre(number > 25_000 || style !== 'short');
          const read = parseDate(cleanCell(written), 'dmy')?.date;
          // Two-digit years lose their century, and "short" of some locales begins with the year.
          if (!/^\d{2}\D\d{2}\D\d{2}$/.test(written))
            expect([locale, written, read]).toEqual([locale, written, fromDayNumber(number)]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
