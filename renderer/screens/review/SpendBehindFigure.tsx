// The amounts behind a period's spend: what each was for, over which days, and how much of it falls in the period.
import { addDays, daysBetween, type PlainDate } from '../../../shared/dates.ts';
import type { PeriodKind } from '../../../shared/figures.ts';
import { useRead } from '../../api/use-read.ts';
import { pathTo } from '../../parts/navigation/route.ts';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import type { LeadsRequest } from './review-context.tsx';
import styles from './spend.module.css';

const spent: ReadonlySet<string> = new Set([
  'spend',
  'cost-per-mql',
  'cost-per-accepted-mql',
  'cost-per-customer',
  'return',
]);

/** Whether money was spent for a figure, so that bills stand behind it as well as people. */
export const hasSpendEntries = (figureId: string): boolean => spent.has(figureId);

type Props = { readonly kind: PeriodKind; readonly date: PlainDate; readonly only: LeadsRequest['only'] };

export function SpendEntries({ kind, date, only = null }: Props) {
  const format = useFormat();
  const found = useRead('review.spend', { kind, date, only });
  return (
    <QueryBoundary of={found}>
      {({ amount, entries }) => (
        <section aria-label="Spend" className={styles.entries}>
          <h3>{amount === null ? 'No spend recorded' : `Spend: ${format.money(amount)}`}</h3>
          {entries.length > 0 && (
            <ul>
              {entries.map(entry => (
                <li key={entry.id}>
                  <span className={styles.entry}>
                    <b>{entry.label ?? 'General marketing'}</b>
                    {entry.note && <span>{entry.note}</span>}
                    <small>
                      {entry.startsOn === entry.endsOn
                        ? format.date(entry.startsOn)
                        : `${format.date(entry.startsOn)} to ${format.date(entry.endsOn)}, ${daysBetween(entry.startsOn, addDays(entry.endsOn, 1))} days`}
                    </small>
                  </span>
                  <span className={styles.part}>
                    {format.money(entry.amount)}
                    {entry.amount !== entry.whole && <small>of {format.money(entry.whole)}</small>}
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
