// Leads gained or lost by a draft, with their outcome.
import { memo } from 'react';
import { becameLabels, type ReplayComparison, type WhatIfLead } from '../../../../shared/what-if.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useRoute } from '../../navigation/use-route.ts';
import styles from './what-if.module.css';

type Props = {
  readonly title: string;
  /** What the two groups have in common: "They never were MQL." */
  readonly says: string;
  readonly group: ReplayComparison['gained'];
  readonly sign: '+' | '−';
};

/** Drawn anew only when the people are others. */
export const WhatIfLeads = memo(function WhatIfLeads({ title, says, group, sign }: Props) {
  const format = useFormat();
  const { openLead } = useRoute();
  const more = group.count - group.leads.length;
  return (
    <section aria-label={title} className={styles.leads}>
      <h2>
        {title}
        <span className={styles.count} data-sign={group.count === 0 ? undefined : sign}>
          {group.count === 0 ? 'none' : `${sign}${format.whole(group.count)}`}
        </span>
      </h2>
      {group.count > 0 && <p className={styles.says}>{says}</p>}
      <ul>
        {group.leads.map(lead => (
          <LeadLine key={lead.leadId} {...lead} onOpen={openLead} />
        ))}
      </ul>
      {more > 0 && <p className={styles.says}>and {format.whole(more)} more</p>}
    </section>
  );
});

type LeadProps = WhatIfLead & { readonly onOpen: (leadId: string) => void };

const LeadLine = memo(function LeadLine({ leadId, name, company, at, became, onOpen }: LeadProps) {
  return (
    <li>
      <button className={styles.lead} onClick={() => onOpen(leadId)} type="button">
        <span className={styles.name}>
          {name}
          {company && company !== name && <span className={styles.company}>{company}</span>}
        </span>
        <span className={styles.became} data-became={became}>
          {becameLabels[became]}
        </span>
        <span className={styles.when}>{at === null ? 'before' : <DateText at={at} />}</span>
      </button>
    </li>
  );
});
