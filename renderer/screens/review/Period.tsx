// Which period: a week, month, quarter or year, the one before and the one after.
import { addDays, type PlainDate } from '../../../shared/dates.ts';
import { type PeriodKind, periodKinds, type ReviewFigures } from '../../../shared/figures.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import styles from './review.module.css';
import { dateInKind } from './review-route.ts';

type Props = {
  /** What is asked for; the period on screen follows when its figures are there. */
  readonly kind: PeriodKind;
  readonly period: ReviewFigures['period'];
  readonly onGo: (kind: PeriodKind, date: PlainDate) => void;
};

const text = { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' } as const;
const kinds = periodKinds.map(value => ({ value, label: text[value] }));

export function Period({ kind, period, onGo }: Props) {
  const { today, settings } = useWorkspace();
  const { from, to } = period;
  return (
    <>
      <span className={styles.steps}>
        <IconButton icon="left" label={`Previous ${kind}`} onClick={() => onGo(kind, addDays(from, -1))} />
        <IconButton disabled={to > today} icon="right" label={`Next ${kind}`} onClick={() => onGo(kind, to)} />
      </span>
      <Segments
        label="Period length"
        onChange={next => onGo(next, dateInKind(next, period, today, settings.firstDayOfWeek))}
        options={kinds}
        value={kind}
      />
    </>
  );
}
