// The ripeness bar: what the eye sees is what the score says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BarScore, barShape, isRipe, whyNotRipe } from '../../../renderer/ui/score/bar-geometry.ts';

const aBar = (over: Partial<BarScore> = {}): BarScore => {
  const { engagement = 0, fit = 0 } = over;
  const total = engagement + fit;
  return { engagement, fit, total, possible: total, threshold: 100, minimumFit: 15, blockedBy: null, ...over };
};

describe('the ripeness bar', () => {
  it('reaches the tick exactly at the threshold', () => {
    const shape = barShape(aBar({ engagement: 70, fit: 30 }));
    expect(shape.engagement + shape.fit).toBeCloseTo(shape.tick);
  });

  it('draws what missing facts could add as a ghost after the score', () => {
    const shape = barShape(aBar({ engagement: 60, fit: 10, possible: 100 }));
    expect(shape.engagement + shape.fit + shape.ghost).toBeCloseTo(shape.tick);
  });

  it('shows points that a poor fit takes away as hollow, and fills only what is left', () => {
    const shape = barShape(aBar({ engagement: 100, fit: -25 }));
    expect(shape.engagement).toBeCloseTo(shape.tick * 0.75);
    expect(shape.fit).toBe(0);
    expect(shape.taken).toBeCloseTo(shape.tick * 0.25);
  });

  it('never leaves its track, whatever the points', () => {
    const points = fc.integer({ min: -2000, max: 5000 });
    fc.assert(
      fc.property(
        points,
        points,
        fc.nat(3000),
        fc.integer({ min: 1, max: 3000 }),
        (engagement, fit, more, threshold) => {
          const shape = barShape(aBar({ engagement, fit, possible: engagement + fit + more, threshold }));
          const parts = [shape.engagement, shape.fit, shape.taken, shape.ghost];
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
          expect(parts.reduce((sum, part) => sum + part)).toBeLessThanOrEqual(100 + 1e-9);
        },
      ),
    );
  });

  it('turns ripe only when score, fit and every disqualifier allow it', () => {
    expect(isRipe(aBar({ engagement: 85, fit: 15 }))).toBe(true);
    expect(isRipe(aBar({ engagement: 84, fit: 15 }))).toBe(false);
    expect(isRipe(aBar({ engagement: 110, fit: 14 }))).toBe(false);
    expect(isRipe(aBar({ engagement: 110, fit: 30, blockedBy: 'Works for a competitor.' }))).toBe(false);
  });

  it('says why a high score is not ready', () => {
    expect(whyNotRipe(aBar({ engagement: 110, fit: 14 }))).toBe('Fit is 14; an MQL needs at least 15.');
    expect(whyNotRipe(aBar({ engagement: 85, fit: 15 }))).toBeNull();
  });
});
