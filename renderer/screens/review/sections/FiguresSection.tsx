// The figures of the meeting: volume, the two rates each way round, how long it takes, what it costs.
import { FigureBlock } from '../FigureBlock.tsx';
import { figureGroups, shortLabel } from '../figure-groups.ts';
import styles from '../figures.module.css';
import { figureOf, useReview } from '../review-context.tsx';

export function FiguresSection() {
  const { data } = useReview();
  return figureGroups.map(({ title, hidden, ids }) => (
    <section aria-label={title} className={styles.group} key={title}>
      <h3 className={hidden ? 'hidden-visually' : undefined}>{title}</h3>
      <div className={styles.row}>
        {ids.map(id => {
          const figure = figureOf(data.figures, id);
          return figure && <FigureBlock figure={figure} key={id} label={shortLabel(figure, title)} />;
        })}
      </div>
    </section>
  ));
}
