// Days as they are typed by themselves; today is Wednesday 3 June 2026, a quarter past nine.
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../electron/domain/log-line/dates.ts';

const home = { today: '2026-06-03', time: '09:15', dayFirst: true, language: 'en' };
const textOf = (days: readonly { date: string; time: string | null }[]) =>
  days.map(({ date, time }) => [date, time].filter(Boolean).join(' ')).join(' or ');
const past = (text: string, dayFirst = true) => textOf(parseDate(text, { ...home, dayFirst }).past);
const future = (text: string) => textOf(parseDate(text, home).future);

describe('a day on which something happened', () => {
  it.each([
    ['today', '2026-06-03'],
    ['yesterday', '2026-06-02'],
    ['the day before yesterday', '2026-06-01'],
    ['this morning', '2026-06-03'],
    ['a week ago', '2026-05-27'],
    ['a fortnight ago', '2026-05-20'],
    ['10 mins ago', '2026-06-03 09:05'],
    ['an hour ago', '2026-06-03 08:15'],
    ['last week', '2026-05-27'],
    ['last month', '2026-05-03'],
    ['2 days ago', '2026-06-01'],
    ['last friday', '2026-05-29'],
    ['Mon', '2026-06-01'],
    ['Monday morning', '2026-06-01'],
    ['3 May', '2026-05-03'],
    ['May 3rd', '2026-05-03'],
    ['24 dec', '2025-12-24'],
    ['3 May 2024', '2024-05-03'],
    ['29 feb', '2024-02-29'],
    ['2026-04-30', '2026-04-30'],
    ['3.5.', '2026-05-03'],
    ['3/5/25', '2025-05-03'],
    ['25/12/2025', '2025-12-25'],
    ['yesterday 14:30', '2026-06-02 14:30'],
    ['last friday at 3pm', '2026-05-29 15:00'],
    // Not yet today: it was yesterday.
    ['11pm', '2026-06-02 23:00'],
  ])('"%s" is %s', (text, expected) => expect(past(text)).toBe(expected));

  it('reads 5/3 as 3 May where the month comes first', () => {
    expect(past('5/3', false)).toBe('2026-05-03');
  });

  it.each(['soon', '31 february 2026', '25/11/0202', 'today 24:00', 'constructor', 'tomorrow'])(
    '"%s" is none',
    text => {
      expect(past(text)).toBe('');
    },
  );
});

describe('a day to come', () => {
  it.each([
    ['tomorrow 9am', '2026-06-04 09:00'],
    ['friday', '2026-06-05'],
    ['in 2 weeks', '2026-06-17'],
    ['2026-07-01', '2026-07-01'],
    ['3 May', '2027-05-03'],
  ])('"%s" is %s', (text, expected) => expect(future(text)).toBe(expected));
});
