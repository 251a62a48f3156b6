// Reading: `useRead('leads.get', { id })` is a live answer.
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output, QueryName } from '../../shared/contract.ts';
import type { CallError } from './call.ts';
import { seenThrough, useLayers } from './layers.ts';
import { type CachedAnswer, readOptions } from './queries.ts';

type Options = {
  /** False: do not ask yet. */
  readonly when?: boolean;
  /** Keep showing the old answer while a new input is asked for: for search as you type. */
  readonly keep?: boolean;
};

export const useRead = <N extends QueryName>(
  name: N,
  input: Input<N>,
  { when = true, keep = false }: Options = {},
): UseQueryResult<Output<N>, CallError> => {
  const over = useLayers(name);
  return useQuery({
    ...readOptions(name, input),
    enabled: when,
    placeholderData: keep ? keepPreviousData : undefined,
    select: (kept: CachedAnswer<Output<N>>) => seenThrough(over, name, input, kept),
  }) as UseQueryResult<Output<N>, CallError>;
};
