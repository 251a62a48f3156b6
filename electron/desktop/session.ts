// Answers every call: those about files and windows here, all others by the open workspace. Free of Electron.
import { join } from 'node:path';
import { host as hostContract } from '../../shared/contract/workspace.ts';
import type { CallName, Output, Parsed } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { inputError } from '../../shared/input-errors.ts';
import type { Result } from '../../shared/result.ts';
import { AppError, fail, ok } from '../../shared/result.ts';
import type { Settings } from '../../shared/workspace.ts';
import { type CopyChecker, checkHere } from '../backups/checking.ts';
import type { Mender } from '../backups/mending.ts';
import { saveCopy } from '../backups/save-copy.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { createFileTokens } from '../ipc/file-tokens.ts';
import type { AppOptions } from '../open-workspace.ts';
import type { HostName } from '../services/context.ts';
import { openDevice } from './device.ts';
import { safeLink } from './links.ts';
import { knownLocale, localSettings } from './local-settings.ts';
import { createPageDrafts } from './page-drafts.ts';
import type { PageState } from './quit-guard.ts';
import { createWorkspaces } from './workspace-manager.ts';

export type HostOptions = Pick<AppOptions, 'migrationsFolder' | 'now' | 'addon' | 'log' | 'parser' | 'print'> & {
  /** Where the list of recent files, this computer's id and the sample are kept. */
  readonly folder: string;
  /** The system's locale, such as 'de-AT', for what a new workspace starts with. */
  readonly locale: string;
  readonly dialogs: {
    readonly chooseWorkspace: () => Promise<string | null>;
    readonly chooseNewWorkspace: () => Promise<string | null>;
    readonly chooseImport: () => Promise<readonly string[]>;
    readonly chooseCriteria: () => Promise<string | null>;
    readonly chooseSave: (suggested: string) => Promise<string | null>;
    /** Shows where a link leads, asks, and opens it; false: the owner would rather not. */
    readonly openLink: (link: string) => Promise<boolean>;
  };
  /** Checks a backup; default: in this process. */
  readonly checkCopy?: CopyChecker | undefined;
  /** Repairs and salvages; default: in this process. */
  readonly mend?: Mender | undefined;
  readonly version: string;
  /** Shows a file of ours in the system's file manager. */
  readonly showFile: (file: string) => void;
  /** Fills the screen with the window, or gives it its frame back; answers how it was. */
  readonly fullScreen: (on: boolean) => boolean;
  /** The page has saved what it could; see `QuitGuard`. */
  readonly onSettled: (pageState: PageState) => void;
  readonly emit: NonNullable<AppOptions['emit']>;
  readonly onMenu: (state: HostMenu) => void;
};

/** What the menu bar shows of the state of things. */
export type HostMenu = {
  readonly open: boolean;
  readonly recent: readonly { readonly file: string; readonly name: string }[];
  readonly undo: string | null;
  readonly redo: string | null;
  readonly appearance: Settings['appearance'];
};

export type Host = {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Opens a workspace that the system names: on the command line, or by a double click. Never for the page. */
  readonly openFile: (file: string) => Promise<Result<unknown>>;
  /** The token of a file that was dropped on the window. */
  readonly tokenFor: (path: string) => Result<string>;
  /** The page died and comes back: what was typed there is told to the new one. */
  readonly pageDied: () => void;
  readonly close: () => void;
};

