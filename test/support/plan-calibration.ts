// Over many planted histories: how often the 80 % interval of a plan holds what came. Ties at its ends count in part (randomized
// probability integral transform; Czado, Gneiting and Held, Biometrics 65, 2009), for a count cannot hit 10 % exactly.
import { runToEnd } from '../../electron/domain/figures/index-history.ts';
import { planModel } from '../../electron/domain/plan/model.ts';
import { likelyOf, outcomes } from '../../electron/domain/plan/outcome.ts';
import { cameIn } from '../../electron/domain/plan/past.ts';
import { simulate } from '../../electron/domain/plan/simulate.ts';
import { type Planted, planted, plantedDay } from './planted-plan.ts';

export type Calibration = {
  readonly n: number;
  /** Share inside, ties at the ends in part; and with ties inside, as it is shown. */
  readonly held: number;
  readonly heldAsShown: number;
  /** Of ten bins of the transform, how many each. */
  readonly bins: readonly number[];
};

export function calibrate(
  seeds: number,
  what: 'customers' | 'revenue',
  days: number,
  given: Omit<Planted, 'seed' | 'ahead'> = {},
): Calibration {
  const bins = Array.from({ length: 10 }, () => 0);
  let held = 0;
  let heldAsShown = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const records = planted({ ...given, seed, ahead: days });
    const model = runToEnd(planModel(records, plantedDay));
    const values = outcomes(runToEnd(simulate(model, days, undefined, { draws: 200, each: 5, seed })), what);
    const was = cameIn(records, what, plantedDay, plantedDay + days);
    const below = values.filter(value => value < was).length / values.length;
    const same = values.filter(value => value === was).length / values.length;
    // The transform is uniform on [below, below + same]; the share of it in [0.1, 0.9] is held.
    const overlap = (from: number, to: number) =>
      same === 0
        ? Number(below >= from && below < to)
        : Math.max(0, Math.min(to, below + same) - Math.max(from, below)) / same;
    held += overlap(0.1, 0.9);
    for (let bin = 0; bin < 10; bin++) bins[bin] = (bins[bin] ?? 0) + overlap(bin / 10, (bin + 1) / 10);
    const { low, high } = likelyOf(values);
    if (was >= low && was <= high) heldAsShown++;
  }
  return { n: seeds, held: held / seeds, heldAsShown: heldAsShown / seeds, bins };
}
