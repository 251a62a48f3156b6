// Is the bar too low or too high: MQLs that sales rejected, customers whom the score never found.
import { FigureBlock } from '../FigureBlock.tsx';
import styles from '../figures.module.css';
import { figureOf, useReview } from '../review-context.tsx';

export function BarSection() {
  const { data } = useReview();
  return (
    <div className={styles.row}>
      {['mqls-rejected', 'customers-never-found', 'wasted-effort'].map(id => {
        const figure = figureOf(data.figures, id);
        return figure && <FigureBlock figure={figure} key={id} />;
      })}
    </div>
  );
}