type Answers = { readonly [N in HostName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> };

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

const lookForBackupEveryMs = 60_000;
const lookForFileEveryMs = 2000;

/** Opens the last workspace and answers calls from then on. */
export function createHost(options: HostOptions): Host {
  const device = openDevice(options.folder);
  const locale = knownLocale(options.locale);
  const drafts = createPageDrafts();
  const cancelled = new Set<string>();
  const tokens = createFileTokens();

  async function showMenu(): Promise<void> {
    const open = workspaces.current();
    const steps = await open?.call('journal.state', {});
    const { undo, redo } = (steps?.ok ? steps.value : { undo: null, redo: null }) as Output<'journal.state'>;
    const appearance = open?.settings().appearance ?? 'system';
    options.onMenu({ open: open !== null, recent: device.state().recent, undo, redo, appearance });
  }

  const workspaces = createWorkspaces({
    device,
    userData: options.folder,
    migrationsFolder: options.migrationsFolder,
    now: options.now,
    addon: options.addon,
    log: options.log,
    ...(options.parser ? { parser: options.parser } : {}),
    saveAs: options.dialogs.chooseSave,
    ...(options.print ? { print: options.print } : {}),
    checkCopy: options.checkCopy,
    mend: options.mend,
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
      },
      progress: options.emit.progress,
    },
    switched: () => {
      options.emit.changed({ tables: [], switched: true });
      void showMenu();
    },
  });

  const answers: Answers = {
    'workspaces.state': () => {
      const open = workspaces.current();
      return {
        open: open && { file: open.file, name: open.name() },
        recent: [...device.state().recent],
        problem: workspaces.problem(),
        moved: workspaces.placeTrouble(),
        told: open ? [...open.told] : [],
      };
    },
    'workspaces.openSample': async () => {
      await workspaces.openSample();
      return { opened: true };
    },
    'workspaces.removeSample': () => {
      workspaces.removeSample();
      return {};
    },
    'workspaces.close': () => {
      workspaces.doNotReopen();
      return {};
    },
    'workspaces.forget': ({ file }) => {
      device.forget(file);
      void showMenu();
      return {};
    },
    'workspaces.showFile': () => {
      const file = workspaces.current()?.file;
      if (file) options.showFile(file);
      return {};
    },
    'workspaces.create': async () => {
      const file = await options.dialogs.chooseNewWorkspace();
      if (file !== null) workspaces.create(file);
      return { opened: file !== null };
    },
    'workspaces.open': async ({ file }) => {
      // The page may name what the owner opened before, and nothing else.
      if (file !== null && !device.state().recent.some(known => known.file === file)) {
        throw new AppError('not-found', 'This file was not opened here before. Choose it with Open.');
      }
      const chosen = file ?? (await options.dialogs.chooseWorkspace());
      if (chosen !== null) workspaces.open(chosen);
      return { opened: chosen !== null };
    },
    'workspaces.repair': async () => {
      const { done, keptAs } = await workspaces.repair();
      return { done: [...done], keptAs };
    },
    'workspaces.salvage': async () => {
      const { file, salvaged } = await workspaces.salvage();
      const { rows, unread, rejected } = salvaged;
      const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
      return { file, rows: all, leads: rows.lead ?? 0, unread, rejected };
    },
    'workspaces.saveAgain': () => workspaces.saveAgain(),
    'backups.list': () => {
      const store = workspaces.backups();
      const backups = [...(store?.list() ?? [])];
      return {
        folder: store?.folder ?? null,
        backups,
        damage: workspaces.damage(),
        trouble: workspaces.backupTrouble(),
      };
    },
    'backups.take': async () => {
      await workspaces.backUp('asked');
      return {};
    },
    'backups.verify': async ({ id }) => {
      await workspaces.backups()?.verify(id);
      return {};
    },
    'backups.restore': ({ id }) => workspaces.restore(id),
    'backups.erase': async ({ jobId }) => {
      const { rewritten, failed } = await workspaces.eraseBackups(jobId, () => cancelled.has(jobId));
      return { rewritten, failed: [...failed] };
    },
    'backups.cancelErase': ({ jobId }) => {
      cancelled.add(jobId);
      return {};
    },
    'backups.saveCopy': async () => {
      const open = workspaces.current();
      if (!open) throw new AppError('conflict', 'No workspace is open.');
      const chosen = await options.dialogs.chooseSave(`${open.name()}.ripen`);
      if (chosen !== null) await saveCopy(open, chosen, options.checkCopy ?? checkHere, options.addon);
      return { saved: chosen };
    },
    'backups.showFolder': () => {
      const store = workspaces.backups();
      const newest = store?.list()[0];
      if (store && newest) options.showFile(join(store.folder, `${newest.id}.ripen`));
      return {};
    },
    'about.get': () => ({ version: options.version, folder: options.folder }),
    'window.readyToClose': pageState => {
      options.onSettled(pageState);
      return {};
    },
    'window.keepDrafts': given => {
      drafts.keep(given.drafts);
      return {};
    },
    'window.takeDrafts': () => ({ lost: drafts.take() as Output<'window.takeDrafts'>['lost'] }),
    'window.fullScreen': ({ on }) => ({ was: options.fullScreen(on) }),
    'files.choose': async ({ purpose }) => {
      const { chooseImport, chooseCriteria } = options.dialogs;
      const paths =
        purpose === 'import' ? await chooseImport() : [await chooseCriteria()].filter(path => path !== null);
      return { paths: paths.map(tokens.tokenFor) };
    },
    'links.open': async ({ url }) => {
      const link = safeLink(url);
      if (link === null)
        throw new AppError('invalid', 'Ripen does not open this kind of link. Copy it if you trust it.');
      return { opened: await options.dialogs.openLink(link) };
    },
  };

  async function answer(name: HostName, input: unknown): Promise<Result<unknown>> {
    const parsed = contract[name as CallName].input.safeParse(input, { error: inputError });
    if (!parsed.success) return fail('invalid', parsed.error.issues[0]?.message ?? 'Ripen cannot use this input.');
    return told(name, () => (answers[name] as (given: unknown) => unknown)(parsed.data));
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
    openFile: file => told('opening', () => workspaces.open(file)),
    tokenFor: path => refusing(() => tokens.tokenFor(path)),
    pageDied: drafts.died,
    close: () => {
      clearInterval(backUpWhenDue);
      clearInterval(look);
      workspaces.close();
    },
  };
}
