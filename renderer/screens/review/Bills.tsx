// The amounts behind a period's spend: what each was for, over which days, and how much of it falls in the period.
import { addDays, daysBetween, type PlainDate } from '../../../shared/dates.ts';
import type { PeriodKind } from '../../../shared/figures.ts';
import { QueryBoundary } from '../../api/QueryBoundary.tsx';
import { useRead } from '../../api/use-read.ts';
import { pathTo } from '../../app/place.ts';
import { useFormat } from '../../ui/format.tsx';
import styles from './bills.module.css';
import type { PeopleAsked } from './review-context.tsx';

const spent: ReadonlySet<string> = new Set([
  'spend',
  'cost-per-mql',
  'cost-per-accepted-mql',
  'cost-per-customer',
  'return',
]);

/** Whether money was spent for a figure, so that bills stand behind it as well as people. */
export const showsBills = (figureId: string): boolean => spent.has(figureId);

type Props = { readonly kind: PeriodKind; readonly date: PlainDate; readonly only: PeopleAsked['only'] };

export function Bills({ kind, date, only = null }: Props) {
  const format = useFormat();
  const found = useRead('review.bills', { kind, date, only });
  return (
    <QueryBoundary of={found}>
      {({ amount, bills }) => (
        <section aria-label="Spend" className={styles.bills}>
          <h3>{amount === null ? 'No spend recorded' : `Spend: ${format.money(amount)}`}</h3>
          {bills.length > 0 && (
            <ul>
              {bills.map(bill => (
                <li key={bill.id}>
                  <span className={styles.bill}>
                    <b>{bill.label ?? 'General marketing'}</b>
                    {bill.note && <span>{bill.note}</span>}
                    <small>
                      {bill.startsOn === bill.endsOn
                        ? format.date(bill.startsOn)
                        : `${format.date(bill.startsOn)} to ${format.date(bill.endsOn)}, ${daysBetween(bill.startsOn, addDays(bill.endsOn, 1))} days`}
                    </small>
                  </span>
                  <span className={styles.part}>
                    {format.money(bill.amount)}
                    {bill.amount !== bill.whole && <small>of {format.money(bill.whole)}</small>}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={`#${pathTo('campaigns', 'bills')}`}>Edit in Campaigns</a>
          </p>
        </section>
      )}
    </QueryBoundary>
  );
}
