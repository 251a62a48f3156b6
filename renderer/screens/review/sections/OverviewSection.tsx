// Where we are: open leads by stage, who waits, won and lost this year, whom to call and ask, and what is missing to say more.
import type { ReactNode } from 'react';
import type { LeadRow } from '../../../../shared/contract/parts.ts';
import { undatedFigure } from '../../../../shared/figures.ts';
import type { GapId, Overview } from '../../../../shared/overview.ts';
import { useRead } from '../../../api/use-read.ts';
import { pathTo } from '../../../parts/navigation/route.ts';
import { useRoute } from '../../../parts/navigation/use-route.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { StageBadge } from '../../../ui/StageBadge.tsx';
import { undatedText } from '../figure-text.ts';
import talk from '../meeting/talk.module.css';
import { capacityText, gapText, openText, questionText, waitedText, waitingText, yearText } from '../overview-text.ts';
import { isFirst } from '../quiet.ts';
import { useMeeting, useReview } from '../review-context.tsx';
import styles from './overview.module.css';

type Names = ReadonlyMap<string, Pick<LeadRow, 'name' | 'company' | 'call'>>;

export function OverviewSection() {
  const { minutes, names } = useMeeting();
  if (minutes?.overview) {
    const kept = Object.entries(names).map(([id, name]) => [id, { name, company: null, call: null }] as const);
    return <Where names={new Map(kept)} overview={minutes.overview} />;
  }
  return <Live />;
}

function Live() {
  const found = useRead('review.overview', {});
  return (
    <QueryBoundary of={found}>
      {({ overview, rows }) => <Where names={new Map(rows.map(row => [row.id, row]))} overview={overview} />}
    </QueryBoundary>
  );
}

type Props = { readonly overview: Overview; readonly names: Names };

function Where({ overview, names }: Props) {
  const meeting = useMeeting();
  const format = useFormat();
  if (overview.leads === 0) return <Empty />;
  return (
    <div className={talk.parts}>
      {meeting.closedAt === null && isFirst(meeting) && (
        <p className={talk.none}>
          This is the first meeting. Marketing and sales look at one screen for half an hour and agree on what to do.
          The next meeting shows what came of it.
        </p>
      )}
      <p className={styles.sentence}>
        {openText(format, overview)} {waitingText(format, overview)} {yearText(format, overview)}
      </p>
      <div className={talk.two}>
        <Part title="Open by stage">
          <Stages overview={overview} />
        </Part>
        <Part title="Waiting for sales">
          <Waiting names={names} overview={overview} />
        </Part>
        <Part title="Won and lost">
          <Year overview={overview} />
        </Part>
        <Part title="Capacity of sales">
          <p className={talk.none}>{capacityText(format, overview.capacity)}</p>
        </Part>
      </div>
      <Part title="Call and ask">
        <Questions names={names} overview={overview} />
      </Part>
      {overview.gaps.length > 0 && (
        <Part title="Missing to say more">
          <Gaps overview={overview} />
        </Part>
      )}
    </div>
  );
}

const Empty = () => (
  <EmptyState
    actions={
      <a className={styles.go} href={`#${pathTo('import')}`}>
        Import a spreadsheet
      </a>
    }
    title="No leads yet"
  >
    Once there are leads, this shows who is open and for how much, who is waiting, and what was won.
  </EmptyState>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className={talk.part}>
    <h3 className={talk.heading}>{title}</h3>
    {children}
  </section>
);

