// Data gaps: people without a channel, weeks without spend, customers without a day.
import { fromDayNumber } from '../../../shared/dates.ts';
import type { DataGaps } from '../../../shared/figures.ts';
import type { Evaluation } from './evaluate.ts';
import type { HistoryIndex } from './index-history.ts';
import { periodOf, shift } from './period.ts';
import { entered, firstTimes, type Leads } from './scope.ts';
import { spendIn } from './spend.ts';
import { beforeRecords } from './walk.ts';

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
    undatedCustomers: undatedOf(index),
  };
}

/** Customers whose day of purchase nobody knows, as after an import of a list of customers. */
export function undatedCustomers(index: HistoryIndex): Leads {
  const customerAt = firstTimes(index, 'customer');
  const found: number[] = [];
  for (let lead = 0; lead < index.leadCount; lead++) if (customerAt[lead] === beforeRecords) found.push(lead);
  return found;
}

export function undatedOf(index: HistoryIndex): NonNullable<DataGaps['undatedCustomers']> {
  const leads = undatedCustomers(index);
  const { rows } = index.history.deals;
  let amount: number | null = null;
  for (const lead of Array.from(leads)) {
    for (let i = index.dealsOf.start[lead] ?? 0; i < (index.dealsOf.start[lead + 1] ?? 0); i++) {
      const deal = index.dealsOf.order[i] ?? 0;
      const row = rows[deal];
      if (row?.status !== 'won' || row.amount === null || index.dealClosedAt[deal] !== beforeRecords) continue;
      amount = (amount ?? 0) + row.amount;
    }
  }
  return { count: leads.length, amount };
}
