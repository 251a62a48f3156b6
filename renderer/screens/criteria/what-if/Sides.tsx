// What the draft would have done beside what there was: volume, rates with their intervals, customers found in time.
import { memo } from 'react';
import type { ReplayComparison, Share, Side } from '../../../../shared/what-if.ts';
import { type Format, useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import styles from './what-if.module.css';

type Row = {
  readonly label: string;
  readonly meaning: string;
  readonly of: (side: Side) => { readonly value: string; readonly n: string };
};

const dayMs = 86_400_000;

type SidesProps = { readonly answer: ReplayComparison; readonly label: string };

export const Sides = memo(function Sides({ answer, label }: SidesProps) {
  const format = useFormat();
  const weeks = Math.max(1, (answer.to - answer.from) / (7 * dayMs));
  const rows: readonly Row[] = [
    {
      label: 'MQLs a week',
      meaning: 'Distinct people who became MQL, over all weeks recorded.',
      of: side => ({ value: format.decimal(side.mqls / weeks), n: `${format.whole(side.mqls)} in all` }),
    },
    {
      label: 'MQL to customer',
      meaning:
        'Of these MQLs, those who became customers afterwards. In grey: where the true rate likely lies (95 %), and n.',
      of: side => share(side.toCustomer, format),
    },
    {
      label: 'Customers caught',
      meaning: 'Of all customers, those who were MQL before they bought. The others were found without the score.',
      of: side => share(side.customersCaught, format),
    },
    {
      label: 'Rejected by sales',
      meaning:
        'Of these MQLs whom sales has answered, those it handed back. Nobody knows what sales would have said of the others.',
      of: side => share(side.rejected, format),
    },
  ];
  return (
    <table className={styles.sides}>
      <caption className="hidden-visually">The draft against {baseWords(answer)}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{answer.against === 'really' ? 'Really' : 'In force'}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, meaning, of }) => (
          <tr key={label}>
            <th scope="row">
              <Help meaning={meaning}>{label}</Help>
            </th>
            <Cell {...of(answer.really)} />
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

const baseWords = ({ against }: ReplayComparison) =>
  against === 'really' ? 'what really happened' : 'the rules in force';

function share({ hits, n, interval }: Share, format: Format) {
  if (n === 0 || interval === null) return { value: '–', n: 'of nobody' };
  const span = `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)} %`;
  // Large numbers take a second line, broken between the two and nowhere else.
  const whole = `${format.whole(hits)} of ${format.whole(n)}, ${span}`
    .replaceAll(' ', '\u00a0')
    .replace(',\u00a0', ', ');
  return { value: format.percent(hits / n), n: whole };
}
