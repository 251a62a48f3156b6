// Reminders of next steps and of the weekly meeting: what the owner of this computer has chosen. Kept on the computer, not in the file.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';
import { timeSchema } from './next-step.ts';

export const reminderSettingsSchema = z.strictObject({
  on: z.boolean(),
  /** Minutes before a time at which it is told; 0: at the time. */
  minutesBefore: z.int().min(0).max(120),
  /** When next steps of the day without a time are told, all in one; a time in the workspace's zone. */
  morning: timeSchema,
  /** Also of the weekly meeting. */
  meeting: z.boolean(),
  /** Hours in which nothing is told; what falls into them is told at their end. */
  quiet: z.boolean(),
  quietFrom: timeSchema,
  quietTo: timeSchema,
  /** Nothing is told on the days off of the workspace. */
  daysOff: z.boolean(),
  /** False: neither names nor texts stand in a notification. */
  names: z.boolean(),
  /** Closing the window leaves Ripen in the tray, where it goes on reminding. */
  tray: z.boolean(),
});
export type ReminderSettings = Readonly<z.infer<typeof reminderSettingsSchema>>;

export const defaultReminders: ReminderSettings = {
  on: false,
  minutesBefore: 0,
  morning: '08:30',
  meeting: true,
  quiet: false,
  quietFrom: '20:00',
  quietTo: '07:00',
  daysOff: true,
  names: true,
  tray: false,
};

/** How long a reminder may be put off. */
export const snoozeLabels = { 'ten-minutes': '10 minutes', hour: '1 hour', tomorrow: 'Tomorrow' } as const;
export const snoozeSchema = z.enum(Object.keys(snoozeLabels) as [Snooze, ...Snooze[]]);
export type Snooze = keyof typeof snoozeLabels;

/** A next step by its lead and its day and time: what a reminder belongs to, since a step's text may change and its id go on. */
export const reminderOfSchema = z.strictObject({
  leadId: idSchema,
  on: plainDateSchema.nullable(),
  time: timeSchema.nullable(),
});
export type ReminderOf = Readonly<z.infer<typeof reminderOfSchema>>;

/** A reminder that comes again. `until`: UTC ms. */
export const snoozedSchema = reminderOfSchema.extend({ until: z.int() });
export type Snoozed = Readonly<z.infer<typeof snoozedSchema>>;

/** Which of the snoozed reminders belongs to a step. */
export const isReminderOf =
  (of: ReminderOf) =>
  ({ leadId, on, time }: ReminderOf): boolean =>
    leadId === of.leadId && on === of.on && time === of.time;

/** The calendar file of a workspace: what stands in it. */
export const calendarChoiceSchema = z.strictObject({
  /** False: neither names nor texts of next steps stand in it. */
  names: z.boolean(),
  /** The calendar reminds as well, at the times of the reminders. */
  alarms: z.boolean(),
});
export type CalendarChoice = Readonly<z.infer<typeof calendarChoiceSchema>>;
export const defaultCalendar: CalendarChoice = { names: true, alarms: true };
