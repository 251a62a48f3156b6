// Shows notifications of the system.
import { Notification } from 'electron';
import { type Snooze, snoozeLabels } from '../../shared/reminders.ts';
import type { Notifier } from './reminders.ts';

const hows = Object.keys(snoozeLabels) as readonly Snooze[];
/** Notifications that are kept: one that is collected hears no click any more. */
const most = 50;

export function createNotifier(): Notifier {
  const kept = new Set<Notification>();
  /** What is on the screen no longer is closed without harm. */
  function close(notification: Notification): void {
    if (kept.delete(notification)) notification.close();
  }
  return {
    supported: () => Notification.isSupported(),
    show: ({ title, body, open, snooze }) => {
      // Buttons are shown by macOS and Windows; elsewhere a reminder is snoozed on Today.
      const actions = snooze ? hows.map(how => ({ type: 'button' as const, text: snoozeLabels[how] })) : [];
      const notification = new Notification({ title, body, actions });
      notification.on('click', open);
      notification.on('action', ({ actionIndex }) => {
        const how = hows[actionIndex];
        if (how) snooze?.(how);
      });
      kept.add(notification);
      const [oldest] = kept;
      if (kept.size > most && oldest) close(oldest);
      notification.show();
      return () => close(notification);
    },
  };
}
