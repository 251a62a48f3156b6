// Compares a replay with the baseline: MQLs a week, gained and lost leads with outcomes.
import type { Share, WhatIfSide } from '../../../../shared/what-if.ts';
import { wilson } from '../../figures/stats.ts';
import { notMet } from '../walk.ts';
import type { Outcomes } from './outcomes.ts';
import { wasAnswered, wasRejected } from './outcomes.ts';
import type { Weeks } from './weeks.ts';

/** Who would have become MQL, and when, by position: what the engine's replay gives. */
export type Promotions = { readonly why: Int16Array; readonly at: Float64Array };

export type Comparison = {
  /** Per week of the grid. */
  readonly draftWeeks: Int32Array;
  readonly actualWeeks: Int32Array;
  readonly draft: WhatIfSide;
  readonly actual: WhatIfSide;
  /** Positions. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
};

export const shareOf = (numerator: number, n: number): Share => ({ numerator, n, interval: wilson(numerator, n) });

/** Counts one side: each of its MQLs is added with the moment. */
function createSide(outcomes: Outcomes, weekCount: number, weeks: Weeks) {
  const byWeek = new Int32Array(weekCount);
  let mqls = 0;
  let customers = 0;
  let answered = 0;
  let rejected = 0;
  return {
    byWeek,
    add: (position: number, at: number): void => {
      mqls++;
      const week = weeks.of(at);
      if (week >= 0) byWeek[week] = (byWeek[week] ?? 0) + 1;
      const customerAt = outcomes.customerAt[position] ?? Infinity;
      if (customerAt < Infinity && customerAt >= at) customers++;
      if (!wasAnswered(outcomes, position)) return;
      answered++;
      if (wasRejected(outcomes, position)) rejected++;
    },
    done: (allCustomers: number): WhatIfSide => ({
      mqls,
      toCustomer: shareOf(customers, mqls),
      rejected: shareOf(rejected, answered),
      customersCaught: shareOf(customers, allCustomers),
    }),
  };
}

/**
 * Compares promotions of the leads at positions 0 to `size` - 1 with what there was. A promotion after the lead had become a customer
 * is none: replay with `until` = customerAt.
 */
export function compareReplay(promotions: Promotions, outcomes: Outcomes, weeks: Weeks, size: number): Comparison {
  const draft = createSide(outcomes, weeks.starts.length, weeks);
  const actual = createSide(outcomes, weeks.starts.length, weeks);
  const gained: number[] = [];
  const lost: number[] = [];
  let customers = 0;
  for (let position = 0; position < size; position++) {
    if (outcomes.held[position] !== 1) continue;
    const mqlAt = outcomes.mqlAt[position] as number;
    const promoted = promotions.why[position] !== notMet;
    if ((outcomes.customerAt[position] as number) < Infinity) customers++;
    if (promoted) draft.add(position, promotions.at[position] as number);
    if (mqlAt < Infinity) actual.add(position, mqlAt);
    if (promoted && mqlAt === Infinity) gained.push(position);
    if (!promoted && mqlAt < Infinity) lost.push(position);
  }
  return {
    draftWeeks: draft.byWeek,
    actualWeeks: actual.byWeek,
    draft: draft.done(customers),
    actual: actual.done(customers),
    gained,
    lost,
  };
}

/**
 * The first `most` of `positions` to name: customers first, since they weigh most, then the latest by `at`. Of tens of thousands only
 * those few are put in order.
 */
export function toName(
  positions: readonly number[],
  at: (position: number) => number,
  outcomes: Outcomes,
  most: number,
): readonly number[] {
  const bought = (position: number) => ((outcomes.customerAt[position] ?? Infinity) < Infinity ? 1 : 0);
  const inOrder = (a: number, b: number) => bought(b) - bought(a) || at(b) - at(a) || a - b;
  const first: number[] = [];
  for (const position of positions) {
    if (first.length === most && inOrder(position, first[most - 1] ?? position) >= 0) continue;
    const index = first.findIndex(other => inOrder(position, other) < 0);
    first.splice(index === -1 ? first.length : index, 0, position);
    if (first.length > most) first.pop();
  }
  return first;
}
