// How a plan would have done: for each of the last months, what would have been said at its beginning, and what came.
import { dayMs, fromDayNumber } from '../../../shared/dates.ts';
import { periodLabel, periodOf, shift } from '../figures/period.ts';
import type { Zone } from '../zone.ts';
import { planGaps, planModel } from './model.ts';
import { type Likely, likelyOf, outcomes, type PlanTarget } from './outcome.ts';
import { type PlanRecords, stepCount } from './records.ts';
import { simulate } from './simulate.ts';

export type PastMonth = Likely & { readonly from: string; readonly label: string; readonly was: number };

const monthsBack = 12;
const options = { draws: 200, each: 5, seed: 20250101 };

/** The whole months before the last day of the records that had enough to plan from, oldest first. */
export function* pastMonths(
  records: PlanRecords,
  what: PlanTarget['what'],
  zone: Zone,
): Generator<void, readonly PastMonth[]> {
  const present = periodOf('month', fromDayNumber(zone.dayAt(records.asOf * dayMs)), 1);
  // What the deals of a past day were expected to bring is not kept: their amounts of now are knowledge of later.
  const before = { ...records, openAmount: new Float64Array(records.count).fill(Number.NaN) };
  const found: PastMonth[] = [];
  for (let back = monthsBack; back >= 1; back--) {
    const month = shift(present, -back);
    const [from, to] = [month.fromDay, month.toDay].map(day => zone.startOfDay(day) / dayMs) as [number, number];
    const model = yield* planModel(before, from);
    if (planGaps(model, what).length > 0) continue;
    const simulation = yield* simulate(model, to - from, undefined, options);
    found.push({
      from: month.from,
      label: periodLabel(month),
      ...likelyOf(outcomes(simulation, what)),
      was: cameIn(records, what, from, to),
    });
    yield;
  }
  return found;
}

/** What came from one instant up to another, in days since 1970. */
export function cameIn(records: PlanRecords, what: PlanTarget['what'], from: number, to: number): number {
  if (what === 'customers') {
    return (records.at[stepCount] ?? new Float64Array(0)).reduce((sum, at) => sum + (at >= from && at < to ? 1 : 0), 0);
  }
  return records.wins.reduce((sum, win) => sum + (win.day >= from && win.day < to ? (win.amount ?? 0) : 0), 0);
}
