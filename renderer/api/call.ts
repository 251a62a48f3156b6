// One call across the bridge, typed by the contract.
import type { CallName, Input, Output } from '../../shared/contract.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

const unanswered = new Map<symbol, CallName>();

/** Never rejects for expected errors: they come back as data. `ready` is waited for, and is then sent in place of `input`. */
export async function call<N extends CallName>(
  name: N,
  input: Input<N>,
  ready?: Promise<Input<N>>,
): Promise<Result<Output<N>>> {
  const mark = Symbol(name);
  unanswered.set(mark, name);
  try {
    return (await bridge().call(name, ready ? await ready : input)) as Result<Output<N>>;
  } finally {
    unanswered.delete(mark);
  }
}

/** The calls that have not been answered yet, by name. */
export const inFlight = (): readonly CallName[] => [...unanswered.values()];

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
