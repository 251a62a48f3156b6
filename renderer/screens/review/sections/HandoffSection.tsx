// The handoff: what sales accepted and rejected, why and by which rules, and who waited longer than the clock allows.
import type { Output } from '../../../../shared/contract.ts';
import { useRead } from '../../../api/use-read.ts';
import { byId, useWorkspace } from '../../../api/workspace.tsx';
import { Rejections } from '../../../parts/criteria/rejections/Rejections.tsx';
import { useRoute } from '../../../parts/navigation/use-route.ts';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { FigureRows } from '../FigureRows.tsx';
import figures from '../figures.module.css';
import { type MeetingData, useReview } from '../review-context.tsx';
import styles from './handoff.module.css';

type Handoff = Output<'review.handoff'>;

const traced = 'Rejections and the rules behind the score';

export function HandoffSection() {
  const { meeting } = useReview();
  return (
    <>
      <FigureRows section="handoff" />
      {meeting?.minutes ? <Reasons reasons={keptReasons(meeting)} /> : <Live />}
    </>
  );
}

/** By the records as they are now. */
function Live() {
  const { data } = useReview();
  const { kind, from, to } = data.figures.period;
  const handoff = useRead('review.handoff', { kind, date: from });
  return (
    <QueryBoundary of={handoff}>
      {value => (
        <>
          <section aria-labelledby="reasons" className={figures.group}>
            <h3 id="reasons">{traced}</h3>
            {value.reasons.length === 0 ? (
              <p className={styles.none}>No rejections.</p>
            ) : (
              <Rejections from={from} to={to} />
            )}
          </section>
          <Waits list={value.waiting} none="No MQLs waiting." title="Still waiting" />
          <Waits
            list={value.late}
            none={`All MQLs were answered within ${value.withinHours} hours.`}
            title={`Answered after more than ${value.withinHours} hours`}
          />
        </>
      )}
    </QueryBoundary>
  );
}

/** As closing kept them, with the names that the leads have now. */
const keptReasons = ({ minutes, names }: MeetingData): Handoff['reasons'] =>
  (minutes?.rejections ?? []).map(({ leadIds, ...reason }) => ({
    ...reason,
    leads: leadIds.map(leadId => ({ leadId, name: names[leadId] ?? 'Deleted lead' })),
  }));

function Reasons({ reasons }: Pick<Handoff, 'reasons'>) {
  const { openLead } = useRoute();
  return (
    <section aria-labelledby="reasons" className={figures.group}>
      <h3 id="reasons">{traced}</h3>
      {reasons.length === 0 && <p className={styles.none}>No rejections.</p>}
      <ul className={styles.reasons}>
        {reasons.map(({ reason, label, leads, rules, manual }) => (
          <li key={reason}>
            <p className={styles.reason}>
              <b>{leads.length}</b> {label}
            </p>
            <p>
              {leads.map(({ leadId, name }) => (
                <button className={styles.lead} key={leadId} onClick={() => openLead(leadId)} type="button">
                  {name}
                </button>
              ))}
            </p>
            <p className={styles.none}>
              {rules
                .slice(0, 4)
                .map(rule => `${rule.what} +${rule.points} (n ${rule.leads})`)
                .join('; ')}
              {manual > 0 && ` ${manual} moved to MQL manually, without a receipt.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type WaitsProps = { readonly title: string; readonly none: string; readonly list: Handoff['late'] };

function Waits({ title, none, list }: WaitsProps) {
  const { members } = useWorkspace();
  const format = useFormat();
  const { openLead } = useRoute();
  return (
    <section aria-label={title} className={figures.group}>
      <h3>{title}</h3>
      {list.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.waits}>
        {list.map(({ row, hours, state }) => (
          <li key={row.id}>
            <span>
              <button className={styles.lead} onClick={() => openLead(row.id)} type="button">
                {row.name}
              </button>
              <small className={styles.who}>{byId(members, row.memberId)?.name ?? 'unassigned'}</small>
            </span>
            <span className={styles.hours} data-late={state !== 'in-time'}>
              {format.whole(hours)} hours
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
