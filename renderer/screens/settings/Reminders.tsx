// Reminders on this computer: when Ripen shows a notification, what stands in it, and whether it stays in the tray.
import type { ReminderSettings } from '../../../shared/reminders.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { act } from '../../parts/actions/actions.ts';
import { useReminders } from '../../parts/reminders/use-reminders.ts';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { InlineTime } from '../../ui/fields/InlineTime.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { SwitchField } from './SwitchField.tsx';
import styles from './settings.module.css';

const noNotifications =
  'This computer shows no notifications of Ripen now. Allow them in the settings of your system; reminders then come by themselves.';

export function Reminders() {
  const { data, save } = useReminders();
  if (!data) return null;
  const { settings, canNotify } = data;
  return (
    <>
      <SwitchField label="Show reminders" onChange={on => save({ on })} value={settings.on} />
      <p className={styles.note}>
        {settings.on
          ? 'While Ripen runs, a notification comes when a next step with a time is due, and one in the morning for all next steps of the day without a time. A click on it opens the lead. What you miss while Ripen is closed or the computer sleeps is shown once, together. Leads who asked not to be contacted are skipped.'
          : 'Off: Ripen shows no notifications. Turn reminders on to be notified when a next step is due. They apply to this computer only.'}
      </p>
      {settings.on && !canNotify && <Notice tone="warning">{noNotifications}</Notice>}
      {settings.on && <Details save={save} settings={settings} />}
    </>
  );
}

type DetailsProps = {
  readonly settings: ReminderSettings;
  readonly save: (change: Partial<ReminderSettings>) => Promise<string | null>;
};

const minutes = [
  { value: '0', label: 'At the time' },
  { value: '5', label: '5 min' },
  { value: '10', label: '10 min' },
  { value: '30', label: '30 min' },
] as const;

function Details({ settings, save }: DetailsProps) {
  const { meetingTime } = useSettings().settings;
  return (
    <>
      <Field
        label="Remind before"
        meaning="How long before the time of a next step or of the meeting the reminder comes."
      >
        {ids => (
          <Segments
            {...ids}
            label="Remind before"
            onChange={value => void save({ minutesBefore: Number(value) })}
            options={minutes}
            value={String(settings.minutesBefore) as '0'}
          />
        )}
      </Field>
      <InlineTime
        label="Without a time, at"
        meaning="When next steps of the day without a time are shown, in one notification."
        onSave={morning => save({ morning })}
        value={settings.morning}
      />
      <SwitchField label="Weekly meeting" onChange={meeting => save({ meeting })} value={settings.meeting} />
      {settings.meeting && meetingTime === null && (
        <p className={styles.note}>
          No meeting time yet.{' '}
          <Button look="plain" onClick={() => act('meeting-time')} size="small">
            Set meeting time
          </Button>
        </p>
      )}
      <SwitchField
        label="Quiet hours"
        meaning="No notification in these hours. What falls into them comes at their end."
        onChange={quiet => save({ quiet })}
        value={settings.quiet}
      />
      {settings.quiet && (
        <>
          <InlineTime label="Quiet from" onSave={quietFrom => save({ quietFrom })} value={settings.quietFrom} />
          <InlineTime label="Quiet until" onSave={quietTo => save({ quietTo })} value={settings.quietTo} />
        </>
      )}
      <SwitchField
        label="Quiet on days off"
        meaning="No notification on the days off and holidays under Handoff rules. What falls on them comes on the next working day."
        onChange={daysOff => save({ daysOff })}
        value={settings.daysOff}
      />
      <SwitchField
        label="Show names"
        meaning="Off: notifications say that something is due, without names and texts, for a screen that others see."
        onChange={names => save({ names })}
        value={settings.names}
      />
      <SwitchField
        label="Stay in the tray"
        meaning="On: closing the window leaves Ripen running in the tray, where it goes on reminding."
        onChange={tray => save({ tray })}
        value={settings.tray}
      />
      {settings.tray && (
        <p className={styles.note}>
          Closing the window leaves Ripen in the tray; its menu has Open and Quit. The workspace stays open, and locked
          for other programs, until you quit. If your desktop shows no tray, start Ripen again to get the window back.
        </p>
      )}
      <div className={styles.buttons}>
        <Button icon="bell" onClick={tryOut}>
          Show a test reminder
        </Button>
      </div>
    </>
  );
}

async function tryOut() {
  const result = await call('reminders.tryOut', {});
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (!result.value.shown) showToast(noNotifications, { tone: 'problem' });
}
