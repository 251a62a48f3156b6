// Answers every call: those about files and windows by `calls/`, all others by the open workspace. Free of Electron.
import { hostname } from 'node:os';
import { host as hostContract } from '../../shared/contract/workspace.ts';
import type { CallName, Output } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { inputError } from '../../shared/input-errors.ts';
import type { Result } from '../../shared/result.ts';
import { AppError, fail, ok } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { createFileTokens } from '../ipc/file-tokens.ts';
import type { HostName } from '../services/context.ts';
import { folderPlace } from '../sharing/folder.ts';
import { placesWith } from '../sharing/places.ts';
import { createCalendarFile } from './calendar-file.ts';
import { hostHandlers } from './calls/calls.ts';
import type { HostContext } from './calls/context.ts';
import { openDevice } from './device.ts';
import type { HostOptions } from './host-options.ts';
import { createLastSaved } from './last-saved.ts';
import { knownLocale, localSettings } from './local-settings.ts';
import { createOpenedFolder } from './opened-folder.ts';
import { createPageDrafts } from './page-drafts.ts';
import { createReminders } from './reminders.ts';
import { createSharing } from './sharing.ts';
import { noSecrets, openSharingMemory } from './sharing-memory.ts';
import { unhurried } from './unhurried.ts';
import { createWorkspaces } from './workspace-manager.ts';

export type Host = {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Opens a workspace that the system names: on the command line, or by a double click. Never for the page. */
  readonly openFile: (file: string) => Promise<Result<unknown>>;
  /** The token of a file that was dropped on the window. */
  readonly tokenFor: (path: string) => Result<string>;
  /** The page died and comes back: what was typed there is told to the new one. */
  readonly pageDied: () => void;
  /** The computer was asleep. */
  readonly woke: () => void;
  /**
   * Writes what follows the workspace and is not written yet, in a limited time, and encrypts a locked one: before Ripen ends. False:
   * the owner canceled that. `inHurry`: what is not encrypted then is encrypted at once by `close`.
   */
  readonly finish: (how: { readonly inHurry: boolean }) => Promise<boolean>;
  /** Answers what the owner has to know at the end, in sentences. */
  readonly close: () => readonly string[];
};

const isHostName = (name: string): name is HostName => Object.hasOwn(hostContract, name);

/** The value of some work, or the sentence with which it was refused. */
function refusing<T>(work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.failure };
    throw error;
  }
}

/** Tables that next steps, their leads and the meeting stand in. */
const remindedTables: ReadonlySet<string> = new Set(['lead', 'later_step', 'setting']);
const lookForBackupEveryMs = 60_000;
const lookForFileEveryMs = 2000;

