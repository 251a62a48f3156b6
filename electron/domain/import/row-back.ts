// Columns only Ripen exports have: score adjustments, MQL exclusion, logged by.
import type { PreparedRow } from '../../../shared/import-row.ts';
import { parseDate } from './dates.ts';
import type { Plan } from './plan.ts';
import { instantOf } from './plan.ts';
import { each } from './row-facts.ts';

type Back = NonNullable<PreparedRow['back']>;

/** Reads it; null where there is nothing of the kind. */
export function readBack(plan: Plan, row: readonly string[], warnings: string[]): Back | null {
  const texts: { neverMql: string | null; loggedBy: string | null } = { neverMql: null, loggedBy: null };
  each(plan, row, ['neverMql'], (_use, text) => {
    texts.neverMql = text.slice(0, 500);
  });
  each(plan, row, ['activityBy'], (_use, text) => {
    texts.loggedBy = text.slice(0, 200);
  });
  const handPoints: Back['handPoints'][number][] = [];
  each(plan, row, ['handPoints'], (_use, text) => {
    for (const line of text.slice(0, 50_000).split('\n')) {
      const [, points, when, reason = ''] = /^([+-]?\d{1,6}) \| ([^|]{4,40})(?: \| (.*))?$/.exec(line) ?? [];
      const moment = when === undefined ? null : parseDate(when, 'ymd');
      if (moment) handPoints.push({ points: Number(points), at: instantOf(plan, moment), reason: reason.trim() });
      else warnings.push(`Score adjustments: “${line.slice(0, 60)}” is not “points | time | reason”.`);
    }
  });
  return texts.neverMql === null && texts.loggedBy === null && handPoints.length === 0
    ? null
    : { ...texts, handPoints };
}
