// Expected effect from a replay: MQLs a week, and acceptance.
import type { ReplayComparison } from '../../../../shared/what-if.ts';

/** Whole weeks that are looked at, the latest ones. */
const weeksLooked = 12;

export type Expectation = {
  readonly weeks: number;
  readonly mqlsAWeek: number;
  readonly actualAWeek: number;
  /** Over all that is recorded, 0 to 1; null where sales has answered nobody. */
  readonly acceptance: number | null;
  readonly answered: number;
};

/** Null where not one whole week is recorded. The last week of a replay is the present one, and not over. */
export function expectationOf({ weeks, draft }: Pick<ReplayComparison, 'weeks' | 'draft'>): Expectation | null {
  const whole = weeks.slice(0, -1).slice(-weeksLooked);
  if (whole.length === 0) return null;
  const mean = (of: (week: (typeof whole)[number]) => number) =>
    whole.reduce((sum, week) => sum + of(week), 0) / whole.length;
  const { numerator, n } = draft.rejected;
  return {
    weeks: whole.length,
    mqlsAWeek: mean(week => week.draft),
    actualAWeek: mean(week => week.actual),
    acceptance: n === 0 ? null : 1 - numerator / n,
    answered: n,
  };
}
