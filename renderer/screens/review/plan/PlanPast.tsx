// How plans would have done: for each of the last months what would have been said at its beginning, and what came.
import type { PastPlan, PlanGoal } from '../../../../shared/plan.ts';
import { useFormat } from '../../../ui/format.tsx';
import talk from '../meeting/talk.module.css';
import styles from '../sections/plan.module.css';
import { amountText, pastText, rangeText } from './plan-text.ts';

type Props = { readonly months: readonly PastPlan[]; readonly what: PlanGoal['what'] };

export function PlanPast({ months, what }: Props) {
  const format = useFormat();
  return (
    <section aria-label="How plans would have done">
      <h3 className={talk.heading}>How such plans would have done</h3>
      {months.length === 0 ? (
        <p className={talk.none}>No past month had enough records before it.</p>
      ) : (
        <>
          <p className={talk.none}>{pastText(format, months)}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Would have said</th>
                <th scope="col">Was</th>
                <th scope="col">Within</th>
              </tr>
            </thead>
            <tbody>
              {months.map(month => (
                <tr key={month.from}>
                  <th scope="row">{month.label}</th>
                  <td>{rangeText(format, what, month)}</td>
                  <td>{what === 'customers' ? format.whole(month.was) : amountText(format, what, month.was)}</td>
                  <td>{month.was < month.low ? 'less' : month.was > month.high ? 'more' : 'yes'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
