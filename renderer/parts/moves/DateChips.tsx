// Date choice: a few near days, or the calendar.
import type { PlainDate } from '../../../shared/dates.ts';
import { Chips } from '../../ui/fields/Chips.tsx';
import styles from './moves.module.css';

type Props = {
  readonly label: string;
  readonly value: PlainDate;
  readonly options: readonly { readonly date: PlainDate; readonly label: string }[];
  readonly onChange: (date: PlainDate) => void;
};

export const DateChips = ({ label, value, options, onChange }: Props) => (
  <div className={styles.dates}>
    <Chips
      label={label}
      onChange={onChange}
      options={options.map(option => ({ value: option.date, label: option.label }))}
      titled
      value={value}
    />
    <input
      aria-label={`${label}, day`}
      className={styles.date}
      onChange={event => onChange(event.target.value)}
      type="date"
      value={value}
    />
  </div>
);
