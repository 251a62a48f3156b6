// What stands behind a number, in a panel over the review: the people, each of whom opens, and behind money the bills.
import type { Input } from '../../../shared/contract.ts';
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { SidePanel } from '../../app/SidePanel.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { PeopleRows } from '../people/PeopleRows.tsx';
import { Bills, showsBills } from './Bills.tsx';
import styles from './people.module.css';
import { type PeopleAsked, useReview } from './review-context.tsx';

type Props = { readonly asked: PeopleAsked; readonly onClose: () => void };

export function PeoplePanel({ asked, onClose }: Props) {
  const { data, now } = useReview();
  const format = useFormat();
  const { kind, from, label } = data.figures.period;
  const { title, figureId, set, date = from, only = null } = asked;
  const people = useRead('review.people', { kind, date, figureId, set: set ?? '', only }, { when: set !== null });
  return (
    <SidePanel label={title} onClose={onClose}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.aside}>
            {date === from ? label : `${kind} of ${format.date(date)}`}
            {people.data && `, ${format.whole(people.data.total)} ${people.data.total === 1 ? 'person' : 'people'}`}
          </p>
          {now !== null && <p className={styles.aside}>By the records as they are now.</p>}
        </div>
        <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
      </header>
      <div className={styles.body}>
        {showsBills(figureId) && <Bills date={date} kind={kind} only={only} />}
        {set !== null && <People asked={{ kind, date, figureId, set, only }} />}
      </div>
    </SidePanel>
  );
}

function People({ asked }: { readonly asked: Input<'review.people'> }) {
  const people = useRead('review.people', asked);
  return <Answer of={people}>{page => <PeopleRows page={page} />}</Answer>;
}
