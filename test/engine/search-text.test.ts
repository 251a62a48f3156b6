// Parts of words found in memory: the same rows as looking at every text, whatever was changed before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchText } from '../../electron/engine/search-text.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'ń', ' '), maxLength: 6 });
/** Rows far enough apart to lie in several blocks. */
const row = fc.constantFrom(0, 1, 2, 1023, 1024, 1025, 5000);
const change = fc.record({ row, text, searched: fc.boolean() });

describe('parts of the search text', () => {
  it('are found in every text that has them, and in no other', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.constantFrom('a', 'ab', 'n', 'ń', 'ba'), (changes, part) => {
        const searchText = new SearchText();
        const texts = new Map<number, string>();
        for (const { row: at, text: words_, searched } of changes) {
          searchText.set(at, words_);
          texts.set(at, words_);
          if (searched) searchText.having([part]);
        }
        const expected = [...texts].flatMap(([at, given]) => (given.includes(part) ? [at] : []));
        expect(searchText.having([part])).toEqual(expected.sort((a, b) => a - b));
      }),
    );
  });

  it('are found where all of them stand in one text, in any order, however often one is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ row, text }), { maxLength: 30 }),
        fc.array(fc.constantFrom('a', 'ab', 'nb', 'ń'), { minLength: 1, maxLength: 3 }),
        (given, parts) => {
          const searchText = new SearchText();
          const texts = new Map<number, string>();
          for (const { row: at, text: line } of given) {
            searchText.set(at, line);
            texts.set(at, line);
          }
          const expected = [...texts].flatMap(([at, line]) => (parts.every(part => line.includes(part)) ? [at] : []));
          expect(searchText.having(parts)).toEqual(expected.sort((one, other) => one - other));
        },
      ),
    );
  });

  it('that are none find nothing', () => {
    const searchText = new SearchText();
    searchText.set(1, 'bo');
    expect(searchText.having([])).toEqual([]);
  });

  it('are gone with the lead', () => {
    const searchText = new SearchText();
    searchText.set(7, 'bo');
    searchText.set(7, '');
    expect(searchText.having(['bo'])).toEqual([]);
  });
});
