// The MQLs of the period one by one, each with the receipt that says why.
import { type KeyboardEvent, useRef, useState } from 'react';
import { byId, useWorkspace } from '../../../api/workspace.tsx';
import { usePlace } from '../../../app/use-place.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { StageBadge } from '../../../ui/StageBadge.tsx';
import { RipenessBar } from '../../../ui/score/RipenessBar.tsx';
import { nextIndex } from '../../../ui/table/walk.ts';
import { Receipt } from '../../lead/Receipts.tsx';
import { type ReviewData, useReview } from '../review-context.tsx';
import styles from './mqls.module.css';

type Mql = ReviewData['mqls'][number];

export function MqlsSection() {
  const { data } = useReview();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { mqls, figures } = data;
  const at = Math.max(
    0,
    mqls.findIndex(({ row }) => row.id === chosen),
  );
  const mql = mqls[at];
  if (mql === undefined) {
    return (
      <EmptyState glyph="mql" title={`Nobody became MQL in this ${figures.period.kind}`}>
        Who reaches the threshold shows up here, with every line that led there.
      </EmptyState>
    );
  }

  function walk(event: KeyboardEvent) {
    const next = nextIndex(event.key, at, mqls.length, 5);
    if (next === null) return;
    event.preventDefault();
    setChosen(mqls[next]?.row.id ?? null);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div className={styles.split}>
      <div>
        <ul aria-label="MQLs" className={styles.list} onKeyDown={walk} ref={list}>
          {mqls.map(({ row, at: moment }, index) => (
            <li key={row.id}>
              <button
                aria-current={index === at}
                className={styles.choice}
                onClick={() => setChosen(row.id)}
                tabIndex={index === at ? 0 : -1}
                type="button"
              >
                <span className={styles.name}>{row.name}</span>
                <span className={styles.when}>
                  <DateText at={moment} />
                </span>
                <span className={styles.company}>{row.company}</span>
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
      <OneMql key={mql.row.id} mql={mql} />
    </div>
  );
}

function OneMql({ mql: { row, at, receipt } }: { readonly mql: Mql }) {
  const { channels, members } = useWorkspace();
  const { openLead } = usePlace();
  const facts = [row.jobTitle, row.company, byId(channels, row.channelId)?.label].filter(Boolean).join(', ');
  const member = byId(members, row.memberId);
  return (
    <article className={styles.one}>
      <header>
        <h3 className={styles.person}>{row.name}</h3>
        <p className={styles.facts}>{facts}</p>
        <p className={styles.facts}>
          Became MQL <DateText as="both" at={at} />
          {receipt ? ` with ${receipt.total} points: ${receipt.because}.` : ' by hand; there is no receipt.'}
        </p>
        <p className={styles.now}>
          <span>
            Now <StageBadge stage={row.stage} /> since <DateText as="away" at={row.stageSince} />
            {member && `, with ${member.name}`}
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
