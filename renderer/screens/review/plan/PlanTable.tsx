// What a plan asks for, stage by stage: in the pipeline, each week now and for a chance of 80 %, until when it is in time, for each person, and the money.
import type { Plan } from '../../../../shared/plan.ts';
import { stageLabels } from '../../../../shared/stages.ts';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { StageBadge } from '../../../ui/StageBadge.tsx';
import styles from '../sections/plan.module.css';

export function PlanTable({ plan: { rows, spend, times } }: { readonly plan: Plan }) {
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount / format.unit) * format.unit);
  return (
    <section aria-label="What it takes">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Open now</th>
            <th scope="col">A week, at this pace</th>
            <th scope="col">A week, for 80&nbsp;%</th>
            <th scope="col">In all</th>
            <th scope="col">
              <Help meaning="A lead that reaches the stage after this day is less than half as likely to be a customer in time as one that reaches it today.">
                In time until
              </Help>
            </th>
            <th scope="col">A week per person</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stage, inPipe, now, needed, total, by, eachPerson }) => (
            <tr key={stage}>
              <th scope="row">
                <StageBadge stage={stage} />
              </th>
              <td>{format.whole(inPipe)}</td>
              <td>{format.decimal(now)}</td>
              <td>{needed === null ? <small>not reachable</small> : <b>{format.decimal(needed)}</b>}</td>
              <td>{total === null ? <small>not reachable</small> : format.whole(Math.ceil(total))}</td>
              <td>{times === 0 && stage === 'lead' ? <small>none needed</small> : format.date(by)}</td>
              <td>
                {eachPerson === null ? (
                  <small>
                    {needed === null ? 'not reachable' : `no one in ${stage === 'sql' ? 'sales' : 'marketing'}`}
                  </small>
                ) : (
                  format.decimal(eachPerson)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {spend === null
          ? 'No spend is recorded, so the money for new leads is not known.'
          : `Spend: ${money(spend.now)} a week at this pace${
              spend.needed === null || spend.total === null
                ? ''
                : `, ${money(spend.needed)} a week for 80 %, ${money(spend.total)} in all`
            }, at what a new lead has cost.`}
      </p>
      <p className={styles.note}>
        Entries to {stageLabels.mql.label} and {stageLabels.sql.label} count people from the pipeline and new ones.
      </p>
    </section>
  );
}
