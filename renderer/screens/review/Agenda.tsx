// The agenda at the left: where one is, and what is still to come.
import { pathTo } from '../../app/place.ts';
import styles from './agenda.module.css';
import { sectionsOf } from './agenda.ts';
import { type ReviewPlace, writeReviewPlace } from './place.ts';

export const Agenda = ({ place }: { readonly place: ReviewPlace }) => (
  <nav aria-label="Agenda" className={styles.agenda}>
    <ol>
      {sectionsOf(place.kind).map(({ id, label }, index) => (
        <li key={id}>
          <a
            aria-current={id === place.section ? 'step' : undefined}
            className={styles.item}
            href={`#${pathTo('review', writeReviewPlace({ ...place, section: id }))}`}
          >
            <span className={styles.number}>{index + 1}</span>
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
