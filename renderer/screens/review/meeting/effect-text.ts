// Effect of a decision in words.
import { mqlsAWeekText } from '../../../../shared/count-text.ts';
import type { ComingBack, DecisionEffect, DecisionOutcome, Expected } from '../../../../shared/meeting.ts';
import type { Format } from '../../../ui/format.tsx';
import { carriedText, progressText } from '../plan/plan-text.ts';

export type EffectRow = {
  readonly what: 'mqls' | 'accepted';
  readonly label: string;
  readonly before: string;
  /** Null: nothing was expected of it. */
  readonly expected: string | null;
  readonly since: string;
  /** What the numbers stand on. */
  readonly stands: string;
  /** "about as expected"; null where nothing was expected, or nothing can be said. */
  readonly held: string | null;
};

const effectLabels: Readonly<Record<DecisionOutcome, string>> = {
  'as-expected': 'about as expected',
  more: 'more than expected',
  less: 'less than expected',
};

const shareOf = ({ accepted, answered }: DecisionEffect): number | null =>
  answered === 0 ? null : accepted / answered;

export function effectRows(format: Format, { before, since, expected, held }: ComingBack): readonly EffectRow[] {
  const [shareBefore, shareSince] = [shareOf(before), shareOf(since)];
  const share = (value: number | null) => (value === null ? 'no MQLs answered' : format.percent(value));
  const wanted: Expected = expected ?? { mqlsAWeek: null, acceptance: null };
  return [
    {
      what: 'mqls',
      label: 'MQLs a week',
      before: format.decimal(before.mqlsAWeek),
      expected: wanted.mqlsAWeek === null ? null : format.decimal(wanted.mqlsAWeek),
      since: format.decimal(since.mqlsAWeek),
      stands: `${before.mqls} in ${before.weeks} weeks, ${since.mqls} in ${since.weeks}`,
      held: held.mqlsAWeek && effectLabels[held.mqlsAWeek],
    },
    {
      what: 'accepted',
      label: 'Accepted by sales',
      before: share(shareBefore),
      expected: wanted.acceptance === null ? null : format.percent(wanted.acceptance),
      since: share(shareSince),
      stands: `${before.accepted} of ${before.answered}, then ${since.accepted} of ${since.answered}`,
      held: held.acceptance && effectLabels[held.acceptance],
    },
  ];
}

/** One line for the minutes: "MQLs a week 3.5, then 4.2. Accepted by sales 55 %, then 61 %." */
export const outcomeLabels = (format: Format, decision: ComingBack): string =>
  [
    ...(progressOf(format, decision) ?? []),
    ...effectRows(format, decision).map(({ label, before, since }) => `${label} ${before}, then ${since}.`),
  ].join(' ');

/** What has come of the plan a decision carries, as one sentence; null where it carries none. */
export const progressOf = (format: Format, { expected, progress }: ComingBack): readonly [string] | null =>
  expected?.plan && progress ? [progressText(format, expected.plan, progress)] : null;

/** "MQLs a week 4, accepted 60 %"; null where nothing is expected. */
export function expectedText(format: Format, expected: Expected | null): string | null {
  const ofPlan = expected?.plan?.mqls == null ? null : format.decimal(expected.plan.mqls);
  const parts = [
    // A plan says its own MQLs a week.
    expected?.mqlsAWeek == null || format.decimal(expected.mqlsAWeek) === ofPlan
      ? null
      : mqlsAWeekText(format.decimal(expected.mqlsAWeek)),
    expected?.acceptance == null ? null : `${format.percent(expected.acceptance)} accepted`,
    expected?.plan ? carriedText(format, expected.plan) : null,
  ].filter(part => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
