// A number of people that opens them.
import { useFormat } from '../../ui/format.tsx';
import styles from './figures.module.css';
import { type LeadsRequest, useReview } from './review-context.tsx';

type Props = Pick<LeadsRequest, 'figureId' | 'only' | 'date'> & {
  readonly set: { readonly key: string; readonly label: string; readonly count: number };
};

export function LeadsCount({ set, ...request }: Props) {
  const format = useFormat();
  const { openLeads } = useReview();
  const text = format.whole(set.count);
  if (set.count === 0) return <span className={styles.count}>{text}</span>;
  return (
    <button
      aria-label={`Show ${text}, ${set.label}`}
      className={styles.count}
      onClick={() => openLeads({ ...request, title: set.label, set: set.key, count: set.count })}
      title={`Show ${set.label}`}
      type="button"
    >
      {text}
    </button>
  );
}
