// Columns that mostly files of Ripen have: proof of consent, score adjustments, MQL exclusion, logged by, all next steps.
import type { ConsentProof, PreparedRow } from '../../../shared/import-row.ts';
import { type PlannedStep, stepsOfLines } from '../../../shared/next-step.ts';
import { warning } from './cells.ts';
import { parseDate } from './dates.ts';
import type { ImportPlan } from './plan.ts';
import { instantOf, proofTargets } from './plan.ts';
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
  const consent = readProof(plan, row, warnings);
  return texts.mqlExclusion === null &&
    texts.loggedBy === null &&
    !consent &&
    scoreAdjustments.length + steps.length === 0
    ? null
    : { ...texts, ...(consent ? { consent } : {}), scoreAdjustments, ...(steps.length > 0 ? { steps } : {}) };
}

/** Null: the row proves nothing. */
function readProof(plan: ImportPlan, row: readonly string[], warnings: string[]): ConsentProof | null {
  const proof = {
    consentOn: null as string | null,
    consentSource: null as string | null,
    consentWording: null as string | null,
  };
  each(plan, row, ['consentOn'], (use, text) => {
    const day = parseDate(text, use.dateOrder ?? 'ymd')?.date ?? null;
    if (day === null) warnings.push(warning(use, text, 'is not a date.'));
    else proof.consentOn = day;
  });
  each(plan, row, ['consentSource'], (_use, text) => {
    proof.consentSource = text.slice(0, 300);
  });
  each(plan, row, ['consentWording'], (_use, text) => {
    proof.consentWording = text.slice(0, 2000);
  });
  return proofTargets.some(target => proof[target] !== null) ? proof : null;
}
