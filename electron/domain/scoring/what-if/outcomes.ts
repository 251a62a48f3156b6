// Actual outcomes of all leads as columns, the baseline of a what-if.
import type { Became } from '../../../../shared/what-if.ts';

/** By position of the lead; UTC ms, Infinity where it never happened. */
export type Outcomes = {
  /** First became MQL. */
  readonly mqlAt: Float64Array;
  /** First passed to sales: SQL or any stage behind it. */
  readonly acceptedAt: Float64Array;
  /** Last handed back by sales. */
  readonly rejectedAt: Float64Array;
  readonly customerAt: Float64Array;
  readonly lostAt: Float64Array;
  readonly disqualifiedAt: Float64Array;
  /** 1 where a lead is held; positions of removed leads do not count. */
  readonly held: Uint8Array;
};

export type Outcome = Readonly<Record<Exclude<keyof Outcomes, 'held'>, number | null>>;

const instants = ['mqlAt', 'acceptedAt', 'rejectedAt', 'customerAt', 'lostAt', 'disqualifiedAt'] as const;

/** Columns for `size` leads about whom nothing is known yet. */
export function emptyOutcomes(size: number): Outcomes {
  const never = () => new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  return {
    mqlAt: never(),
    acceptedAt: never(),
    rejectedAt: never(),
    customerAt: never(),
    lostAt: never(),
    disqualifiedAt: never(),
    held: new Uint8Array(size),
  };
}

/** Puts down what became of the lead at `position`. */
export function setOutcome(outcomes: Outcomes, position: number, outcome: Partial<Outcome>): void {
  outcomes.held[position] = 1;
  for (const instant of instants) outcomes[instant][position] = outcome[instant] ?? Number.POSITIVE_INFINITY;
}

const happened = (column: Float64Array, position: number): boolean => (column[position] ?? Infinity) < Infinity;

/** Whether the last word of sales was no: rejected, and not accepted after that. */
export const wasRejected = (outcomes: Outcomes, position: number): boolean => {
  const rejectedAt = outcomes.rejectedAt[position] ?? Infinity;
  const acceptedAt = outcomes.acceptedAt[position] ?? Infinity;
  return rejectedAt < Infinity && !(acceptedAt < Infinity && acceptedAt > rejectedAt);
};

export const wasAnswered = (outcomes: Outcomes, position: number): boolean =>
  happened(outcomes.rejectedAt, position) || happened(outcomes.acceptedAt, position);

/** What became of the lead up to now. */
export function becameOf(outcomes: Outcomes, position: number): Became {
  if (happened(outcomes.customerAt, position)) return 'customer';
  if (happened(outcomes.lostAt, position)) return 'lost';
  if (happened(outcomes.disqualifiedAt, position)) return 'disqualified';
  if (wasRejected(outcomes, position)) return 'rejected';
  if (happened(outcomes.acceptedAt, position)) return 'accepted';
  return happened(outcomes.mqlAt, position) ? 'waiting' : 'nothing-yet';
}
