// What a decision changed: the weeks before it against the weeks since, by the same two numbers.
import { addDays, dayNumber, daysBetween, type PlainDate } from '../../../shared/dates.ts';
import { comesBackAfterWeeks, type Effect } from '../../../shared/meeting.ts';
import { mqlVolume } from '../figures/conversion.ts';
import { acceptance } from '../figures/handoff.ts';
import type { HistoryIndex } from '../figures/index-history.ts';
import { type FigureSettings, scopeOf } from '../figures/scope.ts';

/** The two numbers over [from, to), whole weeks. */
export function effectOver(index: HistoryIndex, settings: FigureSettings, from: PlainDate, to: PlainDate): Effect {
  const scope = scopeOf(index, settings, { fromDay: dayNumber(from), toDay: dayNumber(to) });
  const weeks = Math.max(1, Math.round(daysBetween(from, to) / 7));
  const mqls = mqlVolume.compute(scope).measure.n;
  const { hits, n } = acceptance.compute(scope).measure;
  return { weeks, from, to, mqlsAWeek: mqls / weeks, mqls, accepted: hits ?? 0, answered: n };
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
): { readonly before: Effect; readonly since: Effect } {
  const first = addDays(decidedAbout, 7);
  return {
    before: effectOver(index, settings, addDays(first, -7 * comesBackAfterWeeks), first),
    since: effectOver(index, settings, first, addDays(reviewed, 7)),
  };
}
