// The MQLs of the period one by one, each with the receipt that says why.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { PeriodKind, ReviewFigures } from '../../../../shared/figures.ts';
import { useRead } from '../../../api/use-read.ts';
import { byId, useWorkspace } from '../../../api/workspace.tsx';
import { Receipt } from '../../../parts/lead/Receipts.tsx';
import { useRoute } from '../../../parts/navigation/use-route.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { StageBadge } from '../../../ui/StageBadge.tsx';
import { RipenessBar } from '../../../ui/score/RipenessBar.tsx';
import { nextIndex } from '../../../ui/table/walk.ts';
import { type MeetingData, useReview } from '../review-context.tsx';
import styles from './mqls.module.css';

type Mql = Output<'review.mqls'>[number];
/** Of a closed review: somebody who would not be among them now, by the name that is known. */
type Listed = { readonly id: string; readonly name: string; readonly at: number; readonly mql: Mql | null };

/** Those of the figures, so that a closed review names whom it named, each as the records have them now. */
function listOf(figures: ReviewFigures, mqls: readonly Mql[], meeting: MeetingData | null): readonly Listed[] {
  const rows = new Map(mqls.map(mql => [mql.row.id, mql]));
  if (meeting?.figures == null) return mqls.map(mql => ({ id: mql.row.id, name: mql.row.name, at: mql.at, mql }));
  return figures.mqls.map(({ leadId, at }) => {
    const mql = rows.get(leadId) ?? null;
    return { id: leadId, name: mql?.row.name ?? meeting.names[leadId] ?? 'Deleted lead', at, mql };
  });
}

export function MqlsSection() {
  const { figures } = useReview().data;
  const { kind, from } = figures.period;
  const none = figures.mqls.length === 0;
  const found = useRead('review.mqls', { kind, date: from }, { when: !none });
  return none ? <NoMqls kind={kind} /> : <QueryBoundary of={found}>{mqls => <Mqls rows={mqls} />}</QueryBoundary>;
}

const NoMqls = ({ kind }: { readonly kind: PeriodKind }) => (
  <EmptyState glyph="mql" title={`No new MQLs in this ${kind}`}>
    Leads that reach the threshold appear here, with the receipt for their score.
  </EmptyState>
);

function Mqls({ rows }: { readonly rows: readonly Mql[] }) {
  const { data, meeting } = useReview();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { figures } = data;
  const mqls = listOf(figures, rows, meeting);
  // The list comes after its section: the keyboard that walks the agenda rests on the section until it is there.
  useEffect(() => {
    const section = list.current?.closest('[data-from]');
    if (section && document.activeElement === section)
      list.current?.querySelector<HTMLElement>('[data-section-focus]')?.focus({ preventScroll: true });
  }, []);
  const at = Math.max(
    0,
    mqls.findIndex(({ id }) => id === chosen),
  );
  const mql = mqls[at];
  if (mql === undefined) return <NoMqls kind={figures.period.kind} />;

  function walk(event: KeyboardEvent) {
    // The page keys are those of a presenter's remote, which leads through the agenda.
    const next = event.key.startsWith('Page') ? null : nextIndex(event.key, at, mqls.length, 1);
    if (next === null) return;
    event.preventDefault();
    setChosen(mqls[next]?.id ?? null);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div className={styles.split}>
      <div>
        <ul aria-label="MQLs" className={styles.list} onKeyDown={walk} ref={list}>
          {mqls.map(({ id, name, mql: one, at: instant }, index) => (
            <li key={id}>
              <button
                aria-current={index === at}
                className={styles.choice}
                data-section-focus={index === at ? true : undefined}
                onClick={() => setChosen(id)}
                tabIndex={index === at ? 0 : -1}
                type="button"
              >
                <span className={styles.name}>{name}</span>
                <span className={styles.when}>
                  <DateText at={instant} />
                </span>
                <span className={styles.company}>{one?.row.company}</span>
              </button>
            </li>
          ))}
        </ul>
        {figures.mqls.length > mqls.length && (
          <p className={styles.more}>
            The first {format.whole(mqls.length)} of {format.whole(figures.mqls.length)}.
          </p>
        )}
      </div>
      {mql.mql ? <OneMql key={mql.id} mql={mql.mql} /> : <NoLonger listed={mql} meeting={meeting} />}
    </div>
  );
}

/** Who was an MQL of this week at closing, and is not by the records as they are now. */
function NoLonger({ listed, meeting }: { readonly listed: Listed; readonly meeting: MeetingData | null }) {
  const kept = meeting?.minutes?.mqls.find(({ leadId }) => leadId === listed.id);
  return (
    <article className={styles.one}>
      <h3 className={styles.lead}>{listed.name}</h3>
      <p className={styles.attributes}>
        At closing: became MQL <DateText as="both" at={listed.at} />
        {kept?.total == null ? ' manually.' : ` with ${kept.total} points: ${kept.because}.`}
      </p>
      <p className={styles.attributes}>Today’s records no longer show this.</p>
    </article>
  );
}

function OneMql({ mql: { row, at, receipt } }: { readonly mql: Mql }) {
  const { channels, members } = useWorkspace();
  const { openLead } = useRoute();
  const attributes = [row.jobTitle, row.company, byId(channels, row.channelId)?.label].filter(Boolean).join(', ');
  const member = byId(members, row.memberId);
  return (
    <article className={styles.one}>
      <header>
        <h3 className={styles.lead}>{row.name}</h3>
        <p className={styles.attributes}>{attributes}</p>
        <p className={styles.attributes}>
          Became MQL <DateText as="both" at={at} />
          {receipt ? ` with ${receipt.total} points: ${receipt.because}.` : ' manually; there is no receipt.'}
        </p>
        <p className={styles.now}>
          <span>
            Now <StageBadge stage={row.stage} /> since <DateText as="away" at={row.stageSince} />
            {member && `, owner ${member.name}`}
          </span>
          <span className={styles.score}>
            <RipenessBar score={row.score} size="row" />
          </span>
          <Button onClick={() => openLead(row.id)} size="small">
            Open lead
          </Button>
        </p>
      </header>
      {receipt && <Receipt open receipt={receipt} />}
    </article>
  );
}
