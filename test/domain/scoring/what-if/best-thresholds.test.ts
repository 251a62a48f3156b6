// Where the bar lies on the curve of thresholds: what is as good as the best, and what is too low or too high.
import { describe, expect, it } from 'vitest';
import {
  bestThresholds,
  spanOf,
  thresholdVerdict,
} from '../../../../electron/domain/scoring/what-if/best-thresholds.ts';
import { emptyOutcomes, setOutcome } from '../../../../electron/domain/scoring/what-if/outcomes.ts';
import { thresholdCurve } from '../../../../electron/domain/scoring/what-if/threshold-curve.ts';

/** People by their greatest score; the first `customers` of each bought. */
function curveOf(groups: readonly { readonly score: number; readonly leads: number; readonly customers: number }[]) {
  const size = groups.reduce((sum, { leads }) => sum + leads, 0);
  const outcomes = emptyOutcomes(size);
  const peaks = new Int32Array(size);
  let position = 0;
  for (const { score, leads, customers } of groups) {
    for (let i = 0; i < leads; i++, position++) {
      peaks[position] = score;
      setOutcome(outcomes, position, { customerAt: i < customers ? 1 : null });
    }
  }
  return thresholdCurve(peaks, outcomes, size, 10, 200);
}

describe('the places on the curve', () => {
  const clear = curveOf([
    { score: 20, leads: 500, customers: 0 },
    { score: 60, leads: 300, customers: 30 },
    { score: 120, leads: 200, customers: 170 },
  ]);

  it('are around the best, and hold it', () => {
    const thresholdRange = bestThresholds(clear);
    expect(clear.best).toBe(120);
    expect(thresholdRange).toEqual({ from: 61, to: 120 });
    expect(thresholdVerdict(100, thresholdRange)).toBe('about-right');
    expect(thresholdVerdict(60, thresholdRange)).toBe('too-low');
    expect(thresholdVerdict(121, thresholdRange)).toBe('too-high');
  });

  it('are wider the fewer customers there are to tell by', () => {
    const few = curveOf([
      { score: 20, leads: 60, customers: 0 },
      { score: 60, leads: 30, customers: 4 },
      { score: 120, leads: 20, customers: 12 },
    ]);
    const thresholdRange = bestThresholds(few);
    expect(thresholdRange?.from).toBe(21);
    expect(thresholdRange?.to).toBe(120);
  });

  it('are nowhere below ten customers', () => {
    const thresholdRange = bestThresholds(curveOf([{ score: 50, leads: 100, customers: 9 }]));
    expect(thresholdRange).toBeNull();
    expect(thresholdVerdict(100, thresholdRange)).toBe('cannot-tell');
  });

  it('told in two ways hold what either counts as good', () => {
    expect(spanOf({ from: 60, to: 90 }, { from: 80, to: 140 }, null)).toEqual({ from: 60, to: 140 });
    expect(spanOf(null, null)).toBeNull();
  });
});
