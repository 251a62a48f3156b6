// The last note of a lead: what a person wrote, whatever colons are in it, and never cut within a word.
import { describe, expect, it } from 'vitest';
import { lastLine, shortNote } from '../../electron/domain/last-note.ts';

// Each with whether its column was mapped to the notes.
const headers = new Map([
  ['Newsletter', true],
  ['Job', true],
  ['Next step', false],
  ['Budget', false],
  ['Site: plan', false],
  ['Call notes', true],
  ['Wish', true],
]);

describe('the last note', () => {
  it.each([
    ['Wife: Anna, ring after 6', 'Wife: Anna, ring after 6'],
    ['Gate code: 4711\nNewsletter: N', 'Gate code: 4711'],
    ['Called: no answer\nJob: Porch\nNext step: send samples', 'Called: no answer'],
    ['wants oak\nNewsletter?: N', 'wants oak'],
    ['wants oak\nColumn F: 12', 'wants oak'],
    ['wants oak\nOther phone: 07700 900123', 'wants oak'],
    ['wants oak\nSite: plan: muddy', 'wants oak'],
    ['wants oak\nBudget: up to 12k', 'wants oak'],
    ['old\nCall notes: blue', 'Call notes: blue'],
    ['old\nWish: a blue sofa', 'Wish: a blue sofa'],
    ['old\nPhone: only after 6pm', 'Phone: only after 6pm'],
    ['Job: Porch', ''],
    ['at 12:30: rang', 'at 12:30: rang'],
    ['  \n', ''],
    [null, ''],
  ])('of %j is %j', (notes, line) => {
    expect(lastLine(notes, headers)).toBe(line);
  });
});

describe('a long note', () => {
  it.each([
    ['short', 20, 'short'],
    ['two  lines\nas one', 20, 'two lines as one'],
    ['measured the staircase twice', 20, 'measured the…'],
    ['measured, staircase too', 12, 'measured…'],
    ['階段の見積もりをお願いします', 8, '階段の見積もり…'],
    ['123456😀89', 8, '123456…'],
  ])('%j in %i characters is %j', (text, most, short) => {
    expect(shortNote(text, most)).toBe(short);
  });
});
