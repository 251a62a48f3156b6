// The agenda at the left: where one is, what is still to come, and in one line what has nothing to say.
import { pathTo } from '../../parts/navigation/route.ts';
import styles from './agenda.module.css';
import { type Section, type SectionId, spoken } from './agenda.ts';
import { formatReviewRoute, type ReviewRoute } from './review-route.ts';

type Props = {
  readonly route: ReviewRoute;
  readonly sections: readonly Section[];
  readonly here: SectionId;
  /** Sections with nothing to say, with the reason. */
  readonly quiet: ReadonlyMap<SectionId, string>;
  /** Of each section, the share of its time that has been used, 0 to 1; undefined: no clock runs. */
  readonly used?: ((id: SectionId) => number) | undefined;
};

export const Agenda = ({ route, sections, here, quiet, used }: Props) => (
  <nav aria-label="Agenda" className={styles.agenda}>
    <ol>
      {spoken(sections, quiet, here).map(({ id, label, part }, index, list) => (
        <li data-first={index > 0 && list[index - 1]?.part !== part} key={id}>
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
    <Folded quiet={quiet} route={route} sections={sections.filter(({ id }) => quiet.has(id) && id !== here)} />
  </nav>
);

/** One line for what has nothing to say; it opens, and each section opens from it. */
function Folded({ route, sections, quiet }: Pick<Props, 'route' | 'sections' | 'quiet'>) {
  if (sections.length === 0) return null;
  return (
    <details className={styles.quiet}>
      <summary>{sections.length === 1 ? '1 section' : `${sections.length} sections`} with nothing to say</summary>
      <ul>
        {sections.map(({ id, label }) => (
          <li key={id}>
            <a className={styles.item} href={`#${pathTo('review', formatReviewRoute({ ...route, section: id }))}`}>
              <span>
                {label}
                <small>{quiet.get(id)}.</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
