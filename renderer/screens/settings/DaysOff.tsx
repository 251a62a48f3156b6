// Days off: weekdays and holidays on which the response clock stops.
import { type FormEvent, useState } from 'react';
import { isPlainDate } from '../../../shared/dates.ts';
import type { SettingsChange } from '../../../shared/settings-change.ts';
import { DaysOffField } from '../../parts/settings/LocaleFields.tsx';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';

export function DaysOff() {
  const { settings, change } = useSettings();
  const format = useFormat();
  const [day, setDay] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { holidays } = settings;

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
      <DaysOffField />
      <form className={styles.add} onSubmit={add}>
        <Input error={error} label="New holiday" layout="row" onChange={setDay} type="date" value={day} />
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
