// Figures of wasted effort and of the MQL threshold: touches on rejected leads, rejected MQLs, missed customers.
import { type Figure, rated } from './figure.ts';
import type { HistoryIndex } from './index-history.ts';
import { entered, firstTimes, pick, type Scope } from './scope.ts';
import { wilson } from './stats.ts';
import { never } from './walk.ts';

/** UTC ms of the rejection that stands up to now; null when the last answer was not one. */
function rejectedAt({ lastAnswer, answers, history }: HistoryIndex, lead: number): number | null {
  const row = lastAnswer[lead] ?? -1;
  if (row === -1 || answers.accepted[row] === 1) return null;
  return history.changes.at[answers.change[row] ?? -1] ?? null;
}

/** Our side's touches in the span on leads that had become MQL by then: rows of the history's touches. */
const touches = (scope: Scope): ArrayLike<number> =>
  scope.rows(
    'touches',
    () => {
      const { index, fromDay, toDay } = scope;
      const { lead, at } = index.history.touches;
      const from = index.zone.startOfDay(fromDay);
      const to = Math.min(index.zone.startOfDay(toDay), index.asOf + 1);
      const mqlSince = firstTimes(index, 'mql');
      const rows: number[] = [];
      for (let row = 0; row < at.length; row++) {
        const instant = at[row] ?? 0;
        if (instant >= from && instant < to && (mqlSince[lead[row] ?? 0] ?? never) <= instant) rows.push(row);
      }
      return rows;
    },
    row => scope.index.history.touches.lead[row] ?? 0,
  );

export const wastedEffort: Figure = {
  id: 'wasted-effort',
  placement: { section: 'threshold', group: 'In the period', order: 3 },
  label: 'Wasted effort',
  group: 'effort',
  unit: 'share',
  meaning:
    'Of the calls, e-mails, meetings and proposals of the period that went to people who were MQL or beyond, the share spent on people sales then rejected.',
  formula:
    'Touches before a rejection that still stands / touches on people from their first entry to MQL on. The interval is the 95 % Wilson interval.',
  nLabel: 'touches in the period on people who were MQL or beyond',
  over: 'pooled',
  series: false,
  compute: scope => {
    const { index } = scope;
    const { lead, at } = index.history.touches;
    const all = touches(scope);
    const wasted = pick(all, row => (at[row] ?? 0) <= (rejectedAt(index, lead[row] ?? 0) ?? Number.NEGATIVE_INFINITY));
    const n = all.length;
    const leads = (rows: ArrayLike<number>) => [...new Set(Array.from(rows, row => lead[row] ?? 0))];
    return {
      measure: {
        value: n === 0 ? null : wasted.length / n,
        n,
        numerator: wasted.length,
        interval: wilson(wasted.length, n),
        why: n === 0 ? 'No touch in the period' : null,
      },
      sets: {
        numerator: { label: 'Then rejected', leads: leads(wasted) },
        of: { label: 'Touched', leads: leads(all) },
      },
    };
  },
};

export const thresholdTooLow: Figure = {
  id: 'mqls-rejected',
  placement: { section: 'threshold', group: 'In the period', order: 1 },
  label: 'Threshold too low: MQLs rejected',
  group: 'threshold',
  unit: 'share',
  meaning:
    'Of the people who became MQL in the period, the share that sales has rejected. A high share suggests the threshold is too low.',
  formula:
    'People who became MQL in the period and whose last answer so far is a rejection / people who became MQL in the period. The interval is the 95 % Wilson interval.',
  nLabel: 'people who became MQL in the period',
  over: 'pooled',
  series: true,
  maturesTo: { from: 'mql', to: 'sql', fallbackDays: 30 },
  compute: scope => {
    const cohort = entered(scope, 'mql');
    return rated(
      { label: 'Rejected', leads: pick(cohort, lead => rejectedAt(scope.index, lead) !== null) },
      { label: 'Became MQL', leads: cohort },
      'No new MQLs in the period',
    );
  },
};

export const thresholdTooHigh: Figure = {
  id: 'customers-never-found',
  placement: { section: 'threshold', group: 'In the period', order: 2 },
  label: 'Threshold too high: customers never scored as MQL',
  group: 'threshold',
  unit: 'share',
  meaning:
    'Of the people who became customer in the period, the share that never became MQL by score. A high share suggests the threshold is too high or too little is recorded.',
  formula:
    'People who became customer in the period without ever becoming MQL by score / people who became customer in the period. The interval is the 95 % Wilson interval.',
  nLabel: 'people who became customer in the period',
  over: 'pooled',
  series: false,
  compute: scope => {
    const customers = entered(scope, 'customer');
    return rated(
      { label: 'Never MQL by score', leads: pick(customers, lead => scope.index.byScore[lead] === 0) },
      { label: 'Became customer', leads: customers },
      'No new customers in the period',
    );
  },
};

export const effortFigures: readonly Figure[] = [wastedEffort, thresholdTooLow, thresholdTooHigh];
