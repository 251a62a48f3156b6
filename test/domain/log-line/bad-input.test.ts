// What nobody means to type: it is read without a fault and in bounds, and nothing is made of it unasked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLine, parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import { english, french, german, spanish, textOf } from './said.ts';

const pieces = [
  'Jane Smith rang',
  'call her',
  'quote by',
  'Angebot bis',
  'appelé',
  '😀👍🏽',
  'حسن علي',
  'שלום',
  '\u202e',
  '\u0000',
  '25/11/0202',
  '31/02/2026',
  '25/11/9999',
  '99:99',
  '£1e9',
  '1e999',
  '£99999999999999999',
  '-5000',
  '<script>alert(1)</script>',
  '__proto__',
  '@',
  ',',
  ':',
  '((((',
  '\\',
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
  .map(words => words.join(' '));

describe('a line that nobody means to type', () => {
  it('is read in every language, its days and amounts in bounds', () => {
    fc.assert(
      fc.property(line, fc.constantFrom(english, german, french, spanish), (text, home) => {
        const { when, step, amount } = parseLine(text, home);
        for (const moment of [...when.options, ...(step?.days ?? [])]) {
          if (moment === null) continue;
          expect(moment.date).toMatch(/^(?:199\d|20[0-3]\d)-\d\d-\d\d$/);
          expect(new Date(moment.date).toISOString().slice(0, 10)).toBe(moment.date);
        }
        for (const one of amount?.options ?? []) expect(Number.isSafeInteger(one.amount)).toBe(true);
      }),
    );
  });

  it('is kept behind what is read of it, however long', () => {
    const text = `Jane Smith rang ${'about a gate '.repeat(800)}`.trim();
    expect(text.length).toBeGreaterThan(10_000);
    const { note } = parseLine(text, english);
    expect(note).toContain(text.slice(longestLine).trim());
  });

  it.each([
    ['Jane Smith rang 25/11/0202', 'The year 0202 is not between 1990 and 2036.'],
    ['Jane Smith rang 25/11/9999', 'The year 9999 is not between 1990 and 2036.'],
    ['Jane Smith rang on 31/02/2026', '31/2/2026 does not exist.'],
  ])('%s: the day is asked in one sentence', (text, why) => {
    expect(parseLine(text, english).when.why).toBe(why);
  });

  it.each(['Jane Smith rang, £1e9', 'Jane Smith rang, £99999999999999999'])('%s: no amount', text => {
    const said = textOf(parseLine(text, english));
    expect(said.amount).toBeUndefined();
    expect(said.note).toBe(text.slice('Jane Smith rang, '.length));
  });

  it.each(['x'.repeat(10_000), '<script>alert(1)</script>', 'حسن علي اتصل'])('%.30s: no name unasked', text => {
    for (const { doubt } of parseLine(text, english).people) expect(doubt).not.toBeNull();
  });

  it('has no signs that turn a name around', () => {
    const { people } = parseLine('\u202eJane Smith rang', english);
    expect(people.map(({ attributes }) => attributes)).toMatchObject([{ firstName: 'Jane', lastName: 'Smith' }]);
  });
});
