// One call across the bridge, typed by the contract.
import type { CallName, Input, Output } from '../../shared/contract.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

/** Never rejects for expected errors: they come back as data. */
export const call = <N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> =>
  bridge().call(name, input) as Promise<Result<Output<N>>>;

/** A failure on its way through TanStack Query, which wants errors thrown. */
export class CallError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The value, or a `CallError`. */
export async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(name, input);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}
