// Plans are calibrated: on planted histories the 80 % interval holds what came in 77 to 83 of 100, over 1,000 seeds under
// `npm run test:long`; a smaller share of them here, within what chance does to so few.
import { expect, it } from 'vitest';
import { calibratedAt, calibratedCases } from '../../support/calibrated-plans.ts';
import { times } from '../../support/long.ts';

const seeds = times(60, 1000);
/** Three standard errors of a share of 0.8; over 1,000 seeds the aim itself. */
const off = seeds >= 1000 ? 0.03 : 3 * Math.sqrt((0.8 * 0.2) / seeds);

it.each(calibratedCases.map(({ history, goal }, index) => ({ index, history, goal })))(
  '$history, $goal: held as often as is said',
  ({ index }) => {
    const { held, bins } = calibratedAt(index, seeds);
    expect(held).toBeGreaterThan(0.8 - off);
    expect(held).toBeLessThan(0.8 + off);
    // Neither end is forgotten.
    for (const end of [bins[0], bins[9]]) expect((end ?? 0) / seeds).toBeLessThan(0.1 + 2 * off);
  },
  600_000,
);
