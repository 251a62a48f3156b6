// Threshold curve: MQLs a week and customers found, per threshold.
import type { ThresholdCurve } from '../../../../shared/what-if.ts';
import { enoughCustomers } from '../learn/enough.ts';
import type { Outcomes } from './outcomes.ts';

const never = -(2 ** 31);

/**
 * `peak` is the greatest score of each lead at any moment it could have been promoted (2^31 - 1: by a shortcut, whatever the
 * threshold), as the engine's `peaks` gives it with `until` = customerAt. One pass serves all thresholds from 1 to `highest`.
 */
export function thresholdCurve(
  peak: Int32Array,
  outcomes: Outcomes,
  size: number,
  weeks: number,
  highest: number,
): ThresholdCurve {
  const leadsAt = new Int32Array(highest + 2);
  const customersAt = new Int32Array(highest + 2);
  let leads = 0;
  let customers = 0;
  for (let position = 0; position < size; position++) {
    if (outcomes.held[position] !== 1) continue;
    const bought = (outcomes.customerAt[position] as number) < Infinity;
    leads++;
    if (bought) customers++;
    const reached = Math.min(highest, peak[position] as number);
    if (reached === never || reached < 1) continue;
    leadsAt[reached] = (leadsAt[reached] as number) + 1;
    if (bought) customersAt[reached] = (customersAt[reached] as number) + 1;
  }
  for (let threshold = highest - 1; threshold >= 1; threshold--) {
    leadsAt[threshold] = (leadsAt[threshold] as number) + (leadsAt[threshold + 1] as number);
    customersAt[threshold] = (customersAt[threshold] as number) + (customersAt[threshold + 1] as number);
  }
  const thresholds = Array.from({ length: highest }, (_, index) => index + 1);
  const span = Math.max(weeks, 1);
  return {
    thresholds,
    mqlsPerWeek: thresholds.map(threshold => (leadsAt[threshold] as number) / span),
    customersCaught: thresholds.map(threshold => customersAt[threshold] as number),
    leads,
    customers,
    weeks: span,
    best: customers < enoughCustomers ? null : bestThreshold(leadsAt, customersAt, leads, customers, highest),
  };
}

/**
 * Greatest difference between the share of customers found and the share of the others who would also be MQL (W. J. Youden, Cancer 3,
 * 1950). Of equal ones the highest, which sends the fewest people to sales.
 */
function bestThreshold(
  leadsAt: Int32Array,
  customersAt: Int32Array,
  leads: number,
  customers: number,
  highest: number,
): number | null {
  const others = leads - customers;
  if (others <= 0) return null;
  let best: number | null = null;
  let most = 0;
  for (let threshold = 1; threshold <= highest; threshold++) {
    const caught = customersAt[threshold] as number;
    const difference = caught / customers - ((leadsAt[threshold] as number) - caught) / others;
    if (difference >= most && difference > 0) {
      most = difference;
      best = threshold;
    }
  }
  return best;
}
