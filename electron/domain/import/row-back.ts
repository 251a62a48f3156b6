// Columns only Ripen exports have: score adjustments, MQL exclusion, logged by, all next steps.
import type { PreparedRow } from '../../../shared/import-row.ts';
import { type PlannedStep, stepsOfLines } from '../../../shared/next-step.ts';
import { parseDate } from './dates.ts';
import type { ImportPlan } from './plan.ts';
import { instantOf } from './plan.ts';
import { each } from './row-text.ts';

type Back = NonNullable<PreparedRow['back']>;

/** Reads it; null where there is nothing of the kind. */
export function readBack(plan: ImportPlan, row: readonly string[], warnings: string[]): Back | null {
  const texts: { mqlExclusion: string | null; loggedBy: string | null } = { mqlExclusion: null, loggedBy: null };
  each(plan, row, ['mqlExclusion'], (_use, text) => {
    texts.mqlExclusion = text.slice(0, 500);
  });
  each(plan, row, ['activityBy'], (_use, text) => {
    texts.loggedBy = text.slice(0, 200);
  });
  const scoreAdjustments: Back['scoreAdjustments'][number][] = [];
  each(plan, row, ['scoreAdjustments'], (_use, text) => {
    for (const line of text.slice(0, 50_000).split('\n')) {
      const [, points, when, reason = ''] = /^([+-]?\d{1,6}) \| ([^|]{4,40})(?: \| (.*))?$/.exec(line) ?? [];
      const instant = when === undefined ? null : parseDate(when, 'ymd');
      if (instant)
        scoreAdjustments.push({ points: Number(points), at: instantOf(plan, instant), reason: reason.trim() });
      else warnings.push(`Score adjustments: “${line.slice(0, 60)}” is not “points | time | reason”.`);
    }
  });
  const steps: PlannedStep[] = [];
  each(plan, row, ['nextSteps'], (_use, text) => void steps.push(...stepsOfLines(text.slice(0, 50_000)).slice(0, 100)));
  return texts.mqlExclusion === null && texts.loggedBy === null && scoreAdjustments.length + steps.length === 0
    ? null
    : { ...texts, scoreAdjustments, ...(steps.length > 0 ? { steps } : {}) };
}