/** Opens the last workspace and answers calls from then on. */
export function createHost(options: HostOptions): Host {
  const device = openDevice(options.folder);
  const locale = knownLocale(options.locale);
  const drafts = createPageDrafts();
  const tokens = createFileTokens();
  const opened = createOpenedFolder(options.folder);

  async function showMenu(): Promise<void> {
    const open = workspaces.current();
    const steps = await open?.call('journal.state', {});
    const { undo, redo } = (steps?.ok ? steps.value : { undo: null, redo: null }) as Output<'journal.state'>;
    const appearance = open?.settings().appearance ?? 'system';
    options.onMenu({ open: open !== null, recent: device.state().recent, undo, redo, appearance });
  }

  const lastSaved = createLastSaved(options.dialogs.chooseSave);
  const log = (error: unknown, name: string): void => void options.log?.(error, name);
  const sharing = createSharing({
    current: () => workspaces.current(),
    memory: openSharingMemory(options.folder, options.secrets ?? noSecrets),
    placeOf: placesWith(options.folderOf ?? (({ path }) => folderPlace(path))),
    computer: options.computer ?? hostname(),
    now: options.now,
    emit: options.emit,
    log,
    cost: options.passphraseCost,
    everyMs: options.meetEveryMs,
  });
  /** What is told and written beside the workspace follows it. */
  function follow(): void {
    reminders.changed();
    calendar.changed();
  }

  const workspaces = createWorkspaces({
    device,
    userData: options.folder,
    migrationsFolder: options.migrationsFolder,
    now: options.now,
    addon: options.addon,
    log: options.log,
    ...(options.parser ? { parser: options.parser } : {}),
    ...(options.lineParser ? { lineParser: options.lineParser } : {}),
    saveAs: lastSaved.ask,
    openFile: file => options.dialogs.openFile({ ...file, path: () => file.path(opened.folder()) }),
    ...(options.print ? { print: options.print } : {}),
    checkCopy: options.checkCopy,
    mend: options.mend,
    passphraseCost: options.passphraseCost,
    locale,
    localSettings: () => localSettings(locale),
    makeSample: async sample => {
      const { timeZone, firstDayOfWeek } = localSettings(locale);
      const { createSampleWorkspace } = await import('../sample/index.ts');
      return createSampleWorkspace(sample, undefined, { timeZone, firstDayOfWeek });
    },
    emit: {
      changed: changed => {
        options.emit.changed(changed);
        void showMenu();
        sharing.changed();
        if (changed.tables.includes('erasure')) reminders.erased();
        if (changed.tables.some(table => remindedTables.has(table))) follow();
      },
      progress: options.emit.progress,
    },
    switched: () => {
      const open = workspaces.current();
      if (open) device.adopt(open.file, open.identity());
      options.emit.changed({ tables: [], switched: true });
      sharing.switched();
      void showMenu();
      follow();
    },
  });
  const logReminder = (error: unknown): string => options.log?.(error, 'reminders') ?? '';
  const shared = { device, current: workspaces.current, now: options.now, log: logReminder };
  const reminders = createReminders({ ...shared, locale, notifier: options.notifier, openLead: options.openLead });
  const calendar = createCalendarFile({ ...shared, chooseSave: options.dialogs.chooseSave });

  const finish = async (): Promise<void> => void (await Promise.all([calendar.finish(), sharing.finish()]));
  const leaving = unhurried(workspaces, finish);

  const context: HostContext = {
    options,
    device,
    workspaces: leaving,
    drafts,
    tokens,
    reminders,
    calendar,
    sharing,
    lastSaved: lastSaved.path,
    cancelled: new Set(),
    showMenu,
  };

  async function answer(name: HostName, input: unknown): Promise<Result<unknown>> {
    const parsed = contract[name as CallName].input.safeParse(input, { error: inputError });
    if (!parsed.success) return fail('invalid', parsed.error.issues[0]?.message ?? 'Ripen cannot use this input.');
    return told(name, () =>
      (hostHandlers[name] as (context: HostContext, input: unknown) => unknown)(context, parsed.data),
    );
  }

  /** The answer of some work, or the sentence why there is none. */
  async function told<T>(name: string, work: () => T | Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      const appError = toAppError(error, workspaces.current()?.file ?? options.folder);
      if (appError) return { ok: false, error: appError.failure };
      const logId = options.log?.(error, name);
      const message = `Something went wrong in Ripen. Your files were not changed. (${logId})`;
      return { ok: false, error: { kind: 'bug', message, ...(logId ? { logId } : {}) } };
    }
  }

  workspaces.openLast();
  const { on, tray } = device.state().reminders;
  options.keepInTray(on && tray);
  void showMenu();
  const backUpWhenDue = setInterval(() => {
    workspaces.backUpWhenDue().catch(error => options.log?.(error, 'backup'));
  }, lookForBackupEveryMs);
  backUpWhenDue.unref();
  const look = setInterval(() => {
    workspaces.look().catch(error => options.log?.(error, 'backup'));
  }, lookForFileEveryMs);
  look.unref();

  return {
    call: async (name, input) => {
      if (isHostName(name)) return answer(name, input);
      const given = refusing(() => tokens.withPaths(name, input));
      if (!given.ok) return given;
      return workspaces.current()?.call(name, given.value) ?? fail('conflict', 'No workspace is open.');
    },
    openFile: file => told('opening', () => leaving.open(file)),
    tokenFor: path => refusing(() => tokens.tokenFor(path)),
    pageDied: drafts.died,
    woke: reminders.woke,
    finish: async ({ inHurry }) => {
      await finish();
      if (inHurry) return true;
      // One that could not be closed is closed, or told about, at the very end.
      return workspaces.atQuit.lock().catch(error => {
        options.log?.(error, 'locking at the end');
        return true;
      });
    },
    close: () => {
      clearInterval(backUpWhenDue);
      clearInterval(look);
      reminders.close();
      calendar.close();
      sharing.close();
      opened.empty();
      return workspaces.close();
    },
  };
}
