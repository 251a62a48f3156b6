// Plans are calibrated: on planted histories the 80 % interval holds what came in 77 to 83 of 100, over 1,000 seeds under
// `npm run test:long`; a smaller share of them here, within what chance does to so few.
import { expect, it } from 'vitest';
import { times } from '../../support/long.ts';
import { calibrate } from '../../support/plan-calibration.ts';

const seeds = times(60, 1000);
/** Three standard errors of a share of 0.8; over 1,000 seeds the aim itself. */
const off = seeds >= 1000 ? 0.03 : 3 * Math.sqrt((0.8 * 0.2) / seeds);

it.each([
  ['customers of a quarter', 'customers', 91, {}],
  ['revenue of a quarter', 'revenue', 91, {}],
  ['customers of a small business in its first year', 'customers', 91, { aWeek: 4, weeks: 40 }],
  ['customers where half of the leads come at fairs', 'customers', 91, { fairs: 15, channels: 4 }],
] as const)(
  '%s are held as often as is said',
  (_, what, days, given) => {
    const { held, bins } = calibrate(seeds, what, days, given);
    expect(held).toBeGreaterThan(0.8 - off);
    expect(held).toBeLessThan(0.8 + off);
    // Neither end is forgotten.
    for (const end of [bins[0], bins[9]]) expect((end ?? 0) / seeds).toBeLessThan(0.1 + 2 * off);
  },
  600_000,
);
