// Data gaps: people without a channel, weeks without spend.
import { fromDayNumber } from '../../../shared/dates.ts';
import type { DataGaps } from '../../../shared/figures.ts';
import type { Evaluation } from './evaluate.ts';
import { periodOf, shift } from './period.ts';
import { entered } from './scope.ts';
import { spendIn } from './spend.ts';

/** Weeks looked back on, at least. */
const weeksBack = 12;

export function dataGapsOf(evaluation: Evaluation): DataGaps {
  const { index, settings, period, scope } = evaluation;
  const lastDay = Math.min(period.toDay - 1, index.zone.dayAt(index.asOf));
  let week = periodOf('week', fromDayNumber(lastDay), settings.firstDay);
  const without: string[] = [];
  let weeks = 0;
  while (week.toDay > index.beginsDay && (week.toDay > period.fromDay || weeks < weeksBack)) {
    weeks++;
    if (spendIn({ index, only: null, ...week }).amount === null) without.unshift(week.from);
    week = shift(week, -1);
  }
  return {
    mqlsWithoutChannel: {
      count: entered(scope.within({ by: 'channel', position: -1 }), 'mql').length,
      of: entered(scope, 'mql').length,
    },
    weeksWithoutSpend: { weeks: without, of: weeks },
  };
}
