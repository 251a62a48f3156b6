// What the answers that are here hold, for effects that need more than the command says.
import type { Output, QueryName } from '../../../shared/contract.ts';
import { queryClient } from '../queries.ts';

/** All answers to one query, as the main process gave them. */
export const cachedAnswers = <N extends QueryName>(name: N): readonly Output<N>[] =>
  queryClient
    .getQueriesData<{ readonly value?: Output<N> }>({ queryKey: [name] })
    .flatMap(([, answer]) => (answer?.value === undefined ? [] : [answer.value]));
