// Addresses of screens.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlace, screenIds, writePlace } from '../../../renderer/app/place.ts';

describe('a place', () => {
  it('is Today when the address says nothing, or nonsense', () => {
    for (const path of ['', '/', '/nowhere', '/%E0%A4%A'])
      expect(readPlace(path)).toEqual({ screen: 'today', rest: null, lead: null });
  });

  it('knows the lead whose panel is open, with or without a part of the screen', () => {
    expect(readPlace('/board/with/a1')).toEqual({ screen: 'board', rest: null, lead: 'a1' });
    expect(readPlace('/review/2025-11-17/with/a1')).toEqual({ screen: 'review', rest: '2025-11-17', lead: 'a1' });
    expect(readPlace('/lead/a1')).toEqual({ screen: 'lead', rest: 'a1', lead: null });
  });

  it('is read as it was written', () => {
    const word = fc.string({ minLength: 1 }).filter(text => text !== 'with');
    const places = fc.record({
      screen: fc.constantFrom(...screenIds),
      rest: fc.option(word),
      lead: fc.option(word),
    });
    fc.assert(
      fc.property(places, place => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });
});
