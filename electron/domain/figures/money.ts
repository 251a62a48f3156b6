// Figures of money: spend, what an MQL and a customer cost, revenue and return.
import { dayMs } from '../../../shared/dates.ts';
import type { Unit } from '../../../shared/figures.ts';
import { accepted } from './answers.ts';
import { rowsIn } from './columns.ts';
import { type Answer, type Figure, type LeadSet, measured } from './figure.ts';
import { entered, firstAt, type Leads, type Scope } from './scope.ts';
import { spendIn } from './spend.ts';
import { quantile } from './stats.ts';

const noSpend = 'No spend recorded';

export const spend: Figure = {
  id: 'spend',
  placement: { section: 'channels', group: 'Money', order: 1, minutes: true },
  label: 'Spend',
  group: 'money',
  unit: 'money',
  meaning:
    'Money spent on marketing in the period. Spend over a span of days is spread evenly and counted up to today.',
  formula: 'Sum of each spend x its days in the period / all its days.',
  nLabel: 'spend entries partly or fully in the period',
  over: 'sum',
  series: true,
  compute: scope => {
    const { amount, entries } = spendIn(scope);
    return { measure: measured(amount, entries, amount === null ? noSpend : null), sets: {} };
  },
};

type CostLabels = Pick<Figure, 'id' | 'placement' | 'label' | 'meaning' | 'formula' | 'nLabel'> & {
  readonly nobody: string;
};

/** Spend of the period divided by a number of people. */
const cost = (text: CostLabels, leadsOf: (scope: Scope) => LeadSet, notesOf?: (scope: Scope) => string[]): Figure => {
  const { nobody, ...rest } = text;
  return {
    ...rest,
    group: 'money',
    unit: 'money',
    over: 'pooled',
    series: true,
    compute: scope => {
      const listedLeads = leadsOf(scope);
      const n = listedLeads.leads.length;
      const { amount } = spendIn(scope);
      const why = amount === null ? noSpend : n === 0 ? nobody : null;
      const value = amount === null || n === 0 ? null : amount / n;
      return { measure: measured(value, n, why), sets: { counted: listedLeads }, notes: notesOf?.(scope) ?? [] };
    },
  };
};

export const costPerMql = cost(
  {
    id: 'cost-per-mql',
    placement: { section: 'figures', group: 'Wins and costs', order: 12, minutes: true },
    label: 'Cost per MQL',
    meaning: 'What one MQL of the period has cost in marketing.',
    formula: 'Spend in the period / people who became MQL in the period.',
    nLabel: 'people who became MQL in the period',
    nobody: 'No new MQLs in the period',
  },
  scope => ({ label: 'Became MQL', leads: entered(scope, 'mql') }),
);

export const costPerAcceptedMql = cost(
  {
    id: 'cost-per-accepted-mql',
    placement: { section: 'figures', group: 'Wins and costs', order: 13 },
    label: 'Cost per accepted MQL',
    meaning: 'What one MQL that sales accepted in the period has cost in marketing.',
    formula: 'Spend in the period / MQLs that sales accepted in the period.',
    nLabel: 'people accepted by sales in the period',
    nobody: 'No MQLs accepted in the period',
  },
  scope => ({ label: 'Accepted', leads: accepted(scope) }),
);

/** Those who buy now were won by the spend of long ago: says how long. */
function timeLag(scope: Scope): string[] {
  const days = Array.from(
    entered(scope, 'customer'),
    lead => (firstAt(scope.index, lead, 'customer') - firstAt(scope.index, lead, 'mql')) / dayMs,
  ).filter(Number.isFinite);
  if (days.length === 0) return [];
  const median = Math.round(quantile(Float64Array.from(days).sort(), 0.5));
  return [
    `The spend is from the period; half of these customers became MQL ${median} days or more before they bought.`,
  ];
}

