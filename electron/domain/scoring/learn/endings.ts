// Which leads have ended, when, and whether they bought: what there is to learn from.
import { dayMs } from '../../../../shared/dates.ts';
import type { Outcomes } from '../what-if/outcomes.ts';
import { untouchedDays } from './enough.ts';

/** By position; UTC ms. What happened at or after `at` has no part in how it ended. */
export type Endings = {
  /** Infinity while the lead is still open. */
  readonly at: Float64Array;
  /** 1 where the lead became a customer. */
  readonly won: Uint8Array;
};

/** Customers end when they buy; others when lost or disqualified, or 180 days after `lastAt`, the last thing heard of them. */
export function endingsOf(outcomes: Outcomes, lastAt: Float64Array, size: number, now: number): Endings {
  const at = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const won = new Uint8Array(size);
  for (let position = 0; position < size; position++) {
    if (outcomes.held[position] !== 1) continue;
    const customerAt = outcomes.customerAt[position] as number;
    const quietAt = (lastAt[position] as number) + untouchedDays * dayMs;
    const otherAt = Math.min(outcomes.lostAt[position] as number, outcomes.disqualifiedAt[position] as number, quietAt);
    // Who fell silent and bought all the same is a customer.
    at[position] = customerAt <= now ? customerAt : otherAt <= now ? otherAt : Number.POSITIVE_INFINITY;
    won[position] = customerAt <= now ? 1 : 0;
  }
  return { at, won };
}
