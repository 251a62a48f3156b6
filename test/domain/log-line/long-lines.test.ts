// Lines as long as they may be, of what is hardest to read: each is read within 50 ms, and nothing of it is lost.
import { expect, it } from 'vitest';
import { longestLine, parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import { english } from './said.ts';

/** The quickest of seven: how long it takes, not how busy the computer is. */
const quickest = (line: string): number =>
  Math.min(
    ...Array.from({ length: 7 }, () => {
      const start = performance.now();
      parseLine(line, english);
      return performance.now() - start;
    }),
  );

it.each([
  '1234567890',
  '12 345 ',
  '1.234,56 ',
  'a, ',
  '07700 900555 ',
  'Jane Smith rang about a gate and ',
  '1:',
  '- ',
])('%s, again and again', piece => {
  const line = piece.repeat(longestLine).slice(0, longestLine);
  expect(quickest(line)).toBeLessThan(50);
});

it('keeps what is behind the longest line that is read', () => {
  const line = `Jane Smith rang ${'about a gate '.repeat(100)}`;
  expect(parseLine(`${line.padEnd(longestLine)}the end`, english).note).toContain('the end');
});
