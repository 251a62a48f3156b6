// What a version of the criteria may be expected to do: the replay over the past, as the two numbers of a decision.
import type { DecisionDraft } from './decision-draft.ts';

type Expectation = {
  /** One sentence; null while nothing can be said. */
  readonly words: string | null;
  readonly expected: Pick<DecisionDraft, 'mqls' | 'accepted'> | null;
};

export const useExpectation = (_criteriaId: string | null): Expectation => ({ words: null, expected: null });
