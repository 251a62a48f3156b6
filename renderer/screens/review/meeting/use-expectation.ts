// Loads the expected effect of a criteria version from its replay.
import { mqlsAWeekText } from '../../../../shared/count-text.ts';
import { useRead } from '../../../api/use-read.ts';
import { useFormat } from '../../../ui/format.tsx';
import type { DecisionDraft } from './decision-draft.ts';
import { expectedDraft } from './decision-draft.ts';
import { expectationOf } from './expectation.ts';

export type Version = {
  readonly id: string;
  readonly number: number;
  readonly reason: string | null;
  /** UTC ms; null: a draft. */
  readonly publishedAt: number | null;
};

/** The latest versions that a decision may have made, the draft first if there is one. */
export function useVersions(limit = 6): readonly Version[] {
  const versions = useRead('criteria.versions', {}).data ?? [];
  const found = useRead('criteria.draft', {}).data;
  const draft = found?.draft ? [{ ...found.draft, reason: found.changes.join(' ') || null }] : [];
  return [...draft, ...versions].slice(0, limit);
}

type Expectation = {
  /** One sentence; null while nothing can be said. */
  readonly text: string | null;
  readonly expected: Pick<DecisionDraft, 'mqls' | 'accepted'> | null;
};
const none: Expectation = { text: null, expected: null };

/** Asked for as soon as a version is chosen. */
export function useExpectation(criteriaId: string | null): Expectation {
  const format = useFormat();
  const versions = useRead('criteria.versions', {}).data;
  const draft = useRead('criteria.draft', {}).data?.draft;
  const version = draft?.id === criteriaId ? draft : versions?.find(({ id }) => id === criteriaId);
  const replay = useRead(
    'criteria.replay',
    { criteria: version?.criteria ?? null, leads: 0 },
    { when: version !== undefined },
  );
  if (version === undefined) return none;
  if (!replay.data) return { text: replay.error ? null : 'Replaying on recorded history.', expected: null };
  const found = expectationOf(replay.data);
  if (found === null) return { text: 'Not enough history to replay.', expected: null };
  const { weeks, mqlsAWeek, actualAWeek, acceptance, answered } = found;
  const sales =
    acceptance === null
      ? 'sales answered none of them'
      : `sales accepted ${format.percent(acceptance)} of those it answered (n ${format.whole(answered)})`;
  return {
    text: `Over the last ${weeks} weeks, these rules would have made ${mqlsAWeekText(format.decimal(mqlsAWeek))} instead of ${format.decimal(actualAWeek)}; ${sales}.`,
    expected: expectedDraft(format, { mqlsAWeek: Math.round(mqlsAWeek * 10) / 10, acceptance }),
  };
}
