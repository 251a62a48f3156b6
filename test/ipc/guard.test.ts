// Who may call the main process and how much may come: row 17 of Electron's security list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsInACall, isOurFrame } from '../../electron/ipc/guard.ts';

describe('isOurFrame', () => {
  const ours = { origin: 'app://ripen', parent: null };

  it('knows the main frame of our own page', () => {
    expect(isOurFrame(ours)).toBe(true);
  });

  it.each([
    ['a frame that is gone', null],
    ['a frame within our page', { ...ours, parent: ours }],
    ['another site', { ...ours, origin: 'https://ripen' }],
    ['a page from a file', { ...ours, origin: 'file://' }],
    ['a page without origin', { ...ours, origin: 'null' }],
    ['a look-alike', { ...ours, origin: 'app://ripen.example' }],
  ])('refuses %s', (_, frame) => {
    expect(isOurFrame(frame)).toBe(false);
  });
});

describe('fitsInACall', () => {
  it('takes what JSON would write in less than the limit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
        expect(fitsInACall(value)).toBe(true);
      }),
    );
  });

  it('refuses 50 MB of text, in one piece, in many, as a key or as bytes', () => {
    expect(fitsInACall('x'.repeat(50_000_000))).toBe(false);
    expect(fitsInACall({ a: { b: 'x'.repeat(50_000_000) } })).toBe(false);
    expect(fitsInACall(Array.from({ length: 50_000 }, () => 'x'.repeat(1000)))).toBe(false);
    expect(fitsInACall({ ['x'.repeat(50_000_000)]: 1 })).toBe(false);
    expect(fitsInACall(new Uint8Array(50_000_000))).toBe(false);
  });

  it('refuses what is nested without end, and stops looking', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(fitsInACall(loop)).toBe(false);
  });

  it('counts a value that is used many times each time', () => {
    const big = 'x'.repeat(1_000_000);
    expect(fitsInACall(Array.from({ length: 20 }, () => big))).toBe(false);
  });
});
