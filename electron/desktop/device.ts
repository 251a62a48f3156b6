// State of this computer outside any workspace: device id, recent files, reminders, calendar files.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import {
  calendarChoiceSchema,
  defaultReminders,
  reminderSettingsSchema,
  snoozedSchema,
} from '../../shared/reminders.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';

const deviceSchema = z.object({
  deviceId: z.string(),
  recent: z.array(z.object({ file: z.string(), name: z.string() })),
  /** Whether the first of `recent` reopens at start; false after the owner has closed it. */
  reopen: z.boolean(),
  reminders: reminderSettingsSchema.catch(defaultReminders),
  /** What was told of each workspace, the latest first; leads by their ids alone. */
  reminded: z
    .array(
      z.object({
        workspace: z.string(),
        upTo: z.number(),
        told: z.array(z.string()),
        snoozed: z.array(snoozedSchema),
      }),
    )
    .catch([]),
  /** The calendar files that are kept up to date, by workspace. */
  calendars: z.array(calendarChoiceSchema.extend({ workspace: z.string(), path: z.string() })).catch([]),
});
export type DeviceState = Readonly<z.infer<typeof deviceSchema>>;

const most = 8;

export type Device = {
  readonly state: () => DeviceState;
  /** Puts a file first among the recent ones. */
  readonly remember: (file: string, name: string) => void;
  /** The name of a workspace as it was when it was open last; of another file, its own. */
  readonly nameOf: (file: string) => string;
  readonly forget: (file: string) => void;
  /** The owner has closed the last one: it does not reopen by itself. */
  readonly doNotReopen: () => void;
  /** Changes what is remembered of reminders and calendar files; `later`: it is written with the next change. */
  readonly change: (
    change: Partial<Pick<DeviceState, 'reminders' | 'reminded' | 'calendars'>>,
    later?: 'later',
  ) => void;
};

function forget(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Swept later.
  }
}

/**
 * The memory in `folder`. One that cannot be read starts anew, and one that cannot be written lasts until the program ends: nothing of the
 * owner's is in it, and a list of recent files is never worth an error.
 */
export function openDevice(folder: string): Device {
  const path = join(folder, 'device.json');
  let state: DeviceState = {
    deviceId: randomUUID(),
    recent: [],
    reopen: true,
    reminders: defaultReminders,
    reminded: [],
    calendars: [],
  };
  if (existsSync(path)) {
    try {
      state = deviceSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // Unreadable: the fresh state stands.
    }
  }
  const write = (next: DeviceState): void => {
    state = next;
    const draft = draftBeside(path);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draft, JSON.stringify(next, null, 2), { flag: 'wx' });
      renameSync(draft, path);
    } catch {
      forget(draft);
    }
  };
  sweepDrafts(path);
  if (!existsSync(path)) write(state);
  const others = (file: string) => state.recent.filter(entry => entry.file !== file);
  return {
    state: () => state,
    remember: (file, name) =>
      write({ ...state, reopen: true, recent: [{ file, name }, ...others(file)].slice(0, most) }),
    nameOf: file => state.recent.find(known => known.file === file)?.name ?? basename(file),
    forget: file => write({ ...state, recent: others(file) }),
    doNotReopen: () => write({ ...state, reopen: false }),
    change: (change, later) => {
      if (later) state = { ...state, ...change };
      else write({ ...state, ...change });
    },
  };
}
