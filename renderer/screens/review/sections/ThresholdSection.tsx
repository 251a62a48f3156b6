// Is the bar too low or too high: this period's MQLs that sales rejected and customers whom the score never found; then all there were.
import { ThresholdPicture } from '../../../parts/criteria/threshold/ThresholdPicture.tsx';
import { FigureBlock } from '../FigureBlock.tsx';
import styles from '../figures.module.css';
import { figureOf, useReview } from '../review-context.tsx';

export function ThresholdSection() {
  const { data, now } = useReview();
  return (
    <>
      <section aria-label={`In the ${data.figures.period.kind}`} className={styles.group}>
        <div className={styles.row}>
          {['mqls-rejected', 'customers-never-found', 'wasted-effort'].map(id => {
            const figure = figureOf(data.figures, id);
            return figure && <FigureBlock figure={figure} key={id} />;
          })}
        </div>
      </section>
      {/* All recorded history up to now, which is no part of a review that was closed. */}
      {now === null && (
        <section aria-labelledby="all-time" className={styles.group}>
          <h3 id="all-time">All recorded history</h3>
          <ThresholdPicture />
        </section>
      )}
    </>
  );
}
