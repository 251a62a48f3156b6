// Addresses of screens.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, screenIds } from '../../../renderer/parts/navigation/route.ts';

describe('a place', () => {
  it('is Today when the address says nothing, or nonsense', () => {
    for (const path of ['', '/', '/nowhere', '/%E0%A4%A'])
      expect(parseRoute(path)).toEqual({ screen: 'today', rest: null, lead: null });
  });

  it('knows the lead whose panel is open, with or without a part of the screen', () => {
    expect(parseRoute('/board/with/a1')).toEqual({ screen: 'board', rest: null, lead: 'a1' });
    expect(parseRoute('/review/2025-11-17/with/a1')).toEqual({ screen: 'review', rest: '2025-11-17', lead: 'a1' });
    expect(parseRoute('/lead/a1')).toEqual({ screen: 'lead', rest: 'a1', lead: null });
  });

  it('is read as it was written', () => {
    const word = fc.string({ minLength: 1 }).filter(text => text !== 'with');
    const routes = fc.record({
      screen: fc.constantFrom(...screenIds),
      rest: fc.option(word),
      lead: fc.option(word),
    });
    fc.assert(
      fc.property(routes, route => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });
});
