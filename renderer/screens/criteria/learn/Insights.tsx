// The lessons of the past in three groups: suggestions, what is priced right already, and what cannot be told yet. Stands
// alone: the Criteria screen and the meeting show the same.
import { useState } from 'react';
import { insightsJob } from '../../../../shared/contract/past.ts';
import { useRead } from '../../../api/use-read.ts';
import { WaitWithProgress } from '../../../parts/criteria/WaitWithProgress.tsx';
import { LeadsDrawer } from '../../../parts/leads/LeadsDrawer.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { InsightTable } from './InsightTable.tsx';
import type { InsightLeads, InsightRow, LearnedInsights } from './insight-row.ts';
import styles from './learn.module.css';

export function Insights() {
  const learned = useRead('insights.get', {}, { keep: true });
  const [leads, setLeads] = useState<InsightLeads | null>(null);
  return (
    <>
      <QueryBoundary of={learned} waiting={<WaitWithProgress job={insightsJob} label="Analyzing closed leads" />}>
        {value => (value.missing === null ? <Groups learned={value} onLeads={setLeads} /> : <Missing of={value} />)}
      </QueryBoundary>
      {leads && <InsightDrawer request={leads} onClose={() => setLeads(null)} />}
    </>
  );
}

function Missing({ of: { missing, ended, customers, leads } }: { readonly of: LearnedInsights }) {
  const format = useFormat();
  return (
    <EmptyState glyph="customer" title="Not enough closed leads yet">
      <p>{missing}</p>
      {leads > 0 && (
        <p>
          So far, {format.whole(ended)} of {format.whole(leads)} {leads === 1 ? 'lead has' : 'leads have'} closed,{' '}
          {format.whole(customers)} of them as {customers === 1 ? 'a customer' : 'customers'}. Log what people do, and
          move them to Customer or Lost once decided. Ripen does the rest.
        </p>
      )}
    </EmptyState>
  );
}

type GroupsProps = { readonly learned: LearnedInsights; readonly onLeads: (request: InsightLeads) => void };

function Groups({ learned: { insights, ended, customers, ofPersonas }, onLeads }: GroupsProps) {
  const format = useFormat();
  const isTaken = (insight: InsightRow) => insight.drafted !== insight.present;
  const suggestions = insights.filter(insight => insight.suggested !== null || isTaken(insight));
  const rest = insights.filter(insight => !suggestions.includes(insight));
  const clear = rest.filter(({ says }) => says !== 'cannot-tell');
  const unclear = rest.filter(({ says }) => says === 'cannot-tell');
  return (
    <div className={styles.groups}>
      <p className={styles.standsOn}>
        <b>{format.whole(ended)}</b> closed leads, <b>{format.whole(customers)}</b> of them customers.
      </p>
      {ofPersonas.length > 0 && (
        <p className={styles.standsOn}>Not looked at, because your personas score them: {ofPersonas.join(', ')}.</p>
      )}
      <section aria-labelledby="suggestions">
        <h3 id="suggestions">
          Suggestions <span className={styles.count}>{suggestions.length}</span>
        </h3>
        {suggestions.length === 0 ? (
          <p className={styles.none}>Your history does not contradict any of your points. Leave them as they are.</p>
        ) : (
          <InsightTable label="Suggestions" insights={suggestions} onLeads={onLeads} />
        )}
      </section>
      {clear.length > 0 && (
        <section aria-labelledby="clear">
          <h3 id="clear">
            Confirmed, no change needed <span className={styles.count}>{clear.length}</span>
          </h3>
          <InsightTable label="Confirmed, no change needed" insights={clear} onLeads={onLeads} />
        </section>
      )}
      {unclear.length > 0 && (
        <details className={styles.unclear}>
          <summary>
            Cannot tell from chance yet <span className={styles.count}>{unclear.length}</span>
          </summary>
          <InsightTable label="Cannot tell from chance yet" insights={unclear} onLeads={onLeads} />
        </details>
      )}
    </div>
  );
}

function InsightDrawer({ request, onClose }: { readonly request: InsightLeads; readonly onClose: () => void }) {
  const { insight, group, customersOnly } = request;
  const leads = useRead('insights.leads', { key: insight.key, group, customersOnly });
  const who = `${group === 'with' ? 'With' : 'Without'}: ${insight.text}`;
  return (
    <LeadsDrawer aside={customersOnly ? 'Customers' : 'All closed leads'} of={leads} onClose={onClose} title={who} />
  );
}
