// Floating boxes stay in the window.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionBox } from '../../../renderer/ui/floating/position-box.ts';

const view = { width: 800, height: 600 };
const size = { width: 200, height: 100 };

describe('a floating box', () => {
  it('hangs below its anchor, and above it when there is no room', () => {
    expect(positionBox({ left: 100, top: 100, width: 50, height: 20 }, size, view, 'below', 'start', 6)).toEqual({
      left: 100,
      top: 126,
    });
    expect(positionBox({ left: 100, top: 560, width: 50, height: 20 }, size, view, 'below', 'start', 6).top).toBe(454);
  });

  it('stands right of its anchor, and left of it where there is no room, so that it never covers it', () => {
    const at = (left: number) =>
      positionBox({ left, top: 300, width: 150, height: 80 }, size, view, 'right', 'center', 8);
    expect(at(100).left).toBe(258);
    expect(at(600).left).toBe(392);
  });

  it('lies wholly inside the window wherever its anchor is', () => {
    const at = fc.integer({ min: -500, max: 1500 });
    const sides = fc.constantFrom('below', 'above', 'right');
    const aligns = fc.constantFrom('start', 'center', 'end');
    fc.assert(
      fc.property(at, at, sides, aligns, (left, top, side, align) => {
        const box = positionBox({ left, top, width: 40, height: 20 }, size, view, side, align);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + size.width).toBeLessThanOrEqual(view.width);
        expect(box.top + size.height).toBeLessThanOrEqual(view.height);
      }),
    );
  });
});
