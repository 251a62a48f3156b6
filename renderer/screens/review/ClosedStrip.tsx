// Banner of a closed review: closing date, and how many figures would differ today.
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { SectionId } from './agenda.ts';
import { differs } from './figure-text.ts';
import styles from './review.module.css';
import { figureOf, useReview } from './review-context.tsx';

export function ClosedStrip({ here }: { readonly here: SectionId }) {
  const format = useFormat();
  const { data, now, meeting, goTo } = useReview();
  if (meeting?.closedAt == null) return null;
  const changed =
    now === null ? 0 : data.figures.figures.filter(figure => differs(figure, figureOf(now, figure.id))).length;
  return (
    <p className={styles.closed}>
      <Icon name="archive" size={16} />
      <span>
        Closed on {format.longDate(format.plainDate(meeting.closedAt))}, {format.time(meeting.closedAt)}.{' '}
        {data.figures === now || now === null
          ? 'Its figures were not kept; these are today’s.'
          : changed === 0
            ? 'Its figures are frozen and would be the same today.'
            : `Its figures are frozen; ${changed} of ${data.figures.figures.length} would be different today and are marked.`}
      </span>
      {here !== 'minutes' && (
        <Button look="plain" onClick={() => goTo('minutes')} size="small">
          Minutes
        </Button>
      )}
    </p>
  );
}
