// The figures of the meeting: volume, the two rates each way round, how long it takes, what it costs.
import type { FigureValue } from '../../../../shared/figures.ts';
import { FigureBlock } from '../FigureBlock.tsx';
import styles from '../figures.module.css';
import { figureOf, useReview } from '../review-context.tsx';

type Group = { readonly title: string; readonly hidden?: true; readonly ids: readonly string[] };

const groups: readonly Group[] = [
  { title: 'Volume and time', hidden: true, ids: ['mql-volume', 'new-customers', 'time-to-conversion'] },
  { title: 'MQL to SQL', ids: ['mql-to-sql-cohort', 'mql-to-sql-period', 'mql-to-sql-settled'] },
  { title: 'SQL to customer', ids: ['sql-to-customer-cohort', 'sql-to-customer-period', 'sql-to-customer-settled'] },
  { title: 'Wins and costs', hidden: true, ids: ['win-rate', 'cost-per-mql', 'cost-per-accepted-mql'] },
];

/** "MQL to SQL, in the period" is "In the period" beneath a heading that says "MQL to SQL". */
function shortLabel({ label }: FigureValue, title: string): string {
  if (!label.startsWith(`${title}, `)) return label;
  const rest = label.slice(title.length + 2);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

export function FiguresSection() {
  const { data } = useReview();
  return groups.map(({ title, hidden, ids }) => (
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
