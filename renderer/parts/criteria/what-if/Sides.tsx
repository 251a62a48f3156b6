// Comparison of draft and baseline: volume, rates with intervals, customers found.

import { memo } from 'react';
import { dayMs } from '../../../../shared/dates.ts';
import type { ReplayComparison, Share, WhatIfSide } from '../../../../shared/what-if.ts';
import { type Format, useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import styles from './what-if.module.css';

type Row = {
  readonly label: string;
  readonly meaning: string;
  readonly of: (side: WhatIfSide) => { readonly value: string; readonly n: string };
};

type SidesProps = { readonly answer: ReplayComparison; readonly label: string };

export const Sides = memo(function Sides({ answer, label }: SidesProps) {
  const format = useFormat();
  const weeks = Math.max(1, (answer.to - answer.from) / (7 * dayMs));
  const rows: readonly Row[] = [
    {
      label: 'MQLs a week',
      meaning: 'Distinct people who became MQL, over all recorded weeks.',
      of: side => ({ value: format.decimal(side.mqls / weeks), n: `${format.whole(side.mqls)} in total` }),
    },
    {
      label: 'MQL to customer',
      meaning: 'The share of these MQLs that later became customers. In gray: the 95 % interval, and n.',
      of: side => share(side.toCustomer, format),
    },
    {
      label: 'Customers found',
      meaning:
        'The share of all customers who were MQL before they bought. The others bought without becoming MQL first.',
      of: side => share(side.customersCaught, format),
    },
    {
      label: 'Rejected by sales',
      meaning:
        'The share of these MQLs, among those sales answered, that sales rejected. What sales would have said about the others is unknown.',
      of: side => share(side.rejected, format),
    },
  ];
  return (
    <table className={styles.sides}>
      <caption className="hidden-visually">Draft compared with {baselineLabels(answer)}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{answer.against === 'actual' ? 'Actual' : 'Current'}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, meaning, of }) => (
          <tr key={label}>
            <th scope="row">
              <Help meaning={meaning}>{label}</Help>
            </th>
            <Cell {...of(answer.actual)} />
            <Cell {...of(answer.draft)} strong />
          </tr>
        ))}
      </tbody>
    </table>
  );
});

const Cell = ({ value, n, strong = false }: { value: string; n: string; strong?: boolean }) => (
  <td data-strong={strong}>
    <span className={styles.value}>{value}</span>
    <span className={styles.n}>{n}</span>
  </td>
);

const baselineLabels = ({ against }: ReplayComparison) => (against === 'actual' ? 'actual' : 'current rules');

function share({ numerator, n, interval }: Share, format: Format) {
  if (n === 0 || interval === null) return { value: '–', n: 'no data' };
  const span = `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)} %`;
  // Large numbers take a second line, broken between the two and nowhere else.
  const whole = `${format.whole(numerator)} of ${format.whole(n)}, ${span}`
    .replaceAll(' ', '\u00a0')
    .replace(',\u00a0', ', ');
  return { value: format.percent(numerator / n), n: whole };
}
