// State of this computer outside any workspace: device id, recent files, reminders, calendar files.
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import {
  calendarChoiceSchema,
  defaultReminders,
  type ReminderSettings,
  reminderSettingsSchema,
  snoozedSchema,
} from '../../shared/reminders.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';

const recentSchema = z.object({ file: z.string(), name: z.string() });
/** The path of a workspace, and its identity, by which it is known again when it was moved. */
const ofWorkspace = { workspace: z.string(), identity: z.string().optional() };
const remindedSchema = z.object({
  ...ofWorkspace,
  upTo: z.number(),
  told: z.array(z.string()),
  snoozed: z.array(snoozedSchema.strip()),
  /** By which the former was reckoned. */
  morning: z.string().optional(),
  zone: z.string().optional(),
});
const calendarSchema = calendarChoiceSchema.strip().extend({ ...ofWorkspace, path: z.string() });
const leftSchema = z.object({ ...ofWorkspace, path: z.string() });

export type DeviceState = Readonly<{
  deviceId: string;
  recent: z.infer<typeof recentSchema>[];
  /** Whether the first of `recent` reopens at start; false after the owner has closed it. */
  reopen: boolean;
  reminders: ReminderSettings;
  /** What was told of each workspace, the latest first; leads by their ids alone. */
  reminded: z.infer<typeof remindedSchema>[];
  /** The calendar files that are kept up to date, by workspace. */
  calendars: z.infer<typeof calendarSchema>[];
  /** Calendar files that were kept once, and may still hold names. */
  leftCalendars: z.infer<typeof leftSchema>[];
}>;

type OfWorkspace = { readonly workspace: string; readonly identity?: string | undefined };

const startState = (): DeviceState => ({
  deviceId: randomUUID(),
  recent: [],
  reopen: true,
  reminders: defaultReminders,
  reminded: [],
  calendars: [],
  leftCalendars: [],
});

/** What can be read of a memory, field by field and entry by entry; unknown keys, of a later Ripen say, are no damage. */
function readState(text: string): { readonly state: DeviceState; readonly isWhole: boolean } {
  const start = startState();
  const given: unknown = JSON.parse(text);
  const found = z.record(z.string(), z.unknown()).safeParse(given);
  if (!found.success) return { state: start, isWhole: false };
  let isWhole = true;
  function one<T>(schema: z.ZodType<T>, value: unknown, fallback: T): T {
    if (value === undefined) return fallback;
    const parsed = schema.safeParse(value);
    isWhole &&= parsed.success;
    return parsed.success ? parsed.data : fallback;
  }
  const list = <T>(schema: z.ZodType<T>, value: unknown): T[] =>
    one(z.array(z.unknown()), value, []).flatMap(entry => {
      const parsed = schema.safeParse(entry);
      isWhole &&= parsed.success;
      return parsed.success ? [parsed.data] : [];
    });
  const data: Partial<Record<keyof DeviceState, unknown>> = found.data;
  const settings = one(z.record(z.string(), z.unknown()), data.reminders, {});
  const reminders = Object.fromEntries(
    Object.entries(reminderSettingsSchema.shape).map(([name, schema]) => [
      name,
      one<unknown>(schema, settings[name], defaultReminders[name as keyof ReminderSettings]),
    ]),
  ) as ReminderSettings;
  const state = {
    deviceId: one(z.string(), data.deviceId, start.deviceId),
    recent: list(recentSchema, data.recent),
    reopen: one(z.boolean(), data.reopen, start.reopen),
    reminders,
    reminded: list(remindedSchema, data.reminded),
    calendars: list(calendarSchema, data.calendars),
    leftCalendars: list(leftSchema, data.leftCalendars),
  };
  return { state, isWhole };
}

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
  /** A workspace is open at `file`: what is remembered of it under a path where there is nothing any more becomes its own. */
  readonly adopt: (file: string, identity: string | null) => void;
  /** Changes what is remembered of reminders and calendar files; `later`: it is written with the next change. */
  readonly change: (
    change: Partial<Pick<DeviceState, 'reminders' | 'reminded' | 'calendars' | 'leftCalendars'>>,
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

/** What could not be read may be of worth to somebody who can. */
function setAside(path: string): void {
  try {
    copyFileSync(path, `${path}.bad`);
  } catch {
    // Never worth an error.
  }
}

/**
 * The memory in `folder`. One that cannot be read starts anew, and one that cannot be written lasts until the program ends: nothing of the
 * owner's is in it, and a list of recent files is never worth an error.
 */
export function openDevice(folder: string): Device {
  const path = join(folder, 'device.json');
  let state = startState();
  if (existsSync(path)) {
    let isWhole = false;
    try {
      ({ state, isWhole } = readState(readFileSync(path, 'utf8')));
    } catch {
      // Unreadable: the fresh state stands.
    }
    if (!isWhole) setAside(path);
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
  const known = new Map<string, string>();
  /** With the identity of its workspace, as far as that was open. */
  function stamped<T extends OfWorkspace>(entry: T): T {
    const identity = known.get(entry.workspace);
    return identity === undefined || identity === entry.identity ? entry : { ...entry, identity };
  }
  const others = (file: string) => state.recent.filter(entry => entry.file !== file);
  return {
    state: () => state,
    remember: (file, name) =>
      write({ ...state, reopen: true, recent: [{ file, name }, ...others(file)].slice(0, most) }),
    nameOf: file => state.recent.find(known => known.file === file)?.name ?? basename(file),
    forget: file => write({ ...state, recent: others(file) }),
    doNotReopen: () => write({ ...state, reopen: false }),
    adopt: (file, identity) => {
      if (identity === null) return;
      known.set(file, identity);
      const isMoved = (entry: OfWorkspace) =>
        entry.workspace !== file && entry.identity === identity && !existsSync(entry.workspace);
      const adopted = <T extends OfWorkspace>(entries: readonly T[]): T[] =>
        entries.some(({ workspace }) => workspace === file)
          ? entries.map(stamped)
          : entries.map(entry => (isMoved(entry) ? { ...entry, workspace: file } : stamped(entry)));
      write({
        ...state,
        reminded: adopted(state.reminded),
        calendars: adopted(state.calendars),
        leftCalendars: adopted(state.leftCalendars),
      });
    },
    change: (change, later) => {
      const next = { ...state, ...change };
      const all = {
        ...next,
        reminded: next.reminded.map(stamped),
        calendars: next.calendars.map(stamped),
        leftCalendars: next.leftCalendars.map(stamped),
      };
      if (later) state = all;
      else write(all);
    },
  };
}