export const costPerCustomer = cost(
  {
    id: 'cost-per-customer',
    placement: { section: 'channels', group: 'Money', order: 4 },
    label: 'Cost per customer',
    meaning: 'What one new customer of the period has cost in marketing.',
    formula: 'Spend in the period / people who became customer in the period.',
    nLabel: 'people who became customer in the period',
    nobody: 'No new customers in the period',
  },
  scope => ({ label: 'Became customer', leads: entered(scope, 'customer') }),
  timeLag,
);

/** Deals won in the span: rows of the history's deals. */
export const won = (scope: Scope): ArrayLike<number> =>
  scope.rows(
    'won',
    () => rowsIn(scope.index.wonByDay, scope.fromDay, scope.toDay),
    row => scope.index.history.deals.lead[row] ?? 0,
  );

function revenueOf(scope: Scope): {
  readonly sum: number;
  readonly count: number;
  readonly leads: Leads;
  readonly notes: string[];
} {
  const { deals } = scope.index.history;
  const rows = won(scope);
  const leads = new Set<number>();
  let sum = 0;
  let unknown = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const amount = deals.rows[row]?.amount ?? null;
    if (amount === null) unknown++;
    sum += amount ?? 0;
    leads.add(deals.lead[row] ?? 0);
  }
  const notes = unknown > 0 ? [`${unknown} of ${rows.length} won deals have no amount.`] : [];
  return { sum, count: rows.length, leads: [...leads], notes };
}

const fromDeals = (
  text: Pick<Figure, 'id' | 'placement' | 'label' | 'meaning' | 'formula' | 'nLabel' | 'over'>,
  unit: Unit,
  answerOf: (scope: Scope, revenue: number, count: number) => Answer['measure'],
): Figure => ({
  ...text,
  group: 'money',
  unit,
  series: true,
  compute: scope => {
    const { sum, count, leads, notes } = revenueOf(scope);
    return { measure: answerOf(scope, sum, count), sets: { counted: { label: 'Won amounts', leads } }, notes };
  },
});

export const revenue = fromDeals(
  {
    id: 'revenue',
    placement: { section: 'channels', group: 'Money', order: 2, minutes: true },
    label: 'Revenue',
    meaning: 'Amounts of the deals won in the period.',
    formula: 'Sum of the amounts of deals won in the period.',
    nLabel: 'deals won in the period',
    over: 'sum',
  },
  'money',
  (_, sum, count) => measured(sum, count),
);

export const returnOnSpend = fromDeals(
  {
    id: 'return',
    placement: { section: 'channels', group: 'Money', order: 3 },
    label: 'Return',
    meaning: 'Revenue beyond the spend, per unit spent: 50 % means 1.50 back for 1.00 spent.',
    formula: '(Revenue of the period - spend of the period) / spend of the period.',
    nLabel: 'deals won in the period',
    over: 'pooled',
  },
  'return',
  (scope, sum, count) => {
    const { amount } = spendIn(scope);
    if (amount === null) return measured(null, count, noSpend);
    return amount === 0 ? measured(null, count, 'The recorded spend is 0') : measured((sum - amount) / amount, count);
  },
);

export const revenuePerSalesperson = fromDeals(
  {
    id: 'revenue-per-salesperson',
    placement: { section: 'channels', group: 'Money', order: 5 },
    label: 'Revenue per salesperson',
    meaning: 'Revenue of the period divided by the number of sales members.',
    formula: 'Revenue of the period / members of the team in sales.',
    nLabel: 'deals won in the period',
    over: 'sum',
  },
  'money',
  (scope, sum, count) => {
    const sellers = scope.index.history.members.filter(({ sales }) => sales).length;
    return sellers === 0 ? measured(null, count, 'The team has no sales member') : measured(sum / sellers, count);
  },
);

export const moneyFigures: readonly Figure[] = [
  spend,
  costPerMql,
  costPerAcceptedMql,
  costPerCustomer,
  revenue,
  returnOnSpend,
  revenuePerSalesperson,
];
