// Tests on facts in the sheet: which are offered, and what is left of one when another is chosen.
import { describe, expect, it } from 'vitest';
import {
  carriedOver,
  joinWords,
  splitWords,
  testNames,
  testOfWords,
  testsFor,
} from '../../renderer/parts/criteria/rules/fit-tests.ts';
import { fitTestSchema } from '../../shared/criteria.ts';

describe('choosing another test', () => {
  it('keeps the words, and the numbers', () => {
    expect(carriedOver({ test: 'is', value: 'Austria' }, 'is-one-of', 'text')).toEqual({
      test: 'is-one-of',
      values: ['Austria'],
    });
    expect(carriedOver({ test: 'at-least', value: 50 }, 'between', 'number')).toEqual({
      test: 'between',
      from: 50,
      to: 500,
    });
    expect(carriedOver({ test: 'between', from: 5, to: 9 }, 'at-least', 'number')).toEqual({
      test: 'at-least',
      value: 5,
    });
  });

  it('waits for words where there are none yet, and answers yes where yes or no is asked', () => {
    expect(carriedOver({ test: 'is-known' }, 'contains', 'text')).toBeNull();
    expect(carriedOver({ test: 'is-known' }, 'is', 'known')).toEqual({ test: 'is', value: 'yes' });
  });

  it('makes nothing the criteria would refuse', () => {
    for (const kind of ['text', 'number', 'money', 'known', 'reference', 'choice', 'date'] as const) {
      expect(testsFor(kind)).toContain('is-known');
      for (const from of testsFor(kind)) {
        const start = carriedOver({ test: 'is-known' }, from, kind) ?? testOfWords(from, ['x']);
        for (const to of testsFor(kind)) {
          const made = start && carriedOver(start, to, kind);
          if (made) expect(fitTestSchema.safeParse(made).success, `${kind}: ${testNames[to]}`).toBe(true);
        }
      }
    }
  });
});

describe('words in a cell', () => {
  it('stand apart by commas, or by semicolons where a word holds a comma', () => {
    expect(splitWords(' owner, founder ,, CEO ')).toEqual(['owner', 'founder', 'CEO']);
    expect(splitWords(joinWords(['Linz, Austria', 'Graz']))).toEqual(['Linz, Austria', 'Graz']);
  });
});
