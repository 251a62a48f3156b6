// A number of people that opens them.
import { useFormat } from '../../ui/format.tsx';
import styles from './figures.module.css';
import { type PeopleAsked, useReview } from './review-context.tsx';

type Props = Pick<PeopleAsked, 'figureId' | 'only' | 'date'> & {
  readonly set: { readonly key: string; readonly label: string; readonly count: number };
};

export function PeopleCount({ set, ...asked }: Props) {
  const format = useFormat();
  const { openPeople } = useReview();
  const words = format.whole(set.count);
  if (set.count === 0) return <span className={styles.count}>{words}</span>;
  return (
    <button
      aria-label={`Show ${words}, ${set.label}`}
      className={styles.count}
      onClick={() => openPeople({ ...asked, title: set.label, set: set.key, count: set.count })}
      title={`Show ${set.label}`}
      type="button"
    >
      {words}
    </button>
  );
}
