// The agenda at the left: where one is, and what is still to come.
import { pathTo } from '../../parts/navigation/route.ts';
import styles from './agenda.module.css';
import type { Section, SectionId } from './agenda.ts';
import { formatReviewRoute, type ReviewRoute } from './review-route.ts';

type Props = {
  readonly route: ReviewRoute;
  readonly sections: readonly Section[];
  readonly here: SectionId;
  /** Of each section, the share of its time that has been used, 0 to 1; undefined: no clock runs. */
  readonly used?: ((id: SectionId) => number) | undefined;
};

export const Agenda = ({ route, sections, here, used }: Props) => (
  <nav aria-label="Agenda" className={styles.agenda}>
    <ol>
      {sections.map(({ id, label, part }, index) => (
        <li data-first={index > 0 && sections[index - 1]?.part !== part} key={id}>
          <a
            aria-current={id === here ? 'step' : undefined}
            className={styles.item}
            href={`#${pathTo('review', formatReviewRoute({ ...route, section: id }))}`}
          >
            <span className={styles.number}>{index + 1}</span>
            {label}
            {used && (
              <span aria-hidden="true" className={styles.time}>
                {used(id) > 0.05 && <span style={{ width: `${used(id) * 100}%` }} />}
              </span>
            )}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
