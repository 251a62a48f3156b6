// Reminders of this computer: settings, snoozing, trying one out.
import type { HostHandlersOfPrefix } from './context.ts';

export const reminders: HostHandlersOfPrefix<'reminders'> = {
  'reminders.get': ({ reminders }) => ({
    settings: reminders.settings(),
    canNotify: reminders.canNotify(),
    snoozed: [...reminders.snoozed()],
  }),
  'reminders.save': ({ reminders, calendar, options }, change) => {
    reminders.save(change);
    // The hour and the minutes before stand in the calendar as well.
    calendar.changed();
    const { on, tray } = reminders.settings();
    options.keepInTray(on && tray);
    return {};
  },
  'reminders.snooze': ({ reminders }, { how, ...of }) => ({ until: reminders.snooze(of, how) }),
  'reminders.tryOut': ({ reminders }) => ({ shown: reminders.tryOut() }),
};
