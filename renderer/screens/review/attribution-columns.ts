// Columns of an attribution table: the credit for each outcome, and what one of them cost.
import type { Attribution, AttributionModel } from '../../../shared/figures.ts';
import type { Format } from '../../ui/format.tsx';
import { intervalText, wholeWords } from './figure-text.ts';

export const modelLabels: Readonly<Record<AttributionModel, string>> = {
  first: 'First touch',
  last: 'Last touch',
  every: 'Every touch',
  position: '40/20/40',
};
export const modelMeanings: Readonly<Record<AttributionModel, string>> = {
  first: 'All credit goes to what they touched first.',
  last: 'All credit goes to what they touched last before it.',
  every: 'Credit is shared evenly among all touches before it.',
  position: '40 % to the first touch, 40 % to the last, 20 % shared among those between.',
};
export const byLabels = { channel: 'Channels', campaign: 'Campaigns', content: 'Content' } as const;

export type AttributionRow = Attribution['rows'][number];
export type AttributionColumn = {
  readonly label: string;
  /** The list of people behind it; null: there is none. */
  readonly outcome: 'mql' | 'accepted' | 'customer' | 'revenue' | null;
  /** The number, and what it stands on; null where there is no such number. */
  readonly text: (row: AttributionRow) => { readonly value: string; readonly small: string } | null;
};

const people = ['mql', 'accepted', 'customer'] as const;
const columnLabels = { mql: 'MQLs', accepted: 'Accepted MQLs', customer: 'New customers' } as const;
const costLabels = { mql: 'Cost per MQL', accepted: 'Cost per accepted MQL', customer: 'Cost per customer' } as const;

/** Why there is no breakdown at all; reviews that an older Ripen closed have none for good. */
export const noAttributionText = (attribution: readonly Attribution[] | undefined): string =>
  attribution === undefined
    ? 'This review was closed without attribution: the Ripen of that time did not compute it.'
    : 'No touches yet: log an activity with its campaign or content to see what brings MQLs.';

/** Why a line has no such number. */
export const missingReason = ({ spend }: AttributionRow): string =>
  spend === null ? 'No spend recorded' : 'No credit';

/** Columns of a breakdown by one model; those of cost only where spend is recorded for any of its lines. */
export function attributionColumns(
  format: Format,
  { total, rows }: Attribution,
  model: AttributionModel,
): readonly AttributionColumn[] {
  const money = (amount: number) => wholeWords(format, 'money', amount);
  const spent = rows.some(({ spend }) => spend !== null);
  return [
    ...people.map(
      (outcome): AttributionColumn => ({
        label: columnLabels[outcome],
        outcome,
        text: row => ({
          value: format.decimal(row.credits[model][outcome]),
          small: shareText(format, row, model, outcome, total[outcome]),
        }),
      }),
    ),
    {
      label: 'Revenue',
      outcome: 'revenue',
      text: row => ({
        value: money(row.credits[model].revenue),
        small: `n ${row.touched.revenue} of ${total.deals} deals`,
      }),
    },
    ...(spent
      ? [
          {
            label: 'Spend',
            outcome: null,
            text: ({ spend }: AttributionRow) => (spend === null ? null : { value: money(spend), small: '' }),
          },
          ...people.map(
            (outcome): AttributionColumn => ({
              label: costLabels[outcome],
              outcome: null,
              text: row => costText(money, row, model, outcome, total[outcome]),
            }),
          ),
        ]
      : []),
  ];
}

/** "of 12, 6 to 40 %": the credit as a share of all, with its interval. */
function shareText(
  format: Format,
  row: AttributionRow,
  model: AttributionModel,
  outcome: (typeof people)[number],
  of: number,
): string {
  const interval = row.intervals[model][outcome];
  if (interval === null) return '';
  const text = intervalText(format, { value: null, n: of, numerator: null, interval, why: null });
  return `of ${of}, ${text}`;
}

/** What one outcome cost, and between what the interval of the credit leaves it. */
function costText(
  money: (amount: number) => string,
  row: AttributionRow,
  model: AttributionModel,
  outcome: (typeof people)[number],
  of: number,
) {
  const credit = row.credits[model][outcome];
  const interval = row.intervals[model][outcome];
  if (row.spend === null || credit === 0 || interval === null) return null;
  const edge = (share: number) => money((row.spend ?? 0) / (share * of));
  const small =
    interval.low === 0 ? `at least ${edge(interval.high)}` : `${edge(interval.high)} to ${edge(interval.low)}`;
  return { value: money(row.spend / credit), small };
}
