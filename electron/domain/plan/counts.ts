// Counts of a simulation by one draw of the parameters: customers out of the pipe, and further deals. Many counts of one distribution
// share its sums.
import { binomialQuantiles, type Draws, poissonQuantiles } from './draws.ts';
import type { PlanModel } from './model.ts';

/** Counts of one draw of the parameters, and the quantiles they stand at. */
export type Counts = {
  readonly quantiles: readonly Float64Array[];
  readonly won: readonly Float64Array[];
  readonly furtherQuantiles: Float64Array;
  readonly further: Float64Array;
};
export function makeCounts(groups: number, each: number): Counts {
  const column = () => new Float64Array(each);
  return {
    quantiles: Array.from({ length: groups }, column),
    won: Array.from({ length: groups }, column),
    furtherQuantiles: column(),
    further: column(),
  };
}

/** Customers of each group and further deals; and the quantiles of customers by new leads, one in each of as many equal parts. */
export function drawCounts(
  { pipe }: PlanModel,
  chances: Float64Array,
  furtherMean: number,
  { uniform }: Draws,
  { quantiles, won, furtherQuantiles, further }: Counts,
  ofNew: Float64Array,
): void {
  const each = ofNew.length;
  for (let i = 0; i < each; i++) {
    furtherQuantiles[i] = uniform();
    for (const column of quantiles) column[i] = uniform();
    ofNew[i] = (i + uniform()) / each;
  }
  poissonQuantiles(furtherMean, furtherQuantiles, 0, each, further);
  for (const [g, { count }] of pipe.entries()) {
    const [us, out] = [quantiles[g], won[g]];
    if (us && out) binomialQuantiles(count, chances[g] ?? 0, us, out);
  }
}
