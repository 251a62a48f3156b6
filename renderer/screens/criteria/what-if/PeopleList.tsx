// Leads gained or lost by a draft, with their outcome.
import { memo } from 'react';
import { becameWords, type ReplayComparison, type WhatIfPerson } from '../../../../shared/what-if.ts';
import { usePlace } from '../../../app/use-place.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useFormat } from '../../../ui/format.tsx';
import styles from './what-if.module.css';

type Props = {
  readonly title: string;
  /** What the two groups have in common: "They never were MQL." */
  readonly says: string;
  readonly group: ReplayComparison['gained'];
  readonly sign: '+' | '−';
};

/** Drawn anew only when the people are others. */
export const PeopleList = memo(function PeopleList({ title, says, group, sign }: Props) {
  const format = useFormat();
  const { openLead } = usePlace();
  const more = group.count - group.people.length;
  return (
    <section aria-label={title} className={styles.people}>
      <h2>
        {title}
        <span className={styles.count} data-sign={group.count === 0 ? undefined : sign}>
          {group.count === 0 ? 'none' : `${sign}${format.whole(group.count)}`}
        </span>
      </h2>
      {group.count > 0 && <p className={styles.says}>{says}</p>}
      <ul>
        {group.people.map(person => (
          <Person key={person.leadId} {...person} onOpen={openLead} />
        ))}
      </ul>
      {more > 0 && <p className={styles.says}>and {format.whole(more)} more</p>}
    </section>
  );
});

type PersonProps = WhatIfPerson & { readonly onOpen: (leadId: string) => void };

const Person = memo(function Person({ leadId, name, company, at, became, onOpen }: PersonProps) {
  return (
    <li>
      <button className={styles.person} onClick={() => onOpen(leadId)} type="button">
        <span className={styles.name}>
          {name}
          {company && company !== name && <span className={styles.company}>{company}</span>}
        </span>
        <span className={styles.became} data-became={became}>
          {becameWords[became]}
        </span>
        <span className={styles.when}>{at === null ? 'before' : <DateText at={at} />}</span>
      </button>
    </li>
  );
});
