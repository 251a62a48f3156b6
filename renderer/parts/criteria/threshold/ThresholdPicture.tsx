// Is the bar too low or too high: the verdict, two shares with their people, and the picture of all thresholds. Stands alone:
// the Criteria screen and the meeting show the same.
import { useState } from 'react';
import type { Input } from '../../../../shared/contract.ts';
import type { ThresholdAnalysis } from '../../../../shared/threshold.ts';
import { missedWhyLabels } from '../../../../shared/threshold.ts';
import { useRead } from '../../../api/use-read.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { IntervalStrip } from '../../../ui/figure/IntervalStrip.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { LeadsDrawer } from '../../leads/LeadsDrawer.tsx';
import { useRoute } from '../../navigation/use-route.ts';
import { intervalText, ofText } from '../share-text.ts';
import { ThresholdChart } from './ThresholdChart.tsx';
import styles from './threshold.module.css';
import { verdictLabels } from './verdict-text.ts';

type Who = Input<'threshold.leads'>['who'];
const titles: Readonly<Record<Who, string>> = {
  rejected: 'MQLs that sales rejected',
  mqls: 'All MQLs',
  missed: 'Customers who never reached the threshold',
  customers: 'Customers',
};

export function ThresholdPicture() {
  const analysis = useRead('threshold.get', {}, { keep: true });
  const [who, setWho] = useState<Who | null>(null);
  return (
    <>
      <QueryBoundary of={analysis}>{value => <Whole analysis={value} onLeads={setWho} />}</QueryBoundary>
      {who && <Drawer onClose={() => setWho(null)} who={who} />}
    </>
  );
}

function Drawer({ who, onClose }: { readonly who: Who; readonly onClose: () => void }) {
  const leads = useRead('threshold.leads', { who });
  return <LeadsDrawer of={leads} onClose={onClose} title={titles[who]} />;
}

type Props = { readonly analysis: ThresholdAnalysis; readonly onLeads: (who: Who) => void };

function Whole({ analysis, onLeads }: Props) {
  if (analysis.leads === 0) {
    return (
      <EmptyState glyph="mql" title="Not enough leads yet">
        <p>
          Once leads and their activities are recorded, this shows which threshold best separates customers from the
          rest.
        </p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.whole}>
      <h2 className={styles.verdict}>{verdictLabels(analysis)}</h2>
      <div className={styles.shares}>
        <ShareFigure
          label="Threshold too low: MQLs rejected"
          meaning="Of all MQLs, the share that sales rejected last. A high share suggests the threshold is too low."
          onLeads={onLeads}
          share={analysis.rejected}
          who={['rejected', 'mqls']}
        />
        <ShareFigure
          label="Threshold too high: customers who never reached it"
          meaning="Of all customers, the share whose score stayed below the threshold before they bought, under these rules and today’s field values. A high share suggests the threshold is too high or too little is recorded."
          onLeads={onLeads}
          share={analysis.missed}
          who={['missed', 'customers']}
        />
      </div>
      <ThresholdChart analysis={analysis} />
      <div className={styles.lists}>
        <List count={analysis.rejected.numerator} onAll={() => onLeads('rejected')} title="Rejected by sales">
          {analysis.rejectedLeads.map(lead => (
            <LeadLine key={lead.leadId} leadId={lead.leadId} name={lead.name} note={lead.reason} when={lead.at} />
          ))}
        </List>
        <List count={analysis.missed.numerator} onAll={() => onLeads('missed')} title="Customers below the threshold">
          {analysis.missedLeads.map(({ leadId, name, at, best, why }) => (
            <LeadLine
              key={leadId}
              leadId={leadId}
              name={name}
              note={why === 'points' ? `${best ?? 0} of ${analysis.threshold} points` : missedWhyLabels[why]}
              when={at}
            />
          ))}
        </List>
      </div>
    </div>
  );
}

type ShareProps = {
  readonly label: string;
  readonly meaning: string;
  readonly share: ThresholdAnalysis['rejected'];
  readonly who: readonly [numerator: Who, of: Who];
  readonly onLeads: Props['onLeads'];
};

function ShareFigure({ label, meaning, share, who: [numerator, of], onLeads }: ShareProps) {
  const format = useFormat();
  const { interval, n } = share;
  const value = n === 0 ? null : String(Math.round((share.numerator / n) * 100));
  return (
    <Figure
      label={label}
      meaning={meaning}
      n={
        n === 0 ? (
          'none yet'
        ) : (
          <button className={styles.of} onClick={() => onLeads(of)} title={`Show people: ${titles[of]}`} type="button">
            {ofText(format, share)}
          </button>
        )
      }
      unit="%"
      value={value}
      {...(share.numerator > 0 ? { onOpen: () => onLeads(numerator) } : {})}
    >
      {interval && (
        <>
          <IntervalStrip interval={interval} value={share.numerator / n} />
          <p className={styles.likely}>{intervalText(format, share)}</p>
        </>
      )}
    </Figure>
  );
}

const few = 8;

type ListProps = {
  readonly title: string;
  readonly count: number;
  readonly onAll: () => void;
  readonly children: readonly React.ReactNode[];
};

function List({ title, count, onAll, children }: ListProps) {
  const format = useFormat();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{count === 0 ? 'none' : format.whole(count)}</span>
      </h3>
      <ul>{children.slice(0, few)}</ul>
      {count > few && (
        <button className={styles.of} onClick={onAll} type="button">
          Show all {format.whole(count)}
        </button>
      )}
    </section>
  );
}

type LeadProps = { readonly leadId: string; readonly name: string; readonly note: string; readonly when: number };

function LeadLine({ leadId, name, note, when }: LeadProps) {
  const { openLead } = useRoute();
  return (
    <li>
      <button className={styles.lead} onClick={() => openLead(leadId)} type="button">
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>{note}</span>
        <span className={styles.when}>
          <DateText at={when} />
        </span>
      </button>
    </li>
  );
}
