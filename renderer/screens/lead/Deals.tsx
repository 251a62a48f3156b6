// The deals of a lead: name, amount, how they stand.
import type { Deal } from '../../../shared/deal.ts';
import { lostReasons } from '../../../shared/stages.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Money } from '../../ui/Money.tsx';
import styles from './lead.module.css';

const reasons: Readonly<Record<string, string>> = lostReasons;

export const Deals = ({ deals }: { readonly deals: readonly Deal[] }) => (
  <section aria-labelledby="deals" className={styles.section}>
    <h3 id="deals">Deals</h3>
    <ul className={styles.deals}>
      {deals.map(deal => (
        <li key={deal.id}>
          <span>{deal.name}</span>
          <span className={styles.lineNote}>{standing(deal)}</span>
          <Money amount={deal.amount} />
        </li>
      ))}
    </ul>
  </section>
);

function standing({ status, closedAt, expectedClose, reason }: Deal) {
  switch (status) {
    case 'open':
      return expectedClose ? (
        <>
          open, expected <DateText date={expectedClose} />
        </>
      ) : (
        'open'
      );
    case 'won':
      return (
        <>
          won <DateText at={closedAt} />
        </>
      );
    case 'lost':
      return (
        <>
          lost <DateText at={closedAt} />
          {reason && `, ${(reasons[reason] ?? reason).toLowerCase()}`}
        </>
      );
    default:
      return status satisfies never;
  }
}
