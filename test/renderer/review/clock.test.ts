// The quiet clock: it counts what each section has taken, and never grows beyond its time.
import { expect, it } from 'vitest';
import { clockText, meetingMinutes, spend, usedShare } from '../../../renderer/screens/review/meeting/clock.ts';

const minute = 60_000;

it('counts each section by itself, and all of them together in begun minutes left out', () => {
  const spent = spend(spend(spend({}, 'last', 2 * minute), 'mqls', 3.9 * minute), 'last', 0.5 * minute);
  expect(clockText(spent, 'last')).toEqual({ whole: `6 of ${meetingMinutes} min`, section: '2 of 4' });
  expect(clockText(spent, 'mqls').section).toBe('3 of 6');
  expect(clockText(spent, 'close').section).toBe('0 of 1');
});

it('fills a section’s line up to its end and no further', () => {
  expect(usedShare({}, 'last')).toBe(0);
  expect(usedShare({ last: 2 * minute }, 'last')).toBe(0.5);
  expect(usedShare({ last: 60 * minute }, 'last')).toBe(1);
});

it('takes no time back when a clock goes backwards', () => {
  expect(spend({ last: minute }, 'last', -5)).toEqual({ last: minute });
});
