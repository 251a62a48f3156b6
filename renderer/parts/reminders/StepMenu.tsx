// What else can be done with a next step: be reminded of it again, save it for a calendar.
import { type NextStep, stepText } from '../../../shared/next-step.ts';
import { type Snooze, snoozeLabels } from '../../../shared/reminders.ts';
import { call } from '../../api/call.ts';
import { showSaved, showToast } from '../../api/toast-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { useReminders } from './use-reminders.ts';

type Props = {
  readonly leadId: string;
  readonly name: string;
  readonly step: NextStep;
  readonly size?: 'normal' | 'small';
};

const laterLabels: Readonly<Record<Snooze, string>> = {
  'ten-minutes': `In ${snoozeLabels['ten-minutes']}`,
  hour: `In ${snoozeLabels.hour}`,
  tomorrow: 'Tomorrow morning',
};

async function saveForCalendar(leadId: string, id: string) {
  const result = await call('documents.saveStep', { leadId, id });
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.path !== null) showSaved('Open the file to add the next step to your calendar.');
}

export function StepMenu({ leadId, name, step, size = 'normal' }: Props) {
  const reminders = useReminders();
  const of = { leadId, on: step.on, time: step.time };
  const later = Object.entries(laterLabels).map(([how, label]) => ({
    id: how,
    label,
    run: () => void reminders.snooze(of, how as Snooze),
  }));
  const again =
    reminders.againAt(of) === null
      ? []
      : [{ id: 'never', label: 'Remove reminder', run: () => void reminders.snooze(of, null) }];
  return (
    <Menu
      align="end"
      button={props => <IconButton {...props} icon="more" label={`More for ${stepText(step)}, ${name}`} size={size} />}
      label={`${stepText(step)}, ${name}`}
      sections={[
        ...(reminders.isOn && step.on !== null ? [{ title: 'Remind me again', items: [...later, ...again] }] : []),
        {
          items: [
            {
              id: 'calendar',
              label: 'Save for calendar',
              run: () => void saveForCalendar(leadId, step.id),
              unless: step.on === null ? 'Choose a day first.' : undefined,
            },
          ],
        },
      ]}
    />
  );
}
