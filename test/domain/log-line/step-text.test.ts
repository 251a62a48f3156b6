// A next step typed by itself: what is to be done, and the day its words name.
import { describe, expect, it } from 'vitest';
import { parseStep } from '../../../electron/domain/log-line/step-text.ts';
import { english, german } from './said.ts';

const textOf = (text: string, home = english): string => {
  const { text: what, days, why } = parseStep(text, home);
  return [what, ...days.map(({ date, time }) => [date, time].filter(Boolean).join(' ')), why]
    .filter(Boolean)
    .join(' | ');
};

describe('the words of a next step', () => {
  it.each([
    ['send quote fri', 'send quote | 2026-11-27'],
    ['send quote thu', 'send quote | 2026-11-26 | 2026-12-03 | Which day is meant?'],
    ['call tomorrow at 3', 'call | 2026-11-27 15:00'],
    ['ring back after 5', 'ring back | 2026-11-26 17:00'],
    ['decision by 5/12', 'decision | 2026-12-05'],
    ['chase in 2 weeks', 'chase | 2026-12-10'],
    ['call after the weekend', 'call after the weekend | 2026-11-28 | Which day is meant?'],
    ['call yesterday', 'call yesterday | This day is past.'],
    ['send 3 samples', 'send 3 samples'],
    ['ring 01632 960145', 'ring 01632 960145'],
  ])('%s', (text, expected) => expect(textOf(text)).toBe(expected));

  it('knows the days of the language it is typed in', () => {
    expect(textOf('Angebot schicken am Dienstag um halb drei', german)).toBe('Angebot schicken | 2026-12-01 14:30');
  });
});
