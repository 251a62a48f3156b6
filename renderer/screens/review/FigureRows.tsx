// The figures of one section as the list places them, each group in a row.
import type { FigureSection } from '../../../shared/figures.ts';
import { FigureBlock } from './FigureBlock.tsx';
import { groupsIn, shortLabel } from './figure-layout.ts';
import styles from './figures.module.css';
import { useReview } from './review-context.tsx';

export function FigureRows({ section }: { readonly section: FigureSection }) {
  const { data } = useReview();
  return groupsIn(data.figures, section).map(({ title, titled, figures }) => (
    <section aria-label={title || undefined} className={styles.group} key={title}>
      {title !== '' && <h3 className={titled ? undefined : 'hidden-visually'}>{title}</h3>}
      <div className={styles.row}>
        {figures.map(figure => (
          <FigureBlock figure={figure} key={figure.id} label={shortLabel(figure, title)} />
        ))}
      </div>
    </section>
  ));
}
