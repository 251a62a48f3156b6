// Reminders and the calendar file: of this computer, answered with or without an open workspace.
import * as z from 'zod';
import {
  calendarChoiceSchema,
  reminderOfSchema,
  reminderSettingsSchema,
  snoozedSchema,
  snoozeSchema,
} from '../reminders.ts';
import { procedure } from './entry.ts';
import { nothing } from './parts.ts';

export const reminderCalls = {
  'reminders.get': procedure({
    input: nothing,
    output: z.strictObject({
      settings: reminderSettingsSchema,
      /** False: this computer shows no notifications. */
      canNotify: z.boolean(),
      /** Of the open workspace. */
      snoozed: z.array(snoozedSchema),
    }),
  }),
  'reminders.save': procedure({ input: reminderSettingsSchema.partial().strict(), output: nothing }),
  /** Puts the reminder of a next step off; `how` null: takes that back. Answers when it comes, UTC ms. */
  'reminders.snooze': procedure({
    input: reminderOfSchema.extend({ how: snoozeSchema.nullable() }),
    output: z.strictObject({ until: z.int().nullable() }),
  }),
  /** Shows a notification now; false: this computer shows none. */
  'reminders.tryOut': procedure({ input: nothing, output: z.strictObject({ shown: z.boolean() }) }),
  'calendar.get': procedure({
    input: nothing,
    output: z.strictObject({
      /** Null: no calendar file is kept of this workspace. */
      file: calendarChoiceSchema
        .extend({
          path: z.string(),
          /** UTC ms; null: not yet since Ripen was started. */
          writtenAt: z.int().nullable(),
          steps: z.int().nullable(),
          /** Next steps for which it has no room. */
          leftOut: z.int().nullable(),
        })
        .nullable(),
      /** Why the last try at writing failed, in a sentence; null: it did not. */
      trouble: z.string().nullable(),
      /** Files that are no longer updated and still exist: they may hold names. */
      left: z.array(z.string()),
    }),
  }),
  /** Asks where the calendar file is to be, and keeps it up to date from then on. */
  'calendar.choose': procedure({ input: nothing, output: z.strictObject({ path: z.string().nullable() }) }),
  'calendar.save': procedure({ input: calendarChoiceSchema.partial().strict(), output: nothing }),
  /** Writes it no more; the file stays as it is. */
  'calendar.stop': procedure({ input: nothing, output: nothing }),
  /** Deletes the files that are no longer updated, as far as they are still Ripen's. */
  'calendar.removeLeft': procedure({ input: nothing, output: nothing }),
  'calendar.showFile': procedure({ input: nothing, output: nothing }),
} as const;
