// The people behind a number, in a panel over the review; each opens the lead.
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { SidePanel } from '../../app/SidePanel.tsx';
import { usePlace } from '../../app/use-place.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import styles from './people.module.css';
import { type PeopleAsked, useReview } from './review-context.tsx';

type Props = { readonly asked: PeopleAsked; readonly onClose: () => void };

export function PeoplePanel({ asked, onClose }: Props) {
  const { data } = useReview();
  const format = useFormat();
  const { openLead } = usePlace();
  const { kind, from, label } = data.figures.period;
  const { title, figureId, set, date = from, only = null } = asked;
  const people = useRead('review.people', { kind, date, figureId, set, only });
  return (
    <SidePanel label={title} onClose={onClose}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.aside}>
            {date === from ? label : `${kind} of ${format.date(date)}`}
            {people.data && `, ${format.whole(people.data.total)} ${people.data.total === 1 ? 'person' : 'people'}`}
          </p>
        </div>
        <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
      </header>
      <div className={styles.body}>
        <Answer of={people}>
          {({ rows, total }) => (
            <>
              <ul className={styles.list}>
                {rows.map(row => (
                  <li key={row.id}>
                    <button className={styles.person} onClick={() => openLead(row.id)} type="button">
                      <span className={styles.name}>{row.name}</span>
                      <span className={styles.company}>{row.company}</span>
                      <span className={styles.stage}>
                        <StageBadge stage={row.stage} />
                      </span>
                      <RipenessBar score={row.score} size="row" />
                    </button>
                  </li>
                ))}
              </ul>
              {rows.length === 0 && <p className={styles.aside}>Nobody.</p>}
              {total > rows.length && (
                <p className={styles.aside}>
                  The first {format.whole(rows.length)} of {format.whole(total)} are listed.
                </p>
              )}
            </>
          )}
        </Answer>
      </div>
    </SidePanel>
  );
}
