// When something happened, the way people say it; today is Wednesday 3 June 2026.
import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../../renderer/screens/log/parse-when.ts';

const home = { today: '2026-06-03', dayFirst: true };
const date = (text: string) => parseWhen(text, home)?.date ?? null;

describe('when', () => {
  it.each([
    ['', '2026-06-03'],
    ['today', '2026-06-03'],
    ['yesterday', '2026-06-02'],
    ['the day before yesterday', '2026-06-01'],
    ['this morning', '2026-06-03'],
    ['a week ago', '2026-05-27'],
    ['last week', '2026-05-27'],
    ['2 days ago', '2026-06-01'],
    ['1 week ago', '2026-05-27'],
    ['last friday', '2026-05-29'],
    ['Mon', '2026-06-01'],
    ['wednesday', '2026-05-27'],
    ['3 May', '2026-05-03'],
    ['May 3rd', '2026-05-03'],
    ['24 dec', '2025-12-24'],
    ['3 May 2024', '2024-05-03'],
    ['29 feb', '2024-02-29'],
    ['2026-04-30', '2026-04-30'],
    ['3.5.', '2026-05-03'],
    ['3/5/25', '2025-05-03'],
    ['25/12/2025', '2025-12-25'],
  ])('"%s" is %s', (text, expected) => expect(date(text)).toBe(expected));

  it('reads 5/3 as 3 May where the month comes first', () => {
    expect(parseWhen('5/3', { ...home, dayFirst: false })?.date).toBe('2026-05-03');
  });

  it('takes a time at the end', () => {
    expect(parseWhen('yesterday 14:30', home)).toEqual({ date: '2026-06-02', time: '14:30' });
    expect(parseWhen('last friday at 3pm', home)).toEqual({ date: '2026-05-29', time: '15:00' });
    expect(parseWhen('12am', home)).toEqual({ date: '2026-06-03', time: '00:00' });
  });

  it.each(['soon', '31 february 2026', '13/13/2026', '25:00', 'today 24:00', 'friday the 13th', 'constructor'])(
    '"%s" is no day',
    text => expect(parseWhen(text, home)).toBeNull(),
  );
});
