// Banner shown while the calendar file cannot be written.
import { Button } from '../../ui/Button.tsx';
import styles from '../backups/backups.module.css';
import { go } from '../navigation/use-route.ts';
import { useCalendarFile } from './use-calendar-file.ts';

export function CalendarStrip() {
  const trouble = useCalendarFile().data?.trouble ?? null;
  if (trouble === null) return null;
  return (
    <div aria-label="About the calendar file" className={styles.strip} role="alert">
      <p>
        <b>The calendar file is not up to date.</b> {trouble}
      </p>
      <Button onClick={() => go('settings', 'calendar')} size="small">
        Show calendar file
      </Button>
    </div>
  );
}
