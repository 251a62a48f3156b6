// Verdict on the threshold: too low, too high, or about right.
import type { ThresholdVerdict } from '../../../../shared/threshold.ts';
import type { ThresholdCurve } from '../../../../shared/what-if.ts';

export type ThresholdRange = { readonly from: number; readonly to: number };

/** Share of the customers found less the share of the others who would be MQL too, with its standard error. */
function differenceAt({ mqlsPerWeek, customersCaught, leads, customers, weeks }: ThresholdCurve, index: number) {
  const caught = customersCaught[index] ?? 0;
  const others = leads - customers;
  const found = caught / customers;
  const noise = ((mqlsPerWeek[index] ?? 0) * weeks - caught) / others;
  return {
    value: found - noise,
    error: Math.sqrt((found * (1 - found)) / customers + (noise * (1 - noise)) / others),
  };
}

/**
 * The thresholds around the best that are as good as it, as far as so few people can tell: those within one standard error of the
 * best (the one-standard-error rule of L. Breiman et al., Classification and Regression Trees, 1984). Null without a best.
 */
export function bestThresholds(curve: ThresholdCurve): ThresholdRange | null {
  const at = curve.best === null ? -1 : curve.thresholds.indexOf(curve.best);
  if (at === -1) return null;
  const best = differenceAt(curve, at);
  const isAsGood = (index: number) => differenceAt(curve, index).value >= best.value - best.error;
  let from = at;
  let to = at;
  while (from > 0 && isAsGood(from - 1)) from--;
  while (to < curve.thresholds.length - 1 && isAsGood(to + 1)) to++;
  return { from: curve.thresholds[from] ?? 0, to: curve.thresholds[to] ?? 0 };
}

/** From the lowest to the highest threshold that any of these count as good; null where none can tell. */
export function spanOf(...all: readonly (ThresholdRange | null)[]): ThresholdRange | null {
  const decided = all.filter(thresholdRange => thresholdRange !== null);
  if (decided.length === 0) return null;
  return { from: Math.min(...decided.map(({ from }) => from)), to: Math.max(...decided.map(({ to }) => to)) };
}

export function thresholdVerdict(threshold: number, thresholdRange: ThresholdRange | null): ThresholdVerdict {
  if (thresholdRange === null) return 'cannot-tell';
  if (threshold < thresholdRange.from) return 'too-low';
  return threshold > thresholdRange.to ? 'too-high' : 'about-right';
}
