// Is the bar too low or too high: this period's MQLs that sales rejected and customers whom the score never found; then all there were.
import { ThresholdPicture } from '../../../parts/criteria/threshold/ThresholdPicture.tsx';
import { FigureRows } from '../FigureRows.tsx';
import styles from '../figures.module.css';
import { useReview } from '../review-context.tsx';

export function ThresholdSection() {
  const { now } = useReview();
  return (
    <>
      <FigureRows section="threshold" />
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
