// Effect of a decision: the weeks before compared with the weeks since.
import { addDays, dayNumber, daysBetween, type PlainDate } from '../../../shared/dates.ts';
import {
  type ComingBack,
  comesBackAfterWeeks,
  type DecisionEffect,
  type DecisionOutcome,
  type Expected,
} from '../../../shared/meeting.ts';
import { mqlVolume } from '../figures/conversion.ts';
import { acceptance } from '../figures/handoff.ts';
import type { HistoryIndex } from '../figures/index-history.ts';
import { type FigureSettings, scopeOf } from '../figures/scope.ts';
import { type Interval, wilson } from '../figures/stats.ts';

/** The two numbers over [from, to), whole weeks. */
export function effectOver(
  index: HistoryIndex,
  settings: FigureSettings,
  from: PlainDate,
  to: PlainDate,
): DecisionEffect {
  const scope = scopeOf(index, settings, { fromDay: dayNumber(from), toDay: dayNumber(to) });
  const weeks = Math.max(1, Math.round(daysBetween(from, to) / 7));
  const mqls = mqlVolume.compute(scope).measure.n;
  const { numerator, n } = acceptance.compute(scope).measure;
  return { weeks, from, to, mqlsAWeek: mqls / weeks, mqls, accepted: numerator ?? 0, answered: n };
}

const compare = (expected: number, { low, high }: Interval): DecisionOutcome =>
  expected < low ? 'more' : expected > high ? 'less' : 'as-expected';

/**
 * What happened against what was expected. "As expected" when the expected number lies within what chance does to so few people:
 * for the MQLs the 95 % interval of a count by its square root (Anscombe, Biometrika 35, 1948), for the share Wilson's.
 */
export function heldAgainst(expected: Expected | null, since: DecisionEffect): ComingBack['held'] {
  const root = Math.sqrt(since.mqls + 3 / 8);
  const count = { low: Math.max(0, root - 0.98) ** 2 - 3 / 8, high: (root + 0.98) ** 2 - 3 / 8 };
  const share = wilson(since.accepted, since.answered);
  return {
    mqlsAWeek: expected?.mqlsAWeek == null ? null : compare(expected.mqlsAWeek * since.weeks, count),
    acceptance: expected?.acceptance == null || share === null ? null : compare(expected.acceptance, share),
  };
}

/**
 * The four weeks up to and including the week that was reviewed when it was decided, and all weeks after it up to and including
 * the week reviewed now.
 */
export function effectOf(
  index: HistoryIndex,
  settings: FigureSettings,
  decidedAbout: PlainDate,
  reviewed: PlainDate,
): { readonly before: DecisionEffect; readonly since: DecisionEffect } {
  const first = addDays(decidedAbout, 7);
  return {
    before: effectOver(index, settings, addDays(first, -7 * comesBackAfterWeeks), first),
    since: effectOver(index, settings, first, addDays(reviewed, 7)),
  };
}
