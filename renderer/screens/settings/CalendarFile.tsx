// The calendar file: where it is, what stands in it, and what is wrong with it.
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';
import { useCalendarFile } from '../../parts/reminders/use-calendar-file.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { SwitchField } from './SwitchField.tsx';
import styles from './settings.module.css';

export function CalendarFile() {
  const { data, choose, save, stop, removeLeft } = useCalendarFile();
  if (!data) return null;
  const { file, trouble, left } = data;
  if (file === null)
    return (
      <>
        <p className={styles.note}>
          Off: no calendar file is kept. Choose a place, and Ripen writes your next steps with a day and the weekly
          meeting there, and again a few seconds after each change. Anyone who can open that file can read it, also
          while this workspace is locked.
        </p>
        <div className={styles.buttons}>
          <Button icon="calendar" onClick={choose}>
            Choose place
          </Button>
        </div>
        <LeftFiles onDelete={removeLeft} paths={left} />
      </>
    );
  return (
    <>
      <p className={styles.path}>{file.path}</p>
      <p className={styles.note} role={trouble === null ? undefined : 'alert'}>
        {trouble ?? <Written file={file} />}
      </p>
      <SwitchField
        label="Names in the calendar"
        meaning="Off: the calendar shows when something is due, without names and texts."
        onChange={names => save({ names })}
        value={file.names}
      />
      <SwitchField
        label="Calendar alarms"
        meaning="The calendar reminds you, too, at the times set under Reminders."
        onChange={alarms => save({ alarms })}
        value={file.alarms}
      />
      <div className={styles.buttons}>
        <Button icon="file" onClick={() => call('calendar.showFile', {})}>
          Show in folder
        </Button>
        <Button onClick={choose}>Choose another place</Button>
        <Button onClick={stop}>Stop updating</Button>
      </div>
      <LeftFiles onDelete={removeLeft} paths={left} />
    </>
  );
}

/** Files from before: nothing is shown when there are none. */
function LeftFiles({ paths, onDelete }: { readonly paths: readonly string[]; readonly onDelete: () => void }) {
  if (paths.length === 0) return null;
  const one = paths.length === 1;
  return (
    <>
      <p className={styles.note}>
        {one ? 'This calendar file is' : 'These calendar files are'} no longer updated and may still hold names, also of
        people who were erased since:
      </p>
      {paths.map(path => (
        <p className={styles.path} key={path}>
          {path}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button onClick={onDelete}>{one ? 'Delete this file' : 'Delete these files'}</Button>
      </div>
    </>
  );
}

function Written({ file }: { readonly file: NonNullable<Output<'calendar.get'>['file']> }) {
  const format = useFormat();
  const { writtenAt, steps, leftOut } = file;
  if (writtenAt === null || steps === null) return 'Add this file to your calendar as a subscription.';
  const count = steps === 1 ? '1 next step' : `${format.whole(steps)} next steps`;
  const missing = leftOut ? ` ${leftOutSentence(format.whole(leftOut), leftOut)}` : '';
  return `${count}, up to date.${missing} Last written ${format.dateTime(writtenAt)}. Add this file to your calendar as a subscription; removed steps then go from it by themselves.`;
}

const leftOutSentence = (number: string, count: number): string =>
  count === 1
    ? 'There was no room for 1 more: the oldest overdue one or the latest to come.'
    : `There was no room for ${number} more: the oldest overdue ones, and the latest to come.`;
