// The time of a next step, and how often it comes again; both may be left out.
import { type Repeat, repeatLabels } from '../../../shared/next-step.ts';
import { Field } from '../../ui/fields/Field.tsx';
import styles from './moves.module.css';

type Props = {
  readonly time: string;
  readonly onTime: (time: string) => void;
  readonly repeats: Repeat | null;
  readonly onRepeats: (repeats: Repeat | null) => void;
};

export const TimeAndRepeat = ({ time, onTime, repeats, onRepeats }: Props) => (
  <div className={styles.pair}>
    <Field label="Time" layout="stack">
      {ids => (
        <input
          {...ids}
          className={styles.date}
          onChange={event => onTime(event.target.value)}
          type="time"
          value={time}
        />
      )}
    </Field>
    <Field label="Repeats" layout="stack">
      {ids => (
        <select
          {...ids}
          className={styles.date}
          onChange={event => onRepeats((event.target.value || null) as Repeat | null)}
          value={repeats ?? ''}
        >
          <option value="">never</option>
          {Object.entries(repeatLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  </div>
);
