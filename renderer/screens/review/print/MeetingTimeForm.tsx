// When the weekly meeting is; remembered, and saved as a file that every calendar reads.
import { type FormEvent, useState } from 'react';
import { dayMs, weekday } from '../../../../shared/dates.ts';
import { showToast } from '../../../api/toast-store.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useOnce } from '../../../api/use-once.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import styles from './review-export.module.css';

/** 1 Monday to 7 Sunday, in the order of the workspace's week. */
function weekdays(locale: string | undefined, firstDay: number) {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((firstDay - 1 + index) % 7) + 1;
    // 5 January 1970 was a Monday.
    return { value: String(day), label: name.format((3 + day) * dayMs) };
  });
}

const lengths = [15, 30, 45, 60].map(minutes => ({ value: String(minutes), label: `${minutes} min` }));

export function MeetingTimeForm({ onClose }: { readonly onClose: () => void }) {
  const { settings, today } = useWorkspace();
  const { meetingTime, firstDayOfWeek, timeZone } = settings;
  const [day, setDay] = useState(String(meetingTime?.weekday ?? weekday(today)));
  const [time, setTime] = useState(meetingTime?.time ?? '09:00');
  const [minutes, setMinutes] = useState(String(meetingTime?.minutes ?? 30));
  const [problem, setProblem] = useState<string | null>(null);
  const savePreference = useCommand('documents.setMeetingTime');
  const save = useCommand('documents.saveCalendar');

  const submit = useOnce(async () => {
    const given = { weekday: Number(day), time, minutes: Number(minutes) };
    const isSame =
      meetingTime !== null &&
      given.weekday === meetingTime.weekday &&
      given.time === meetingTime.time &&
      given.minutes === meetingTime.minutes;
    if (!isSame) {
      const kept = await savePreference.run(given, { quiet: true });
      if (!kept.ok) return setProblem(kept.error.message);
    }
    const saved = await save.run({}, { quiet: true });
    if (!saved.ok) return setProblem(saved.error.message);
    if (saved.value.path === null) return;
    showToast('Open the file to add the meeting to your calendar.');
    onClose();
  });

  return (
    <Dialog
      help="how-meet"
      actions={
        <Button disabled={save.busy || savePreference.busy} form="meeting-time" look="primary" type="submit">
          Save calendar file
        </Button>
      }
      onClose={onClose}
      title="Weekly meeting"
    >
      <form
        className={styles.form}
        id="meeting-time"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.when}>
          <Choice
            data-autofocus
            label="Day"
            onChange={value => value !== null && setDay(value)}
            options={weekdays(undefined, firstDayOfWeek)}
            value={day}
          />
          <Input error={problem} label="Time" layout="bare" onChange={setTime} required type="time" value={time} />
        </div>
        <Segments label="Length" onChange={setMinutes} options={lengths} value={minutes} />
        <p className={styles.note}>
          Every week, time zone {timeZone.replaceAll('_', ' ')}. Save it again later to move the meeting; it will not be
          added twice.
        </p>
      </form>
    </Dialog>
  );
}
