// Days off: weekdays and holidays on which the response clock stops.
import { type FormEvent, useState } from 'react';
import { dayMs, isPlainDate } from '../../../shared/dates.ts';
import type { SettingsChange } from '../../../shared/settings-change.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { ManyChips } from '../../ui/fields/ManyChips.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';
import { useSettings } from './use-settings.ts';

/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1);

export function DaysOff() {
  const { settings, change } = useSettings();
  const format = useFormat();
  const [day, setDay] = useState('');
  const [error, setError] = useState<string | null>(null);
  const name = new Intl.DateTimeFormat(format.locale, { weekday: 'short', timeZone: 'UTC' });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map(number => ({
    value: String(number),
    label: name.format(monday + (number - 1) * dayMs),
  }));
  const { freeWeekdays, holidays } = settings;

  async function save(what: SettingsChange) {
    setError(null);
    const error = await change(what);
    // The answer to an earlier change does not take the sentence away.
    if (error !== null) setError(error);
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!isPlainDate(day)) return setError('Choose a day.');
    setDay('');
    await save({ what: 'holiday', date: day, on: true });
  }

  return (
    <div className={styles.daysOff}>
      <ManyChips
        error={error}
        label="Days off (the response clock stops)"
        onTurn={(number, on) => void save({ what: 'free-weekday', day: Number(number), on })}
        options={weekdays}
        titled
        value={freeWeekdays.map(String)}
      />
      <form className={styles.add} onSubmit={add}>
        <Input label="New holiday" layout="row" onChange={setDay} type="date" value={day} />
        <Button disabled={day === ''} type="submit">
          Add
        </Button>
      </form>
      {holidays.length > 0 && (
        <ul aria-label="Holidays" className={styles.holidays}>
          {holidays.map(holiday => (
            <li key={holiday}>
              {format.longDate(holiday)}
              <IconButton
                icon="close"
                label={`Remove holiday ${format.longDate(holiday)}`}
                onClick={() => change({ what: 'holiday', date: holiday, on: false }, 'Holiday removed.')}
                size="small"
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
