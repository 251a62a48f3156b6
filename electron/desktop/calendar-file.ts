// Keeps the calendar file of the open workspace up to date, a few seconds after a change. Free of Electron.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type CalendarChoice, defaultCalendar } from '../../shared/reminders.ts';
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { fileName } from '../domain/export/file-name.ts';
import { refuseHeldTarget } from '../files/held.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { App } from '../open-workspace.ts';
import { readCalendar, workspaceCalendar } from '../services/step-calendar.ts';
import type { Device } from './device.ts';
import { createLeftCalendars } from './left-calendars.ts';

export type CalendarFileOptions = {
  readonly device: Device;
  readonly current: () => App | null;
  /** UTC ms. */
  readonly now: () => number;
  readonly chooseSave: (suggested: string) => Promise<string | null>;
  readonly log: (error: unknown) => string;
};

type Kept = CalendarChoice & { readonly path: string };

export type CalendarFile = {
  readonly state: () => {
    readonly file: (Kept & Readonly<Record<'writtenAt' | 'steps' | 'leftOut', number | null>>) | null;
    readonly trouble: string | null;
    /** Files that were kept once and still exist. */
    readonly left: readonly string[];
  };
  /** Deletes those. */
  readonly removeLeft: () => void;
  readonly choose: () => Promise<string | null>;
  readonly save: (choice: Partial<CalendarChoice>) => void;
  readonly stop: () => void;
  /** Something has changed, or another workspace is open. */
  readonly changed: () => void;
  /** Writes what is still to be written, in a limited time: before Ripen ends. */
  readonly finish: () => Promise<void>;
  readonly close: () => void;
};

/** Changes that come one after the other are written together, in ms. */
const settleMs = 3000;
/** A file that could not be written is tried again so often, in ms: a drive may be plugged in. */
const retryMs = 60_000;
/** Ending waits no longer than this, in ms. */
const patienceMs = 3000;
/** Workspaces with a calendar file. */
const mostWorkspaces = 50;

type Written = {
  readonly path: string;
  readonly mark: string;
  readonly at: number;
  readonly steps: number;
  readonly leftOut: number;
};

/** The owner was asked about the path they chose, not about the one with an ending: what lies there already is not written over. */
function withEnding(chosen: string): string {
  if (/\.ics$/i.test(chosen)) return chosen;
  const path = `${chosen}.ics`;
  if (existsSync(path))
    throw new AppError(
      'conflict',
      `“${basename(path)}” already exists. Nothing was written; choose that file itself, or another name.`,
    );
  return path;
}

export function createCalendarFile({ device, current, now, chooseSave, log }: CalendarFileOptions): CalendarFile {
  const left = createLeftCalendars(device);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let isDirty = false;
  let closed = false;
  let written: Written | null = null;
  let trouble: { readonly path: string; readonly text: string } | null = null;

  const keptOf = (file: string | undefined): Kept | null => {
    const found = device.state().calendars.find(({ workspace }) => workspace === file);
    return found ? { path: found.path, names: found.names, alarms: found.alarms } : null;
  };
  const kept = (): Kept | null => keptOf(current()?.file);

  function keep(app: App, file: Kept | null): void {
    const others = device.state().calendars.filter(({ workspace }) => workspace !== app.file);
    const own = file === null ? [] : [{ workspace: app.file, ...file }];
    device.change({ calendars: [...own, ...others].slice(0, mostWorkspaces) });
  }

  /** False: it could not be written, and is tried again later. */
  async function write(): Promise<boolean> {
    const app = current();
    const file = kept();
    if (!app?.isOpen() || !file) return true;
    isDirty = false;
    const { path, ...choice } = file;
    try {
      const content = await app.between(() => readCalendar(app.reader, app.settings(), now()));
      const { reminders } = device.state();
      const { pieces, mark } = await workspaceCalendar({ content, choice, reminders, now: now() });
      // Given up, or put elsewhere, while it was read.
      if (keptOf(app.file)?.path !== path) return true;
      const isSame = written?.path === path && written.mark === mark && existsSync(path);
      if (!isSame) await saveFile(path, pieces);
      const at = isSame ? (written?.at ?? now()) : now();
      written = { path, mark, at, steps: content.steps.length, leftOut: content.leftOut };
      trouble = null;
      return true;
    } catch (error) {
      // Closed meanwhile: it is written when it is opened again.
      if (!app.isOpen()) return true;
      trouble = { path, text: sentenceOf(error, path) };
      isDirty = true;
      lookIn(retryMs);
      return false;
    }
  }

  function sentenceOf(error: unknown, path: string): string {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return `The folder of ${path} does not exist. Choose another place for the calendar file.`;
    return toAppError(error, path)?.failure.message ?? `The calendar file could not be written. (${log(error)})`;
  }

  function lookIn(ms: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  }

  /** One at a time; what changed meanwhile is written after it. */
  async function run(): Promise<void> {
    if (running) return lookIn(settleMs);
    running = write();
    await running;
    running = null;
  }

  /** All that is pending, changes that come meanwhile included. */
  async function writeAll(): Promise<void> {
    for (;;) {
      await running;
      if (!isDirty || closed) return;
      running = write();
      const isWritten = await running;
      running = null;
      if (!isWritten) return;
    }
  }

  /** Not for ever: a long import has the file to itself until it is over. */
  async function patiently(work: Promise<void>): Promise<void> {
    let limit: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>(resolve => {
      limit = setTimeout(resolve, patienceMs);
    });
    await Promise.race([work, late]);
    clearTimeout(limit);
  }

  function changed(): void {
    if (!kept()) return;
    isDirty = true;
    lookIn(settleMs);
  }

  function requireApp(): App {
    const app = current();
    if (!app) throw new AppError('conflict', 'No workspace is open.');
    return app;
  }

  return {
    state: () => {
      const file = kept();
      const own = written?.path === file?.path ? written : null;
      return {
        file: file && {
          ...file,
          writtenAt: own?.at ?? null,
          steps: own?.steps ?? null,
          leftOut: own?.leftOut ?? null,
        },
        trouble: file && trouble?.path === file.path ? trouble.text : null,
        left: left.of(current()?.file ?? ''),
      };
    },
    choose: async () => {
      const app = requireApp();
      const chosen = await chooseSave(`${fileName(app.name())}.ics`);
      if (chosen === null || current() !== app) return null;
      const path = withEnding(chosen);
      refuseHeldTarget(path);
      const before = keptOf(app.file);
      keep(app, { ...defaultCalendar, ...before, path });
      if (before && before.path !== path) left.note(app.file, before.path);
      left.forget(path);
      written = null;
      isDirty = true;
      await patiently(writeAll());
      return path;
    },
    save: choice => {
      const app = requireApp();
      const file = keptOf(app.file);
      if (!file) throw new AppError('conflict', 'Choose a place for the calendar file first.');
      keep(app, { ...file, ...choice });
      changed();
    },
    stop: () => {
      const app = requireApp();
      const before = keptOf(app.file);
      keep(app, null);
      if (before) left.note(app.file, before.path);
      trouble = null;
    },
    removeLeft: () => {
      const { file } = requireApp();
      try {
        left.remove(file);
      } catch (error) {
        throw toAppError(error, left.of(file)[0] ?? file) ?? error;
      }
    },
    changed,
    finish: async () => {
      if (isDirty || running) await patiently(writeAll());
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
