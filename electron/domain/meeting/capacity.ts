// Sales' capacity: MQLs a week beside the answers sales gives a week.
import type { Capacity } from '../../../shared/overview.ts';
import { rowsIn } from '../figures/columns.ts';
import type { HistoryIndex } from '../figures/index-history.ts';
import { entered, type FigureSettings, scopeOf } from '../figures/scope.ts';

const weeksLooked = 12;
const leastWeeks = 4;
const leastPeople = 10;
/** 95 %, two-sided. */
const z = 1.96;

/**
 * The last whole weeks before the day `weekFrom`, at most twelve and only those since the first MQL. Two counts of the same
 * weeks differ beyond chance where |a - b| > 1.96 √(a + b) (Przyborowski and Wilenski 1940, normal approximation). `too-few`:
 * sales has answered clearly more in its best week than the MQLs of a usual week, and no more wait than come in a week.
 */
export function capacityOf(
  index: HistoryIndex,
  settings: FigureSettings,
  weekFromDay: number,
  waiting: number,
): Capacity {
  const week = (back: number) =>
    scopeOf(index, settings, { fromDay: weekFromDay - 7 * back, toDay: weekFromDay - 7 * (back - 1) });
  const rows = Array.from({ length: weeksLooked }, (_, i) => {
    const scope = week(i + 1);
    return {
      mqls: entered(scope, 'mql').length,
      answers: rowsIn(index.answersByDay, scope.fromDay, scope.toDay).length,
    };
  });
  const weeks = rows.findLastIndex(({ mqls, answers }) => mqls + answers > 0) + 1;
  const counted = rows.slice(0, weeks);
  const mqls = counted.reduce((sum, row) => sum + row.mqls, 0);
  const answers = counted.reduce((sum, row) => sum + row.answers, 0);
  const mostAnswers = Math.max(0, ...counted.map(row => row.answers));
  return { weeks, mqls, answers, mostAnswers, is: judge({ weeks, mqls, answers, mostAnswers }, waiting) };
}

function judge({ weeks, mqls, answers, mostAnswers }: Omit<Capacity, 'is'>, waiting: number): Capacity['is'] {
  if (weeks < leastWeeks || mqls + answers < leastPeople) return 'too-early';
  if (mqls - answers > z * Math.sqrt(mqls + answers)) return 'too-many';
  const most = (Math.sqrt(mqls) + z / 2) ** 2 / weeks;
  return waiting <= Math.max(1, mqls / weeks) && most < mostAnswers ? 'too-few' : 'even';
}
