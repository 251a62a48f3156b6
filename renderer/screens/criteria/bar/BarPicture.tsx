// Is the bar too low or too high: the verdict, two shares with their people, and the picture of all thresholds. Stands alone:
// the Criteria screen and the meeting show the same.
import { useState } from 'react';
import type { Bar } from '../../../../shared/bar.ts';
import { missedWhyWords } from '../../../../shared/bar.ts';
import type { Input } from '../../../../shared/contract.ts';
import { Answer } from '../../../api/Answer.tsx';
import { useRead } from '../../../api/use-read.ts';
import { usePlace } from '../../../app/use-place.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { IntervalStrip } from '../../../ui/figure/IntervalStrip.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { PeopleDrawer } from '../../people/PeopleDrawer.tsx';
import { likelyWords, ofWords } from '../share-words.ts';
import styles from './bar.module.css';
import { ThresholdChart } from './ThresholdChart.tsx';
import { verdictWords } from './verdict-words.ts';

type Who = Input<'bar.people'>['who'];
const titles: Readonly<Record<Who, string>> = {
  rejected: 'MQLs that sales rejected',
  mqls: 'All MQLs',
  missed: 'Customers who never reached the threshold',
  customers: 'Customers',
};

export function BarPicture() {
  const bar = useRead('bar.get', {}, { keep: true });
  const [who, setWho] = useState<Who | null>(null);
  return (
    <>
      <Answer of={bar}>{value => <Whole bar={value} onPeople={setWho} />}</Answer>
      {who && <Drawer onClose={() => setWho(null)} who={who} />}
    </>
  );
}

function Drawer({ who, onClose }: { readonly who: Who; readonly onClose: () => void }) {
  const people = useRead('bar.people', { who });
  return <PeopleDrawer of={people} onClose={onClose} title={titles[who]} />;
}

type Props = { readonly bar: Bar; readonly onPeople: (who: Who) => void };

function Whole({ bar, onPeople }: Props) {
  if (bar.leads === 0) {
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
      <h2 className={styles.verdict}>{verdictWords(bar)}</h2>
      <div className={styles.shares}>
        <ShareFigure
          label="Threshold too low: MQLs rejected"
          meaning="Of all MQLs, the share that sales rejected last. A high share suggests the threshold is too low."
          onPeople={onPeople}
          share={bar.rejected}
          who={['rejected', 'mqls']}
        />
        <ShareFigure
          label="Threshold too high: customers who never reached it"
          meaning="Of all customers, the share whose score stayed below the threshold before they bought, under these rules and today’s field values. A high share suggests the threshold is too high or too little is recorded."
          onPeople={onPeople}
          share={bar.missed}
          who={['missed', 'customers']}
        />
      </div>
      <ThresholdChart bar={bar} />
      <div className={styles.lists}>
        <List count={bar.rejected.hits} onAll={() => onPeople('rejected')} title="Rejected by sales">
          {bar.rejectedPeople.map(person => (
            <Person
              key={person.leadId}
              leadId={person.leadId}
              name={person.name}
              note={person.reason}
              when={person.at}
            />
          ))}
        </List>
        <List count={bar.missed.hits} onAll={() => onPeople('missed')} title="Customers below the threshold">
          {bar.missedPeople.map(({ leadId, name, at, best, why }) => (
            <Person
              key={leadId}
              leadId={leadId}
              name={name}
              note={why === 'points' ? `${best ?? 0} of ${bar.threshold} points` : missedWhyWords[why]}
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
  readonly share: Bar['rejected'];
  readonly who: readonly [hits: Who, of: Who];
  readonly onPeople: Props['onPeople'];
};

function ShareFigure({ label, meaning, share, who: [hits, of], onPeople }: ShareProps) {
  const format = useFormat();
  const { interval, n } = share;
  const value = n === 0 ? null : String(Math.round((share.hits / n) * 100));
  return (
    <Figure
      label={label}
      meaning={meaning}
      n={
        n === 0 ? (
          'none yet'
        ) : (
          <button className={styles.of} onClick={() => onPeople(of)} title={`Show people: ${titles[of]}`} type="button">
            {ofWords(format, share)}
          </button>
        )
      }
      unit="%"
      value={value}
      {...(share.hits > 0 ? { onOpen: () => onPeople(hits) } : {})}
    >
      {interval && (
        <>
          <IntervalStrip interval={interval} value={share.hits / n} />
          <p className={styles.likely}>{likelyWords(format, share)}</p>
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

type PersonProps = { readonly leadId: string; readonly name: string; readonly note: string; readonly when: number };

function Person({ leadId, name, note, when }: PersonProps) {
  const { openLead } = usePlace();
  return (
    <li>
      <button className={styles.person} onClick={() => openLead(leadId)} type="button">
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>{note}</span>
        <span className={styles.when}>
          <DateText at={when} />
        </span>
      </button>
    </li>
  );
}
