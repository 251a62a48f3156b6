// The figures of one section as the list places them, each group in a row.
import type { FigureSection } from '../../../shared/figures.ts';
import { FigureBlock } from './FigureBlock.tsx';
import { groupsIn, shortLabel } from './figure-layout.ts';
import styles from './figures.module.css';
import { isQuiet } from './quiet.ts';
import { useReview } from './review-context.tsx';

export function FigureRows({ section }: { readonly section: FigureSection }) {
  const { data } = useReview();
  const all = groupsIn(data.figures, section);
  const quiet = all.flatMap(({ figures }) => figures.filter(isQuiet));
  return (
    <>
      {all.map(({ title, titled, figures }) => {
        const spoken = figures.filter(figure => !isQuiet(figure));
        if (spoken.length === 0) return null;
        return (
          <section aria-label={title || undefined} className={styles.group} key={title}>
            {title !== '' && <h3 className={titled ? undefined : 'hidden-visually'}>{title}</h3>}
            <div className={styles.row}>
              {spoken.map(figure => (
                <FigureBlock figure={figure} key={figure.id} label={shortLabel(figure, title)} />
              ))}
            </div>
          </section>
        );
      })}
      {quiet.length > 0 && (
        <details className={styles.quiet}>
          <summary>No number yet: {quiet.map(({ label }) => label).join('; ')}</summary>
          <div className={styles.row}>
            {quiet.map(figure => (
              <FigureBlock figure={figure} key={figure.id} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