function Stages({ overview: { open } }: { readonly overview: Overview }) {
  const format = useFormat();
  if (open.length === 0) return <p className={talk.none}>No lead is open.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">People</th>
          <th scope="col">Open deals</th>
        </tr>
      </thead>
      <tbody>
        {open.map(({ stage, count, amount }) => (
          <tr key={stage}>
            <th scope="row">
              <StageBadge stage={stage} />
            </th>
            <td>
              <a href={`#${pathTo('board')}`} title="Show on the board">
                {format.whole(count)}
              </a>
            </td>
            <td>{amount === 0 ? <small>no amount</small> : format.money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const deleted = 'Deleted lead';

function Name({ id, names }: { readonly id: string; readonly names: Names }) {
  const { openLead } = useRoute();
  const lead = names.get(id);
  return (
    <span>
      <button className={styles.lead} onClick={() => openLead(id)} type="button">
        {lead?.name ?? deleted}
      </button>
      {lead?.company && lead.company !== lead.name && <small> {lead.company}</small>}
    </span>
  );
}

function Waiting({ overview, names }: Props) {
  const format = useFormat();
  const { count, leads } = overview.waiting;
  return (
    <>
      <ul className={styles.list}>
        {leads.map(({ leadId, hours, late }) => (
          <li key={leadId}>
            <Name id={leadId} names={names} />
            <span data-late={late}>{waitedText(format, hours)}</span>
          </li>
        ))}
      </ul>
      {count === 0 && <p className={talk.none}>{waitingText(format, overview)}</p>}
      {count > leads.length && (
        <p className={talk.aside}>
          And {format.whole(count - leads.length)} more in <a href={`#${pathTo('today')}`}>Today</a>.
        </p>
      )}
    </>
  );
}

function Year({ overview }: { readonly overview: Overview }) {
  const format = useFormat();
  const { openLeads } = useReview();
  const { from, won, lost } = overview.year;
  const undated = undatedText(format, { undatedCustomers: overview.undated });
  const open = (title: string, figureId: string, set: string, count: number) => (
    <Button
      onClick={() => openLeads({ title, figureId, set, count, kind: 'year', date: from })}
      size="small"
    >{`Show ${format.whole(count)} ${title.toLowerCase()}`}</Button>
  );
  return (
    <>
      <p className={talk.none}>{yearText(format, overview)}</p>
      {undated && <p className={talk.none}>{undated}</p>}
      <p className={styles.buttons}>
        {won > 0 && open('Won', 'new-customers', 'counted', won)}
        {lost > 0 && open('Lost', 'win-rate', 'lost', lost)}
        {overview.undated.count > 0 && open('Without a day', undatedFigure, 'leads', overview.undated.count)}
      </p>
    </>
  );
}

function Questions({ overview: { questions }, names }: Props) {
  if (questions.length === 0) return <p className={talk.none}>No lead is one answer away from MQL.</p>;
  return (
    <>
      <p className={talk.none}>One answer can make each of them an MQL. The closest come first.</p>
      <ul className={styles.list}>
        {questions.map(question => {
          const call = names.get(question.leadId)?.call;
          return (
            <li key={question.leadId}>
              <span>
                <Name id={question.leadId} names={names} />
                {call && (
                  <small>
                    {' '}
                    <a href={call.url}>{call.text}</a>
                  </small>
                )}
              </span>
              <span>{questionText(question)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const gapLinks: Readonly<Record<GapId, readonly [label: string, path: string]>> = {
  activities: ['Import activities', pathTo('import')],
  amounts: ['Open the board', pathTo('board')],
  'purchase-days': ['Import days', pathTo('import')],
  channels: ['Open leads', pathTo('leads')],
  spend: ['Enter spend', pathTo('campaigns', 'weeks')],
  'ideal-customer': ['Answer the questions', pathTo('criteria')],
  sales: ['Open settings', pathTo('settings')],
};

function Gaps({ overview: { gaps } }: { readonly overview: Overview }) {
  const format = useFormat();
  return (
    <ul className={styles.gaps}>
      {gaps.map(gap => {
        const [missing, how] = gapText(format, gap);
        const [label, path] = gapLinks[gap.id];
        return (
          <li key={gap.id}>
            <b>{missing}</b> {how} <a href={`#${path}`}>{label}</a>
          </li>
        );
      })}
    </ul>
  );
}
