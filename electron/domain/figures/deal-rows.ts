// Rows of deals that figures count: lost ones, open ones, their leads and amounts.
import { rowsIn } from './columns.ts';
import type { LeadSet } from './figure.ts';
import { pick, type Scope } from './scope.ts';

type DealRows = ArrayLike<number>;
export const leadOfDeal = (scope: Scope) => (row: number) => scope.index.history.deals.lead[row] ?? 0;

/** Deals lost in the span: rows of the history's deals. */
export const lostDeals = (scope: Scope): DealRows =>
  scope.rows('lost deals', () => rowsIn(scope.index.lostDealsByDay, scope.fromDay, scope.toDay), leadOfDeal(scope));

/** The moment at which the span ends, or now. */
export const endOf = ({ index, toDay }: Scope): number => Math.min(index.zone.startOfDay(toDay), index.asOf + 1);

/** Deals open at the end of the span, or now: made before, and not won or lost by then. */
export const openDeals = (scope: Scope): DealRows =>
  scope.rows(
    'open deals',
    () => {
      const { deals } = scope.index.history;
      const end = endOf(scope);
      const open: number[] = [];
      for (let row = 0; row < deals.rows.length; row++) {
        if ((deals.rows[row]?.createdAt ?? Number.NEGATIVE_INFINITY) >= end) continue;
        if ((scope.index.dealClosedAt[row] ?? 0) >= end) open.push(row);
      }
      return open;
    },
    leadOfDeal(scope),
  );

/** The leads of deals, each once. */
export const leadsOf = (scope: Scope, label: string, rows: DealRows): LeadSet => ({
  label,
  leads: [...new Set(Array.from(rows, leadOfDeal(scope)))],
});

export const amountOf = (scope: Scope, row: number): number | null =>
  scope.index.history.deals.rows[row]?.amount ?? null;
export const withAmount = (scope: Scope, rows: DealRows) => pick(rows, row => amountOf(scope, row) !== null);
export const sumOf = (scope: Scope, rows: DealRows) =>
  Array.from(rows).reduce((sum, row) => sum + (amountOf(scope, row) ?? 0), 0);
export const withoutAmount = (all: number, known: number, what: string): string[] =>
  all > known ? [`${all - known} of ${all} ${what} have no amount.`] : [];
